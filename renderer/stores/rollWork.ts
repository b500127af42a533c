import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type {
  FileRefusal,
  PhotosAnswer,
  RollProgress,
  RollTakenAnswer,
  RollUndoneAnswer,
} from '../../core/rollRequests.ts'
import type { PupilWishAnswer, SchoolYearAnswer } from '../../core/schoolYearRequests.ts'
import { ask, listen } from '../kiosk.ts'
import { useConfirming } from './confirming.ts'

type WhyOf<T> = T extends { readonly kind: 'refused'; readonly why: infer Why } ? Why : never

/** Why nothing came of an import, a call-off included; the words are in renderer/locales. */
export type RollWhy =
  | FileRefusal
  | WhyOf<SchoolYearAnswer>
  | WhyOf<PupilWishAnswer>
  | WhyOf<RollTakenAnswer>
  | WhyOf<RollUndoneAnswer>
  | WhyOf<PhotosAnswer>

interface RefusedAnswer {
  readonly kind: 'refused'
  readonly why: RollWhy
}

export type RollRefused =
  | { readonly of: 'desk'; readonly code: DeskErrorCode }
  | { readonly of: 'roll'; readonly why: RollWhy }

/**
 * One piece of work at the roll at a time: how far it is, what came in its way, and calling it off. It
 * goes on while somebody is at another screen.
 */
export const useRollWork = defineStore('rollWork', () => {
  const confirming = useConfirming()
  const busy = ref(false)
  /** null: nothing takes long, or a window asks for a file */
  const progress = shallowRef<RollProgress | null>(null)
  const callingOff = ref(false)
  const refused = shallowRef<RollRefused | null>(null)
  /** it was not even tried: the PIN it takes was not given */
  const unconfirmed = computed(
    () => refused.value?.of === 'desk' && WANTS_PIN.has(refused.value.code),
  )
  let turn: object | null = null

  listen('roll.progress', (next) => (progress.value = turn === null ? null : next))

  /**
   * @param why what a PIN is wanted for, where the desk wants one more: a key of renderer/locales
   * @returns undefined: refused, forgotten meanwhile, or the work before is not through yet
   */
  async function run<T>(
    question: () => Promise<T>,
    why: string,
  ): Promise<Exclude<T, RefusedAnswer> | undefined> {
    if (turn !== null) return undefined
    const mine = (turn = {})
    busy.value = true
    refused.value = null
    try {
      const answer = await confirming.confirmed(question, why)
      if (mine !== turn) return undefined
      if (!isRefused(answer)) return answer as Exclude<T, RefusedAnswer>
      refused.value = { of: 'roll', why: answer.why }
    } catch (thrown) {
      if (mine === turn) refused.value = refusalOf(errorCode(thrown))
    } finally {
      if (mine === turn) rest()
    }
    return undefined
  }

  /** The question that is open ends with it, and says so. */
  async function callOff(): Promise<void> {
    callingOff.value = true
    await ask('roll.callOff', null).catch(() => null)
    callingOff.value = false
  }

  function rest(): void {
    turn = null
    busy.value = false
    progress.value = null
  }

  const seen = (): void => void (refused.value = null)

  function forget(): void {
    rest()
    callingOff.value = false
    seen()
  }

  return { busy, progress, callingOff, refused, unconfirmed, run, callOff, seen, forget }
})

const WANTS_PIN: ReadonlySet<DeskErrorCode> = new Set(['re-auth-needed', 'second-person-needed'])

function isRefused(answer: unknown): answer is RefusedAnswer {
  return (
    typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'refused'
  )
}

/** A thread that was called off fails with that code; it is the same to whoever did it. */
function refusalOf(code: DeskErrorCode): RollRefused {
  return code === 'called-off' ? { of: 'roll', why: code } : { of: 'desk', code }
}
