import { computed, type ComputedRef } from 'vue'
import { useDesk } from '../../stores/desk.ts'

/** Are digits too few here, because the system keeps no keys? */
export function usePassphrase(): ComputedRef<boolean> {
  const desk = useDesk()
  return computed(() => desk.open?.notices.includes('key-exception') ?? false)
}
