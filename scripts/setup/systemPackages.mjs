/** The system packages: which are needed for what, which are missing, and who installs them. */
import { isRoot, onPath } from './folders.mjs'
import { longStep, say } from './progress.mjs'
import { run, SetupError } from './run.mjs'

/** By Debian's classic names; newer systems call some of them …t64. */
export const groups = {
  electron: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libatk-bridge2.0-0',
    'libdrm2',
    'libxkbcommon0',
    'libpcsclite1',
  ],
  chinese: ['fonts-noto-cjk'],
  display: ['xvfb', 'xauth'],
  reader: ['pcscd', 'vsmartcard-vpcd'],
  // a hand for the packaged desk, which no driver can enter
  keyboard: ['xdotool'],
  compiler: ['g++'],
  // a key store for the tests of real schools
  keyring: ['dbus-daemon', 'gnome-keyring', 'libsecret-1-0'],
}

/** @typedef {keyof typeof groups} Group */

/**
 * The name under which a package is to be had here: `libasound2` is `libasound2t64` since the 64-bit time change.
 * The new name goes first, because the old one may live on as a virtual package that cannot be installed.
 * @param {string} name
 * @param {(name: string) => boolean} available
 */
export function packageName(name, available) {
  return available(`${name}t64`) ? `${name}t64` : name
}

/**
 * @param {readonly string[]} wanted
 * @param {ReadonlySet<string>} installed
 */
export function missingFrom(wanted, installed) {
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

/** @param {readonly string[]} names */
async function installedAmong(names) {
  const asked = names.flatMap((name) => [name, `${name}t64`])
  // Answers "not found" for some of them by exit code 1 and goes on with the rest, so the code says nothing.
  const { output } = await run(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...asked],
    { quiet: true },
  )
  return new Set([...output.matchAll(/^(\S+) installed$/gm)].map((match) => match[1]))
}

/** @param {readonly string[]} names */
async function namesHere(names) {
  const { output } = await run('apt-cache', ['policy', ...names.map((name) => `${name}t64`)], {
    quiet: true,
  })
  const available = new Set(
    [...output.matchAll(/^(\S+):\n.*\n\s+Candidate: (?!\(none\))/gm)].map((match) => match[1]),
  )
  return names.map((name) => packageName(name, (candidate) => available.has(candidate)))
}

/** @param {readonly Group[]} wanted */
async function packagesFor(wanted) {
  // Any Chinese font will do; ours is only for machines that have none.
  const hasChinese =
    wanted.includes('chinese') &&
    (await run('fc-list', [':lang=zh'], { quiet: true })).output.includes('.tt')
  return wanted
    .filter((group) => group !== 'chinese' || !hasChinese)
    .flatMap((group) => groups[group])
}

/**
 * Returns once every package of these groups is there: looks (needs no rights), and as root on Debian or
 * Ubuntu installs what is missing. Otherwise it stops with the one command that installs them.
 * @param {readonly Group[]} wanted
 */
export async function requireSystemPackages(wanted) {
  if (process.platform !== 'linux') return
  const names = await packagesFor(wanted)
  if (!onPath('dpkg-query')) {
    say(`This Linux has no dpkg: please see that it has what Debian calls ${names.join(', ')}.`)
    return
  }
  const missing = missingFrom(names, await installedAmong(names))
  if (missing.length === 0) return
  if (!isRoot) {
    const command = `sudo apt-get update && sudo apt-get install -y ${(await namesHere(missing)).join(' ')}`
    throw new SetupError(
      `Some system packages are missing. This command installs them:\n\n  ${command}\n`,
    )
  }
  await longStep(`Installing system packages: ${missing.join(', ')}`, () => install(missing))
  const still = missingFrom(names, await installedAmong(names))
  if (still.length > 0)
    throw new SetupError(`apt-get could not install ${still.join(', ')}; its message is above.`)
}

/** @param {readonly string[]} missing */
async function install(missing) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const patience = ['-o', 'DPkg::Lock::Timeout=120', '-qq']
  const update = await run('apt-get', ['update', ...patience], { env, quiet: true })
  if (update.code !== 0)
    say(`  apt-get update failed, trying with the lists that are there. ${update.output.trim()}`)
  const result = await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...patience, ...(await namesHere(missing))],
    { env, quiet: true },
  )
  if (result.code !== 0) console.log(result.output)
}
