/**
 * The fuses of a packaged desk (hardening.md 2.2): what is burnt here no switch and no variable brings back.
 * A fuse that a later Electron adds stops the packaging until somebody has decided about it.
 */
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** @param {NodeJS.Platform} platform Electron checks the archive's hash on Windows and macOS only */
const wanted = (platform) => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
})

/**
 * What to ask of a runtime with so many fuses. Only one that is out of support may have fewer than the table.
 * @param {number} fuses
 * @param {{platform: NodeJS.Platform, supported: boolean}} target
 */
export function fuseConfig(fuses, { platform, supported }) {
  const table = Object.entries(wanted(platform))
  if (supported && fuses < table.length)
    throw new Error(`This Electron has ${fuses} fuses, the table ${table.length}: which is gone?`)
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...Object.fromEntries(table.slice(0, fuses)),
  }
}

/**
 * @param {string} executable
 * @param {{platform: NodeJS.Platform, supported: boolean}} target
 */
export async function burnFuses(executable, target) {
  const wire = await getCurrentFuseWire(executable)
  const fuses = Object.keys(wire).filter((key) => key !== 'version').length
  await flipFuses(executable, fuseConfig(fuses, target))
}
