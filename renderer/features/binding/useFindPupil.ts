import { ref, shallowRef } from 'vue'
import type { StudentLine } from '../../../core/studentShown.ts'
import { useBinding } from '../../stores/binding.ts'

/** Whoever is typed for: one is chosen at once, several are offered, none is said. */
export function useFindPupil() {
  const binding = useBinding()
  const none = ref(false)
  const several = shallowRef<readonly StudentLine[]>([])

  function choose(student: StudentLine): void {
    several.value = []
    none.value = false
    binding.choose(student)
  }

  /** @returns whether the field is done with */
  async function find(text: string): Promise<boolean> {
    const lines = await binding.find(text)
    const [only, another] = lines
    none.value = only === undefined
    several.value = another === undefined ? [] : lines
    if (only === undefined || another !== undefined) return another !== undefined
    choose(only)
    return true
  }

  return { find, none, several, choose }
}
