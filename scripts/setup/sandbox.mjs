/** Chromium's sandbox on Linux: kept wherever it can work, with one plain sentence where the system refuses it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot } from './folders.mjs'

/** Chromium refuses to run as root with a sandbox; for everybody else the sandbox stays. */
export const sandboxArguments = isRoot ? ['--no-sandbox'] : []

/**
 * Whether this kernel refuses user namespaces to ordinary programs, as Ubuntu 24.04 and newer do.
 * @param {(path: string) => string} [read]
 */
export function refusesNamespaces(read = readSetting) {
  return (
    read('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    read('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  )
}

/**
 * What to tell the person before Electron would die with a page of Chromium's own words; null when all is well.
 * @param {string} runtimeFolder
 */
export function sandboxObstacle(runtimeFolder) {
  if (process.platform !== 'linux' || isRoot || !refusesNamespaces()) return null
  const helper = join(runtimeFolder, 'chrome-sandbox')
  const { uid, mode } = statSync(helper, { throwIfNoEntry: false }) ?? { uid: -1, mode: 0 }
  if (uid === 0 && (mode & 0o4111) === 0o4111) return null
  if (hasProfile(runtimeFolder)) return null
  return (
    'This system does not let programs build a sandbox of their own, so Electron needs its helper to belong to root. ' +
    `This command sees to it, once:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`
  )
}

/**
 * Whether an AppArmor profile lets the programs of this folder have namespaces, as Ubuntu means it.
 * @param {string} folder
 * @param {string} [profiles]
 */
export function hasProfile(folder, profiles = '/etc/apparmor.d') {
  const names = existsSync(profiles) ? readdirSync(profiles) : []
  return names.some((name) => {
    const text = readSetting(join(profiles, name))
    return text.includes(folder) && /^\s*userns\b/m.test(text)
  })
}

/** @param {string} path */
function readSetting(path) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return '' // a kernel without the setting refuses nothing; a folder is no profile
  }
}
