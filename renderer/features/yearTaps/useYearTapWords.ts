import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import { present } from '../../../core/presentation.ts'
import type { YearTapAnswer } from '../../../core/yearTapShown.ts'
import { toldAs, type ToldWords } from '../../components/toldWords.ts'
import { useDates } from '../../composables/useDates.ts'
import { usePrivacy } from '../../composables/usePrivacy.ts'
import type { YearTapTold } from '../../stores/yearTaps.ts'

/** As a verdict looks and sounds: what went well like 有效, what waits for somebody like a look, else stop. */
const GOOD = present('valid')
const LOOK = present('holds-two')
const STOP = present('lost')

/** Refusals by which nothing is wrong: it was done before. */
const CALM: ReadonlySet<string> = new Set(['tapped-already', 'out-of-use-already', 'good-already'])

/** What a tap of the year came to, in words. */
export function useYearTapWords(told: () => YearTapTold | null): ComputedRef<ToldWords | null> {
  const { t } = useI18n()
  const dates = useDates()
  const { shownName } = usePrivacy()

  function answered(answer: YearTapAnswer): ToldWords {
    const name = answer.person === null ? '' : shownName(answer.person.name)
    if (answer.kind === 'done')
      return toldAs(
        GOOD,
        'done',
        t(`yearTaps.done.${answer.of}.${answer.cardState === 'KEPT_BY_LEAVER' ? 'kept' : 'what'}`, {
          name,
        }),
      )
    const { why, annualAt, cardState } = answer
    const when = annualAt === null ? '' : `${dates.day(annualAt)} ${dates.time(annualAt)}`
    const state = cardState === null ? '' : t(`cardState.${cardState}`)
    return toldAs(
      CALM.has(why) ? LOOK : STOP,
      why,
      t(`yearTaps.refused.${why}.what`, { name, when, state }),
      [t(`yearTaps.refused.${why}.next`)],
    )
  }

  return computed(() => {
    const now = told()
    if (now === null) return null
    switch (now.kind) {
      case 'answer':
        return answered(now.answer)
      case 'undone':
        return toldAs(LOOK, 'undone', t('yearTaps.undone', { name: shownName(now.name) }))
      case 'not-undone':
        return toldAs(STOP, now.why, t(`yearTaps.notUndone.${now.why}`))
      case 'failed':
        return null
      default:
        return assertNever(now)
    }
  })
}
