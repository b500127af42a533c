import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { standsAlone } from '../../core/secondPerson.ts'
import type { PinAnswer } from '../../core/signIn.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'

/** Whose PIN is wanted before an act goes through. */
export interface WantedPin {
  /** `own`: the person at the desk once more; `second`: a colleague's as well */
  readonly of: 'own' | 'second'
  /** what it is wanted for: a key of renderer/locales */
  readonly why: string
}

const WANTED: Partial<Record<DeskErrorCode, WantedPin['of']>> = {
  're-auth-needed': 'own',
  'second-person-needed': 'second',
}

/** Acts that take a PIN more: asked for when the desk says so, then done. */
export const useConfirming = defineStore('confirming', () => {
  const desk = useDesk()
  const wanted = shallowRef<WantedPin | null>(null)
  let settle: ((through: boolean) => void) | null = null

  /**
   * Does it; where the desk wants a PIN more, asks for that and does it once again.
   *
   * @throws DeskError the desk's refusal: also where no PIN was given
   */
  async function confirmed<T>(question: () => Promise<T>, why: string): Promise<T> {
    const given: WantedPin['of'][] = []
    for (;;) {
      try {
        return await question()
      } catch (thrown) {
        const of = wantedOf(errorCode(thrown))
        // The same one is not wanted twice, and one act at a time asks.
        if (of === undefined || given.includes(of) || wanted.value !== null) throw thrown
        if (!(await asked({ of, why }))) throw thrown
        given.push(of)
      }
    }
  }

  /** Where one person is administrator and supervisor, their own PIN is all there is. */
  function wantedOf(code: DeskErrorCode): WantedPin['of'] | undefined {
    const of = WANTED[code]
    const { alone = false, operator } = desk.open ?? {}
    return of === 'second' && standsAlone(alone, operator?.roles ?? []) ? 'own' : of
  }

  function asked(pin: WantedPin): Promise<boolean> {
    wanted.value = pin
    return new Promise((resolve) => (settle = resolve))
  }

  /** @param operatorId the colleague; null: the own PIN */
  async function tryPin(pin: string, operatorId: string | null): Promise<PinAnswer> {
    const mine = wanted.value
    const answer =
      operatorId === null
        ? await ask('session.confirm', { pin })
        : await ask('session.second', { operatorId, pin })
    if (answer.kind === 'right' && mine === wanted.value) end(true)
    return answer
  }

  function end(through: boolean): void {
    wanted.value = null
    settle?.(through)
    settle = null
  }

  const cancel = (): void => end(false)

  return { wanted, confirmed, tryPin, cancel, forget: cancel }
})
