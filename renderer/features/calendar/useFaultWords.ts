import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import type { AnnouncementFault } from '../../../core/announcement.ts'
import type { TermFault } from '../../../core/termFault.ts'
import type { YearFault } from '../../../core/yearFault.ts'
import type { LineFault } from '../../../core/yearText.ts'
import { useCalendarWords } from '../../composables/useCalendarWords.ts'

/** Why a term, a table or an announcement may not be entered, in words. */
export function useFaultWords() {
  const { t } = useI18n()
  const words = useCalendarWords()

  function termFault(fault: TermFault): string {
    switch (fault.kind) {
      case 'order':
        return t('calendar.termFault.order')
      case 'outside': {
        const [from, to] = [words.date(fault.from), words.date(fault.to)]
        return t('calendar.termFault.outside', { from, to })
      }
      case 'length':
        return t('calendar.termFault.length', { days: fault.days })
      case 'overlaps':
        return t('calendar.termFault.overlaps', { with: words.term(fault.with) })
      default:
        return assertNever(fault)
    }
  }

  function yearFault(fault: YearFault): string {
    switch (fault.kind) {
      case 'empty':
        return t('calendar.yearFault.empty')
      case 'too-few':
        return t('calendar.yearFault.too-few', { days: fault.days })
      case 'other-year':
      case 'twice':
      case 'work-on-weekday':
      case 'fixed-day-missing':
        return t(`calendar.yearFault.${fault.kind}`, { date: words.date(fault.date) })
      default:
        return assertNever(fault)
    }
  }

  function announcementFault(fault: AnnouncementFault): string {
    const values = fault.kind === 'length' ? { days: fault.days } : {}
    return t(`calendar.announcementFault.${fault.kind}`, values)
  }

  const lineFault = ({ why, line, text }: LineFault): string =>
    t(`calendar.lineFault.${why}`, { line, text })

  return { termFault, yearFault, announcementFault, lineFault }
}
