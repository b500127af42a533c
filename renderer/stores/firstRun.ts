import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Args } from '../../core/contract.ts'
import type { FirstRunAnswer, RecoverySheet } from '../../core/signIn.ts'
import { ask } from '../kiosk.ts'

type Wish = Args<'firstRun.begin'>

/** The first run of a school. The sheet is here only until it was checked. */
export const useFirstRun = defineStore('firstRun', () => {
  const sheet = shallowRef<RecoverySheet | null>(null)
  /** what the sheet was made for */
  let madeFor = ''

  /**
   * The same people keep their sheet: it may be printed already.
   *
   * @throws DeskError
   */
  async function begin(wish: Wish): Promise<FirstRunAnswer> {
    if (sheet.value !== null && isFor(wish)) return { kind: 'sheet', sheet: sheet.value }
    const answer = await ask('firstRun.begin', wish)
    if (answer.kind !== 'sheet') return answer
    sheet.value = answer.sheet
    madeFor = JSON.stringify(wish)
    return answer
  }

  const isFor = (wish: Wish): boolean => madeFor === JSON.stringify(wish)

  /** @throws DeskError */
  const print = () => ask('firstRun.print', null)

  /** @returns whether the school is made. @throws DeskError */
  async function confirm(characters: readonly string[]): Promise<boolean> {
    const made = await ask('firstRun.confirm', { characters })
    if (made) forget()
    return made
  }

  function forget(): void {
    sheet.value = null
    madeFor = ''
  }

  return { sheet, begin, print, confirm, forget }
})
