import { computed, ref, watch } from 'vue'
import { checkPin, isPassphrase, normalisedPin, type PinRefusal } from '../../core/pin.ts'

/** A new PIN, by the rules of the desk and by what it answered. */
export type NewPinFault = PinRefusal | 'passphrase-needed' | 'same-as-other'

/**
 * A new PIN and the same once more, looked at while it is typed.
 *
 * @param passphrase digits alone are too few here: the system keeps no keys
 * @param other somebody's who must not have the same
 */
export function useNewPin(
  passphrase: () => boolean = () => false,
  other: () => string | null = () => null,
) {
  const pin = ref('')
  const again = ref('')
  /** somebody went on from it: what is missing is said now, too */
  const leftPin = ref(false)
  const leftAgain = ref(false)
  const refusedByDesk = ref<NewPinFault | null>(null)

  const fault = computed<NewPinFault | null>(() => {
    const check = checkPin(pin.value)
    const short = check.kind === 'refused' && check.reason === 'too-short'
    if (passphrase() && (short || !isPassphrase(pin.value))) return 'passphrase-needed'
    if (check.kind === 'refused') return check.reason
    if (normalisedPin(pin.value) === normalisedPin(other() ?? '')) return 'same-as-other'
    return refusedByDesk.value
  })
  const differs = computed(() => normalisedPin(pin.value) !== normalisedPin(again.value))
  /** Nobody is told that a PIN is too short while they are still typing it. */
  const growing = computed(() => fault.value === 'too-short' || fault.value === 'passphrase-needed')
  const shownFault = computed(() =>
    leftPin.value || (pin.value !== '' && !growing.value) ? fault.value : null,
  )
  const shownDiffers = computed(() => leftAgain.value && fault.value === null && differs.value)
  const fits = computed(() => fault.value === null && !differs.value)
  watch(pin, () => (refusedByDesk.value = null))

  function type(text: string): void {
    pin.value = text
  }

  function typeAgain(text: string): void {
    again.value = text
  }

  /** The field was left; one that is empty has nothing wrong with it yet. */
  function leave(field: 'pin' | 'again'): void {
    if (field === 'pin') leftPin.value ||= pin.value !== ''
    else leftAgain.value ||= again.value !== ''
  }

  function refuse(reason: NewPinFault): void {
    refusedByDesk.value = reason
  }

  /** It is to be sent: from here on whatever is wrong is said. */
  function check(): boolean {
    leftPin.value = leftAgain.value = true
    return fits.value
  }

  function clear(): void {
    pin.value = again.value = ''
    leftPin.value = leftAgain.value = false
    refusedByDesk.value = null
  }

  return {
    ...{ pin, again, refusedByDesk, fault, shownFault, shownDiffers, fits },
    ...{ type, typeAgain, leave, refuse, check, clear },
  }
}

export type NewPinState = ReturnType<typeof useNewPin>
