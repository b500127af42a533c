import { _electron, type ElectronApplication } from 'playwright/test'

type Options = NonNullable<Parameters<typeof _electron.launch>[0]>

/** A start takes 1–3 s. */
const HANGS_MS = 20_000

/** What the desk says itself once it stands (electron/main.ts). */
const STANDS = 'desk: window shown'

/**
 * Starts Electron under the driver. Of 560 starts, three at a time, one hung with the driver attached before
 * Chromium said where it listens, and nothing of the desk had run; of 290, another did with the desk's window
 * shown, while the driver made itself ready. Such a one is ended and made once more; a desk that hangs is not.
 */
export async function driven(options: Options): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: HANGS_MS })
  } catch (thrown) {
    const told = String(thrown)
    const desksFault = told.includes('DevTools listening') && !told.includes(STANDS)
    if (!told.includes('Timeout') || desksFault) throw thrown
    console.log(`Electron hung under its driver, and is started again:\n${told.slice(0, 2_000)}`)
    return _electron.launch(options)
  }
}
