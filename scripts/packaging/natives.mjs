/** The built natives a package must hold: npm installs some of them for this machine only, so a package for another could lack them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** pcsc-mini's package for a system, as pcsc-mini/build/addon.node.js chooses it inside Electron. */
const CARD_READER_BINDING = {
  'linux-x64': 'linux-x86_64-gnu',
  'linux-arm64': 'linux-aarch64-gnu',
  'win32-x64': 'windows-x86_64-electron',
}

/** @typedef {keyof typeof CARD_READER_BINDING} Target */

/** @param {string} system e.g. linux-arm64 @returns {readonly string[]} below node_modules */
export function nativesOf(system) {
  const reader = CARD_READER_BINDING[/** @type {Target} */ (system)]
  if (reader === undefined) throw new Error(`No package is made for ${system}.`)
  const hash = `${system}-${system.startsWith('win32') ? 'msvc' : 'gnu'}`
  return [
    `@pcsc-mini/${reader}/addon.node`,
    `better-sqlite3/prebuilds/${system}.node`,
    `@node-rs/argon2-${hash}/argon2.${hash}.node`,
  ]
}

/** @param {string} resources the package's folder of that name @param {string} system */
export function assertNatives(resources, system) {
  const unpacked = join(resources, 'app.asar.unpacked', 'node_modules')
  const missing = nativesOf(system).filter((file) => !existsSync(join(unpacked, file)))
  if (missing.length > 0)
    throw new Error(
      `The package for ${system} would lack ${missing.join(' and ')}: see docs/packages.md, "For another system".`,
    )
}
