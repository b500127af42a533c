import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PACE } from '../../renderer/scanner/scanMachine.ts'

const run = promisify(execFile)

/** As slowly as a person: faster, the desk would take a PIN for a scanned code. */
const KEY_MS = PACE.pause * 2

const PRESSED_WITHIN_MS = 20_000

/**
 * Presses keys of the display one after the other; the window that has the focus gets them. Without a window manager
 * the desk takes the focus itself when it is shown.
 *
 * @param keys by their X names: 7, Return
 */
export async function press(...keys: readonly string[]): Promise<void> {
  await run('xdotool', ['key', '--delay', String(KEY_MS), ...keys], { timeout: PRESSED_WITHIN_MS })
}
