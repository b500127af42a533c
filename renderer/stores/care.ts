import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { EpochMs } from '../../core/calendarDate.ts'
import type { Args } from '../../core/contract.ts'
import type { BackupLine, CareView, RestoreAnswer } from '../../core/care.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { ask } from '../kiosk.ts'
import { useDesk } from './desk.ts'

/** What became of data that were put in place: said where people sign in again. */
export type Restored =
  | { readonly kind: RestoreAnswer['kind']; readonly madeAt: EpochMs }
  | { readonly kind: 'brought' }
  | { readonly kind: 'refused'; readonly code: DeskErrorCode }

/** Backups and how the data are kept; names nobody. The view goes with its screen. */
export const useCare = defineStore('care', () => {
  const desk = useDesk()
  /** null: not fetched yet */
  const view = shallowRef<CareView | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  /** outlives the lock that restoring takes */
  const restored = shallowRef<Restored | null>(null)
  let mine: object | null = null

  async function load(): Promise<void> {
    const turn = (mine = {})
    try {
      const answer = await ask('care.view', null)
      if (turn !== mine) return
      view.value = answer
      refused.value = null
    } catch (thrown) {
      if (turn === mine) refused.value = errorCode(thrown)
    }
  }

  /** @throws DeskError */
  async function backUp(): Promise<void> {
    const turn = mine
    const answer = await ask('backup.now', null)
    if (turn === mine) view.value = answer
  }

  /** Into a folder that is asked for. @throws DeskError `re-auth-needed` among others */
  const copy = (name: string) => ask('backup.copy', { name })

  /**
   * The desk locks meanwhile: nobody is at this screen any more when the answer comes.
   *
   * @throws DeskError where it never began
   */
  async function restore({ name, madeAt }: BackupLine, reason: string): Promise<void> {
    try {
      const { kind } = await ask('backup.restore', { name, reason })
      restored.value = { kind, madeAt }
    } catch (thrown) {
      if (desk.open !== null) throw thrown
      restored.value = { kind: 'refused', code: errorCode(thrown) }
    }
  }

  /** On a computer without data; a folder is asked for. @throws DeskError */
  async function bring(wish: Args<'recovery.bring'>) {
    const answer = await ask('recovery.bring', wish)
    if (answer.kind === 'restored') restored.value = { kind: 'brought' }
    return answer
  }

  /** @throws DeskError */
  const saveBundle = () => ask('support.bundle', null)

  /** @throws DeskError `re-auth-needed` among others */
  const saveYear = (args: Args<'report.year'>) => ask('report.year', args)

  const seen = (): void => void (restored.value = null)

  function close(): void {
    mine = null
    view.value = null
    refused.value = null
  }

  return {
    ...{ view, refused, restored },
    ...{ load, backUp, copy, restore, bring, saveBundle, saveYear, seen, close },
  }
})
