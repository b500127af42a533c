/** How Playwright is run, for `npm test` and for a developer alike. */
import { toolPath } from '../setup/folders.mjs'
import { startXvfb } from '../setup/xvfb.mjs'

/** @param {...string} more */
export const playwrightArguments = (...more) => [toolPath('playwright'), 'test', ...more]

/**
 * Runs the tests on a display of their own, so no window pops up in anybody's work. Tests find the
 * runtime in DESK_ELECTRON. Elsewhere than on Linux there is no Xvfb: windows do appear.
 * @template T
 * @param {import('../setup/runtime.mjs').Runtime} runtime
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 */
export async function withTestDisplay(runtime, work) {
  const xvfb = process.platform === 'linux' ? await startXvfb() : null
  try {
    return await work({
      DESK_ELECTRON: runtime.executable,
      ...(xvfb && { DISPLAY: xvfb.display, WAYLAND_DISPLAY: undefined }),
    })
  } finally {
    xvfb?.stop()
  }
}
