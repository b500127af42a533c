import { useI18n } from 'vue-i18n'
import { assertNever } from '../../../core/assertNever.ts'
import type { RollChangeLine, RollCounts } from '../../../core/rollShown.ts'
import { useFigures } from '../../composables/useFigures.ts'
import type { RollDone } from '../../stores/roll.ts'

const COUNTED = ['entered', 'changed', 'left', 'withdrawn', 'classes', 'photos'] as const

/** A change of the roll in words. */
export function useChangeWords() {
  const { t } = useI18n()
  const figure = useFigures()

  /** 新增 12 · 变更 3 · 离校 1 */
  function counts(of: RollCounts): string {
    const words = COUNTED.flatMap((name) =>
      of[name] === 0 ? [] : [t(`roll.changes.counts.${name}`, { n: figure(of[name]) }, of[name])],
    )
    return words.join(' · ') || t('roll.changes.nothing')
  }

  /** What taking it back means. */
  const undoing = ({ why }: Pick<RollChangeLine, 'why'>): string =>
    t(`roll.undo.ask.${why === 'photos' ? 'photos' : 'pupils'}`)

  /** @param of of the change that was made; null: it is not listed */
  function done(what: RollDone, of: RollCounts | null): string {
    switch (what.kind) {
      case 'taken':
        return of === null ? t('roll.done.takenOnly') : t('roll.done.taken', { counts: counts(of) })
      case 'bound':
        return t('roll.done.bound', { n: figure(what.cards) }, what.cards)
      case 'undone':
        return what.kept === 0
          ? t('roll.done.undone')
          : `${t('roll.done.undone')} ${t('roll.done.kept', { n: figure(what.kept) }, what.kept)}`
      default:
        return assertNever(what)
    }
  }

  return { counts, undoing, done }
}
