import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { DevicesView, TestTap } from '../../core/devices.ts'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'
import { ask, listen } from '../kiosk.ts'
import { useDesk } from './desk.ts'

/** The readers and the test tap, alive only while their screen is open. */
export const useDevices = defineStore('devices', () => {
  const desk = useDesk()
  const view = shallowRef<DevicesView | null>(null)
  /** the last card that was tried, until the next is waited for or the screen is left */
  const tested = shallowRef<TestTap | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  const testing = computed(() => view.value?.testing ?? false)
  /** Only the answer to the latest question counts: an older one may come later. */
  let asked = 0

  async function take(question: () => Promise<DevicesView>): Promise<void> {
    if (desk.locked !== null) return
    const mine = ++asked
    try {
      const answer = await question()
      if (mine !== asked) return
      view.value = answer
      refused.value = null
    } catch (thrown) {
      if (mine === asked) refused.value = errorCode(thrown)
    }
  }

  const load = () => take(() => ask('devices.view', null))

  function test(on: boolean): Promise<void> {
    tested.value = null
    return take(() => ask('devices.test', { on }))
  }

  /**
   * The screen opens: it follows the readers and the taps, which both change the state of the desk.
   * @returns what the screen does when it is left: a test that nobody watches must not swallow a tap
   */
  function open(): () => void {
    const unlisten = listen('devices.tested', (tap) => {
      tested.value = tap
      void load()
    })
    const unwatch = watch(() => desk.open, load)
    void load()
    return () => {
      unlisten()
      unwatch()
      void test(false)
    }
  }

  /** The desk locked: the test is over by itself, and an answer on its way is nobody's. */
  function forget(): void {
    asked += 1
    view.value = null
    tested.value = null
    refused.value = null
  }

  return { view, tested, refused, testing, test, open, forget }
})
