/** How Playwright is run, for `npm test` and for a developer alike. */
import { availableParallelism } from 'node:os'
import { toolPath } from '../setup/folders.mjs'
import { startXvfb } from '../setup/xvfb.mjs'

/** @param {...string} more */
export const playwrightArguments = (...more) => [toolPath('playwright'), 'test', ...more]

/** A desk under test mostly waits for its hand; more than three at once would measure the machine. */
const AT_ONCE = Math.min(3, availableParallelism() + 1)

/**
 * Runs the tests on displays of their own, so no window pops up in anybody's work, and none takes the focus
 * from another's. Tests find the runtime in DESK_ELECTRON and a display for each that runs at once in
 * DESK_DISPLAYS. Elsewhere than on Linux there is no Xvfb: windows do appear, one after the other.
 * @template T
 * @param {import('../setup/runtime.mjs').Runtime} runtime
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 */
export async function withTestDisplay(runtime, work) {
  /** @type {import('../setup/xvfb.mjs').Xvfb[]} */
  const screens = []
  try {
    if (process.platform === 'linux')
      for (let n = 0; n < AT_ONCE; n++) screens.push(await startXvfb())
    const displays = screens.map(({ display }) => display)
    return await work({
      DESK_ELECTRON: runtime.executable,
      ...(displays.length > 0 && {
        DISPLAY: displays[0],
        DESK_DISPLAYS: displays.join(' '),
        WAYLAND_DISPLAY: undefined,
      }),
    })
  } finally {
    for (const { stop } of screens) stop()
  }
}
