import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ArrivalAnswer } from '../../../core/arrivalRequests.ts'
import type { CaseRefusal } from '../../../core/case/decided.ts'
import { assertNever } from '../../../core/assertNever.ts'
import { present } from '../../../core/presentation.ts'
import { toldAs, type ToldWords } from '../../components/toldWords.ts'
import { usePrivacy } from '../../composables/usePrivacy.ts'
import type { ArrivalTold } from '../../stores/arrivalTold.ts'
import { useCityWords } from '../city/useCityWords.ts'
import { saidRefusal, saidReturn, saidUndo } from './saidRefusals.ts'

/** As a verdict looks and sounds: what went well like 有效, what waits for somebody like a look, else stop. */
const GOOD = present('valid')
const LOOK = present('holds-two')
const STOP = present('lost')
const UNREAD = present('unreadable')

const CALM: ReadonlySet<string> = new Set([
  ...['arrived-already', 'nobody', 'several', 'number-differs', 'tap-over'],
])

/** What a card that was taken in came to, in words. */
export function useArrivalWords(told: () => ArrivalTold | null): ComputedRef<ToldWords | null> {
  const { t } = useI18n()
  const { shownName, shownTail } = usePrivacy()
  const city = useCityWords()

  function answered(answer: ArrivalAnswer): ToldWords {
    const name = answer.person === null ? '' : shownName(answer.person.name)
    if (answer.kind === 'received') {
      const { state, expected, left } = answer.line
      const isBad = state === 'damaged'
      return toldAs(
        isBad || left ? LOOK : GOOD,
        state,
        t(`arrival.done.${isBad ? 'damaged' : 'here'}`, { name }),
        [
          ...(isBad ? [t('arrival.done.again')] : []),
          ...(expected ? [] : [t('arrival.done.extra')]),
          ...(left ? [t('arrival.done.left')] : []),
        ],
      )
    }
    const said = saidRefusal(answer.why)
    const number = shownTail(answer.numberTail ?? '')
    const listed = shownTail(answer.listedTail ?? '')
    const face = CALM.has(said) ? LOOK : said === 'not-read' ? UNREAD : STOP
    const words = { name, number, listed }
    return toldAs(face, said, t(`arrival.refused.${said}.what`, words), [
      t(`arrival.refused.${said}.next`, words),
    ])
  }

  /** Each reason with how many it kept here. */
  function returned({ n, refused, left }: Extract<ArrivalTold, { readonly kind: 'returned' }>) {
    const kept = Object.entries(refused).map(([why, of]) =>
      t(`arrival.notReturned.${saidReturn(why as CaseRefusal)}`, { n: of }),
    )
    const rest = left > 0 ? [t('arrival.notReturned.left', { n: left })] : []
    const face = kept.length + rest.length > 0 ? LOOK : GOOD
    return toldAs(face, 'returned', t('arrival.returned', { n }), [...kept, ...rest])
  }

  return computed(() => {
    const now = told()
    if (now === null) return null
    switch (now.kind) {
      case 'answer':
        return answered(now.answer)
      case 'undone':
        return toldAs(LOOK, 'undone', t(`arrival.undone.${now.of}`, { name: shownName(now.name) }))
      case 'not-undone':
        return toldAs(STOP, 'not-undone', t(`arrival.notUndone.${saidUndo(now.why)}`))
      case 'returned':
        return returned(now)
      case 'listed':
        return toldAs(GOOD, 'listed', t('arrival.listed', { n: now.n }, now.n))
      case 'dropped': {
        const name = now.name === null ? t('arrival.row.nameless') : shownName(now.name)
        return toldAs(GOOD, 'dropped', t('arrival.dropped', { name }))
      }
      case 'not-listed':
        return toldAs(LOOK, now.why, t(`arrival.notListed.${now.why}`))
      case 'file': {
        const { what, why, next } = city.refusal(now.why)
        return toldAs(STOP, now.why, what, [`${why}${next}`])
      }
      case 'failed':
        return null
      default:
        return assertNever(now)
    }
  })
}
