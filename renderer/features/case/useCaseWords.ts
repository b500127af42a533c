import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CaseShown, ProductionShown } from '../../../core/caseRequests.ts'
import { useCalendarWords } from '../../composables/useCalendarWords.ts'
import { useWindowWords } from '../../composables/useWindowWords.ts'

/** Where money is waited for, and the window says when. */
const MONEY: ReadonlySet<string> = new Set([
  ...(['to-order', 'to-notify', 'awaiting-window', 'payable', 'paying'] as const),
])

/** How a case stands and what is next, in words. */
export function useCaseWords(page: () => CaseShown) {
  const { t } = useI18n()
  const days = useCalendarWords()
  const { windowWords } = useWindowWords()

  const title = computed(() => {
    const { stage, holder } = page()
    return stage === null ? t(`caseWords.none.${holder}.what`) : t(`caseWords.stage.${stage}`)
  })
  const next = computed(() => {
    const { next: step, holder } = page()
    return step === null ? t(`caseWords.none.${holder}.next`) : t(`caseWords.next.${step}`)
  })

  /** Dates beside the step: the fee window, the promised day, when the school hands out. */
  const lines = computed<readonly string[]>(() => {
    const { stage, window, production } = page()
    if (stage !== null && MONEY.has(stage)) return [windowWords(window)]
    return production === null ? [] : producedLines(production)
  })

  function producedLines({ promised, likely, handOut }: ProductionShown): readonly string[] {
    const date = days.monthDay(promised.date)
    const said = t(`casePage.promised.${promised.certain ? 'certain' : 'estimate'}`, { date })
    const usual =
      likely === null
        ? []
        : [
            t('casePage.likely', {
              ...{ n: likely.by.median, cards: likely.by.n },
              date: days.monthDay(likely.on.date),
            }),
          ]
    return [[said, ...usual].join(' · '), ...handedOut(handOut)]
  }

  function handedOut(handOut: ProductionShown['handOut']): readonly string[] {
    if (handOut.kind === 'open') return []
    return handOut.kind === 'unknown'
      ? [t('casePage.handOut.unknown')]
      : [t('casePage.handOut.vacation', { date: days.monthDay(handOut.from) })]
  }

  const late = computed(() => {
    const by = page().production?.overdueBy ?? 0
    return by === 0 ? null : t('casePage.overdue', { n: by }, by)
  })

  return { title, next, lines, late }
}
