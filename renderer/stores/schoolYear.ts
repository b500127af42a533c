import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CalendarDate } from '../../core/calendarDate.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import type { MayGoOn } from '../../core/schoolYear.ts'
import type { SchoolYearView } from '../../core/schoolYearRequests.ts'
import { ask } from '../kiosk.ts'
import { useRollWork } from './rollWork.ts'

/** 升级: what it would do, and doing it. */
export const useSchoolYear = defineStore('schoolYear', () => {
  const work = useRollWork()
  /** null: not fetched yet */
  const view = shallowRef<SchoolYearView | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  /** 直升: last grades that stay in the school; shallow, for what goes to the desk is no proxy */
  const goOn = shallowRef<readonly MayGoOn[]>([])
  let mine: object | null = null

  async function load(): Promise<void> {
    const turn = (mine = {})
    try {
      const answer = await ask('schoolYear.view', null)
      if (turn !== mine) return
      view.value = answer
      refused.value = null
    } catch (thrown) {
      if (turn === mine) refused.value = errorCode(thrown)
    }
  }

  /** @returns whether it was done */
  async function take(on: CalendarDate): Promise<boolean> {
    const version = view.value?.version ?? 0
    const wish = { on, goOn: goOn.value, version }
    const taken = await work.run(() => ask('schoolYear.take', wish), 'roll.why.year')
    await load()
    return taken !== undefined
  }

  function forget(): void {
    mine = null
    view.value = null
    refused.value = null
    goOn.value = []
  }

  return { view, refused, goOn, load, take, forget }
})
