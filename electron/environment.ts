import type { Options } from './options.ts'

/**
 * The only file that reads `process.env` and what the runtime says of itself.
 * Everything else gets these as arguments.
 */

/**
 * The page's address under `npm run dev`, set by electron-vite; null otherwise. Never for a packaged
 * program or a real school: whoever can set a variable could bring a page of his own.
 */
export function developmentPage(options: Options, isPackaged: boolean): string | null {
  if (!options.develop || options.mode === 'real' || isPackaged) return null
  const address = process.env['ELECTRON_RENDERER_URL'] ?? ''
  return /^http:\/\/(localhost|127\.0\.0\.1):\d+\/?$/.test(address) ? address : null
}

/** By these, loaders made by napi-rs take another file in the place of their own native. */
const OTHER_NATIVES = /^NAPI_RS_/

/** Before such a loader runs: whoever can set a variable could have code of their own run (hardening.md E3). */
export function forgetOtherNatives(): void {
  for (const name of Object.keys(process.env))
    if (OTHER_NATIVES.test(name)) Reflect.deleteProperty(process.env, name)
}

/** Better-sqlite3's own build needs Node-API 10 (Electron ≥ 36). */
const NODE_API_WANTED = 10

/**
 * Where the patched SQLite binding lies on a runtime that is too old for the shipped one;
 * undefined: use the shipped one. `scripts/setup` puts it there.
 */
export function sqliteBinding(): string | undefined {
  return Number(process.versions['napi']) >= NODE_API_WANTED
    ? undefined
    : `${process.resourcesPath}/native/better_sqlite3.node`
}

/** Electron supports its last three majors; the one this was built for is 45. */
const OLDEST_SUPPORTED_ELECTRON = 43

/** Whether a version like `45.4.1` is fit for children's data; packages ask as well. */
export function supportedElectron(version: string): boolean {
  return Number(version.split('.')[0]) >= OLDEST_SUPPORTED_ELECTRON
}

/** False on the repacked runtime: right for rehearsal and tests, wrong for children's data. */
export function runtimeSupported(): boolean {
  return supportedElectron(process.versions['electron'] ?? '0')
}
