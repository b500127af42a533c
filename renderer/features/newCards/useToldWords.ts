import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import { usePrivacy } from '../../composables/usePrivacy.ts'
import type { NewCardTold } from '../../stores/newCardTold.ts'

/** What an act came to, in the words of the screen. */
export function useToldWords(told: () => NewCardTold | null) {
  const { t } = useI18n()
  const { shownName } = usePrivacy()

  /** null: nothing was done */
  function doneWords(what: NewCardTold): string | null {
    switch (what.kind) {
      case 'applied':
        return t('newCards.told.applied', { n: what.applicationIds.length })
      case 'withdrawn':
      case 'listed':
        return t(`newCards.told.${what.kind}`, { n: what.n })
      case 'confirmed':
      case 'disputed':
      case 'taken-back':
        return t(`newCards.told.${what.kind}`, { name: shownName(what.name) })
      case 'refused':
      case 'failed':
        return null
      default:
        return assertNever(what)
    }
  }

  return {
    done: computed(() => {
      const what = told()
      return what === null ? null : doneWords(what)
    }),
    /** of several, those for whom nothing was done */
    more: computed(() => {
      const what = told()
      if (what?.kind !== 'applied') return []
      return what.refused.map(([why, n]) =>
        t('newCards.told.notApplied', { n, why: t(`newCards.why.${why}`) }),
      )
    }),
    refused: computed(() => {
      const what = told()
      return what?.kind === 'refused' ? t(`newCards.why.${what.why}`) : null
    }),
  }
}
