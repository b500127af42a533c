import { computed, reactive, shallowReactive, watch } from 'vue'
import type { NewCardClass } from '../../../core/newCardRequests.ts'
import { useNewCards } from '../../stores/newCards.ts'

type ClassId = NewCardClass['classId']

/**
 * Who is applied for: whole classes, and of the class that is unfolded the pupils one by one. A class that was
 * looked at is ticked pupil by pupil: `but` are those who were ticked off.
 */
export function useTicked() {
  const newCards = useNewCards()
  const whole = reactive(new Set<ClassId>())
  /** pupils who are not of a ticked class, by class */
  const single = shallowReactive(new Map<ClassId, ReadonlySet<string>>())

  const countOf = (classId: ClassId): number =>
    newCards.classes.find((one) => one.classId === classId)?.stages['to-apply'] ?? 0
  const ticked = computed(
    () =>
      [...whole].reduce((sum, classId) => sum + countOf(classId), 0) +
      [...single.values()].reduce((sum, ids) => sum + ids.size, 0),
  )

  const isTicked = (classId: ClassId, studentId: string): boolean =>
    whole.has(classId) || (single.get(classId)?.has(studentId) ?? false)

  function tickClass(classId: ClassId): void {
    const was = whole.delete(classId)
    single.delete(classId)
    if (!was) whole.add(classId)
  }

  /** @param all of the class, as they stand on the screen */
  function tick(classId: ClassId, studentId: string, all: readonly string[]): void {
    const ids = new Set(whole.has(classId) ? all : single.get(classId))
    if (!ids.delete(studentId)) ids.add(studentId)
    whole.delete(classId)
    single.delete(classId)
    if (ids.size === all.length) whole.add(classId)
    else if (ids.size > 0) single.set(classId, ids)
  }

  function clear(): void {
    whole.clear()
    single.clear()
  }
  // Other counts are of other pupils.
  watch(() => newCards.view, clear)

  return {
    ...{ whole, single, ticked, isTicked, tickClass, tick },
    chosen: () => ({
      classIds: [...whole],
      studentIds: [...single.values()].flatMap((ids) => [...ids]),
    }),
  }
}
