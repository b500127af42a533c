import { computed, ref } from 'vue'
import type { Args } from '../../../core/contract.ts'
import { useNewPin } from '../../composables/useNewPin.ts'

export const FIRST_PEOPLE = ['administrator', 'supervisor'] as const
export type FirstRole = (typeof FIRST_PEOPLE)[number]

/**
 * Who is in charge of the school, as it is typed; kept while one goes forth and back.
 *
 * @param passphrase the system keeps no keys: passphrases, and an administrator who answers for it
 */
export function usePeople(passphrase: () => boolean) {
  const administrator = ref('')
  const supervisorTyped = ref('')
  const alone = ref(false)
  const exception = ref(false)
  const tried = ref(false)
  /** one name, where one person is both */
  const supervisor = computed({
    get: () => (alone.value ? administrator.value : supervisorTyped.value),
    set: (typed) => (supervisorTyped.value = typed),
  })
  const first = useNewPin(passphrase)
  const pins = {
    administrator: first,
    supervisor: useNewPin(passphrase, () => first.pin.value),
  }
  const missing = computed(() => ({
    administrator: administrator.value.trim() === '',
    supervisor: supervisor.value.trim() === '',
    exception: passphrase() && !exception.value,
  }))

  function name(role: FirstRole, text: string): void {
    if (role === 'administrator') administrator.value = text
    else supervisor.value = text
  }

  /** May it go on? What is wrong is said from here on. */
  function check(): boolean {
    tried.value = true
    const both = FIRST_PEOPLE.map((role) => pins[role].check())
    return both.every(Boolean) && !Object.values(missing.value).includes(true)
  }

  const wish = computed<Args<'firstRun.begin'>>(() => ({
    administrator: { name: administrator.value.trim(), pin: pins.administrator.pin.value },
    supervisor: { name: supervisor.value.trim(), pin: pins.supervisor.pin.value },
    alone: alone.value,
    exception: passphrase() && exception.value,
  }))

  return { administrator, supervisor, alone, exception, pins, tried, missing, wish, name, check }
}

export type People = ReturnType<typeof usePeople>
