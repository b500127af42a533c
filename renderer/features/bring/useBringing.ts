import { computed, ref, shallowRef, watch } from 'vue'
import type { BroughtAnswer } from '../../../core/care.ts'
import type { SheetAnswer } from '../../../core/signIn.ts'
import { useAct } from '../../composables/useAct.ts'
import { useNewPin } from '../../composables/useNewPin.ts'
import { useCare } from '../../stores/care.ts'
import { sheetCharacters } from '../signIn/sheetCharacters.ts'

export type NotBrought = Exclude<
  BroughtAnswer | SheetAnswer,
  { readonly kind: 'restored' | 'opened' }
>

/** Answers about the sheet or the PIN are said as at sign-in; the others are of bringing alone. */
const OF_BRINGING = ['wrong-key', 'ruined', 'called-off', 'occupied', 'wrong-sheet'] as const

/** Where the words of an answer stand in renderer/locales. */
export function answerKey(kind: NotBrought['kind']): string {
  const own = (OF_BRINGING as readonly string[]).includes(kind)
  return `${own ? 'bring' : 'sheet'}.answer.${kind}`
}

/** A backup from elsewhere: the sheet that opens it, and who is in charge here from now on. */
export function useBringing(passphrase: () => boolean) {
  const care = useCare()
  const { busy, refused, act } = useAct('confirm.why.other')
  const typed = ref('')
  const name = ref('')
  const pair = useNewPin(passphrase)
  const tried = ref(false)
  const answer = shallowRef<NotBrought | null>(null)
  const characters = computed(() => sheetCharacters(typed.value).join(''))
  const missing = computed(() => ({
    characters: characters.value === '',
    name: name.value.trim() === '',
  }))

  // What was said of the characters is over as soon as they change.
  watch(typed, () => (answer.value = null))

  async function bring(): Promise<void> {
    tried.value = true
    if (!pair.check() || missing.value.name || missing.value.characters) return
    answer.value = null
    const wish = { characters: characters.value, name: name.value.trim(), pin: pair.pin.value }
    const result = await act(() => care.bring(wish))
    if (result === undefined) return
    if (result.kind === 'restored' || result.kind === 'opened') {
      typed.value = ''
      pair.clear()
      return
    }
    if (result.kind === 'pin-refused') pair.refuse(result.reason)
    answer.value = result
  }

  return { typed, name, pair, tried, missing, answer, busy, refused, bring }
}
