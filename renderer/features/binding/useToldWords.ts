import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import { present } from '../../../core/presentation.ts'
import { toldAs as as, type ToldWords } from '../../components/toldWords.ts'
import { usePrivacy } from '../../composables/usePrivacy.ts'
import type { BindingTold } from '../../stores/binding.ts'

/** As a verdict looks and sounds: what went well like 有效, what waits for somebody like a look, else stop. */
const GOOD = present('valid')
const LOOK = present('holds-two')
const STOP = present('lost')

export function useToldWords(told: () => BindingTold | null): ComputedRef<ToldWords | null> {
  const { t } = useI18n()
  const { shownName, shownTail } = usePrivacy()

  function refused({ answer }: Extract<BindingTold, { readonly kind: 'refused' }>): ToldWords {
    const { why, owner, cardTail, cardState } = answer
    const { what, next } = {
      what: t(`binding.refused.${why}.what`),
      next: t(`binding.refused.${why}.next`),
    }
    const tail = shownTail(cardTail ?? '')
    const about =
      owner !== null
        ? t('binding.owner', {
            name: shownName(owner.name),
            className: owner.className ?? t('person.noClass'),
            tail,
          })
        : cardState !== null && why !== 'bound-already'
          ? t('binding.heldCard', { tail, state: t(`cardState.${cardState}`) })
          : ''
    return as(why === 'bound-already' ? LOOK : STOP, why, what, [about, next])
  }

  return computed(() => {
    const now = told()
    if (now === null) return null
    switch (now.kind) {
      case 'bound': {
        const { person, cardTail, numbers } = now.bound
        const values = { name: shownName(person.name), tail: shownTail(cardTail) }
        return as(
          GOOD,
          'bound',
          t('binding.bound', values),
          numbers === 1 ? [t('binding.oneNumber')] : [],
        )
      }
      case 'undone':
        return as(LOOK, 'undone', t('binding.undone', { name: shownName(now.name) }))
      case 'refused':
        return refused(now)
      case 'known': {
        const { person, verdict } = now.tap
        const face = present(verdict.kind)
        return person === null
          ? as(
              face,
              verdict.kind,
              t('binding.knownOther', { verdict: t(`verdict.${verdict.kind}.title`) }),
            )
          : as(
              LOOK,
              'known',
              t('binding.known', {
                name: shownName(person.name),
                className: person.className ?? t('person.noClass'),
              }),
            )
      }
      case 'not-undone':
        return as(STOP, now.why, t(`binding.notUndone.${now.why}`))
      case 'failed':
        return null
      default:
        return assertNever(now)
    }
  })
}
