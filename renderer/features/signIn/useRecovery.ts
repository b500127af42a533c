import { computed, ref, shallowRef, watch } from 'vue'
import type { SheetAnswer } from '../../../core/signIn.ts'
import { useAct } from '../../composables/useAct.ts'
import { useNewPin } from '../../composables/useNewPin.ts'
import { useSession } from '../../stores/session.ts'
import { sheetCharacters } from './sheetCharacters.ts'

export type SheetRefusal = Exclude<SheetAnswer, { readonly kind: 'opened' }>

/** A new administrator, who is not in the list. */
export const NEW_PERSON = 'new'

/** What is typed from the recovery sheet, for whom, with what new PIN. */
export function useRecovery(firstPerson: string) {
  const session = useSession()
  const { busy, refused, act } = useAct('confirm.why.other')
  const typed = ref('')
  const person = ref(firstPerson)
  const name = ref('')
  const pair = useNewPin()
  const tried = ref(false)
  const answer = shallowRef<SheetRefusal | null>(null)
  const characters = computed(() => sheetCharacters(typed.value))
  const nameMissing = computed(() => person.value === NEW_PERSON && name.value.trim() === '')

  // What was said of the characters is over as soon as they change.
  watch(typed, () => (answer.value = null))

  /** @returns whether the data are open */
  async function open(): Promise<boolean> {
    tried.value = true
    if (!pair.check() || nameMissing.value || characters.value.length === 0) return false
    answer.value = null
    const result = await act(() =>
      session.openWithSheet({
        characters: characters.value.join(''),
        person: person.value === NEW_PERSON ? { name: name.value.trim() } : { id: person.value },
        pin: pair.pin.value,
      }),
    )
    if (result === undefined) return false
    if (result.kind === 'opened') {
      typed.value = ''
      pair.clear()
      return true
    }
    if (result.kind === 'pin-refused') pair.refuse(result.reason)
    answer.value = result
    return false
  }

  return { typed, characters, person, name, pair, tried, nameMissing, answer, busy, refused, open }
}
