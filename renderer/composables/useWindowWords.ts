import { useI18n } from 'vue-i18n'
import { assertNever } from '../../core/assertNever.ts'
import type { FeeDay, Held, Opening } from '../../core/feeWindow.ts'
import type { NextWindow, Stretch } from '../../core/nextWindow.ts'
import { useCalendarWords } from './useCalendarWords.ts'

/** How a day stands, as its mark in the calendar says it. */
export type FeeMark = 'rule' | 'estimate' | 'announcement' | 'announced' | 'unknown'

/** null: the day is closed, as most are, and needs no mark */
export function feeMark(day: FeeDay): FeeMark | null {
  switch (day.kind) {
    case 'open':
      return day.certain ? day.by : 'estimate'
    case 'announced':
    case 'unknown':
      return day.kind
    case 'closed':
      return null
    default:
      return assertNever(day)
  }
}

/** Fee windows (缴费窗口) in the words of the screen's language. */
export function useWindowWords() {
  const { t } = useI18n()
  const { holiday, span, weekday } = useCalendarWords()

  /** 按规则：每周一、二, or where the announcement was taken from */
  function byWords(opening: Opening): string {
    if (opening.by === 'announcement') return opening.source
    return t(`calendar.window.by.${opening.certain ? 'rule' : 'estimate'}`)
  }

  /** 国庆节10月1日–7日, 寒假1月24日–3月1日 */
  function stretchWords({ held, from, to }: Stretch): string {
    const name = heldName(held)
    return name === null ? span(from, to) : `${name} ${span(from, to)}`
  }

  function heldName(held: Held): string | null {
    switch (held.why) {
      case 'holiday':
        return held.name === null ? t('calendar.window.holiday') : holiday(held.name)
      case 'vacation':
        return t(`calendar.span.${held.name}`)
      case 'vacation-not-entered':
        return null
      default:
        return assertNever(held)
    }
  }

  function noneYet(skipped: Stretch): string {
    return t(`calendar.window.${skipped.held.kind}`, { days: stretchWords(skipped) })
  }

  /** When the fee may be paid next, in one short sentence without its full stop. */
  function windowWords(next: NextWindow): string {
    switch (next.kind) {
      case 'open': {
        const said = { to: weekday(next.to), by: byWords(next.opening) }
        const plain = next.opening.by === 'rule' && next.opening.certain
        return t(`calendar.window.${plain ? 'until' : 'untilBy'}`, said)
      }
      case 'opens':
        return opensWords(next)
      case 'none':
        return next.skipped === null ? t('calendar.window.none') : noneYet(next.skipped)
      default:
        return assertNever(next)
    }
  }

  function opensWords({ from, to, opening, skipped }: Extract<NextWindow, { kind: 'opens' }>) {
    const said = { from: weekday(from), to: weekday(to), by: byWords(opening) }
    if (opening.by === 'announcement') return t('calendar.window.opensUntil', said)
    if (skipped === null) return t('calendar.window.opens', said)
    const then = skipped.held.kind === 'announced' ? 'thenRule' : 'thenAfter'
    const two = t(`calendar.window.${then}`, said)
    return t('calendar.window.both', { one: noneYet(skipped), two })
  }

  return { windowWords, feeWords: (mark: FeeMark) => t(`calendar.fee.${mark}`) }
}
