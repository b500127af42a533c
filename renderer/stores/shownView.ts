import { ref, shallowRef } from 'vue'
import { errorCode, type DeskErrorCode } from '../../core/errors.ts'

/**
 * What a screen shows as a whole, while it is open: each act is answered by all of it.
 * @param first how it is asked for when the screen opens
 */
export function shownView<View>(first: () => Promise<View>) {
  /** null: not fetched yet */
  const view = shallowRef<View | null>(null)
  const refused = ref<DeskErrorCode | null>(null)
  /** of the screen that is open: an answer for one before is nobody's */
  let mine: object | null = null

  async function load(): Promise<void> {
    mine = {}
    refused.value = null
    try {
      await showing(first)
    } catch (thrown) {
      refused.value = errorCode(thrown)
    }
  }

  /** @throws DeskError */
  async function showing(question: () => Promise<View>): Promise<View> {
    const turn = mine
    const answer = await question()
    if (turn === mine) view.value = answer
    return answer
  }

  function close(): void {
    mine = null
    view.value = null
    refused.value = null
  }

  return { view, refused, load, showing, close }
}
