import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Args } from '../../core/contract.ts'
import { ask } from '../kiosk.ts'
import { useRollWork } from './rollWork.ts'

export type PupilAct = Args<'roll.pupil'>

/** 转入, 转出, 更正: one pupil of the roll. */
export const usePupilRoll = defineStore('pupilRoll', () => {
  const work = useRollWork()
  const classes = shallowRef<readonly { readonly classId: string; readonly name: string }[]>([])
  /** what was done last, said where it was tried; null: nothing */
  const done = shallowRef<{ readonly kind: PupilAct['kind']; readonly studentId: string } | null>(
    null,
  )
  let turn = {}

  async function loadClasses(): Promise<void> {
    const mine = turn
    const answer = await ask('roll.classes', null).catch(() => [])
    if (mine === turn) classes.value = answer
  }

  /** @returns of the pupil; undefined: refused, and said by the store of the work */
  async function act(wish: PupilAct): Promise<string | undefined> {
    const mine = turn
    done.value = null
    const answer = await work.run(() => ask('roll.pupil', wish), `roll.why.${wish.kind}`)
    if (answer === undefined || mine !== turn) return undefined
    done.value = { kind: wish.kind, studentId: answer.studentId }
    return answer.studentId
  }

  const seen = (): void => void (done.value = null)

  function forget(): void {
    turn = {}
    classes.value = []
    seen()
  }

  return { classes, done, loadClasses, act, seen, forget }
})
