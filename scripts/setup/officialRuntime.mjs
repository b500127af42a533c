/**
 * The official Electron, fetched by the `electron` package's own installer (which checks what it got).
 * Many schools' networks block its host: some refuse at once, some let it hang. So it is given up when nothing arrives any
 * more, and the failure is remembered for a day, so that the next start does not wait again.
 */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, inModules } from './folders.mjs'
import { longStep, say } from './progress.mjs'
import { bytesBelow, runNode } from './run.mjs'
import { triedRuntimeExists } from './triedRuntime.mjs'
import { inWorkFolder } from './workFolder.mjs'

const PATIENCE_WITHOUT_PROGRESS = 30_000
const DAY = 24 * 60 * 60 * 1000

const memory = () => join(cacheFolder(), 'official-download-failed.json')

/**
 * @param {{version: string, failedAt: number} | null} failure
 * @param {string} version
 * @param {number} now
 */
export function failedLately(failure, version, now) {
  return (
    failure !== null &&
    failure.version === version &&
    now - failure.failedAt < DAY &&
    failure.failedAt <= now
  )
}

function rememberedFailure() {
  try {
    return JSON.parse(readFileSync(memory(), 'utf8'))
  } catch {
    return null // never failed, or the note is unreadable: then simply try
  }
}

/** The folder, if the installer once finished in it. @param {string} version */
function installed(version) {
  const folder = inModules('electron', 'dist')
  const note = join(folder, 'version')
  const complete = existsSync(inModules('electron', 'path.txt')) && existsSync(note)
  return complete && readFileSync(note, 'utf8').trim().replace(/^v/, '') === version ? folder : null
}

/**
 * @param {{retryDownload: boolean}} wish
 * @returns {Promise<string | null>} the folder, or null when it cannot be had now
 */
export async function officialRuntime({ retryDownload }) {
  const { version } = JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8'))
  const ready = installed(version)
  if (ready) return ready
  // Without another source there is no point in not trying.
  if (
    !retryDownload &&
    triedRuntimeExists() &&
    failedLately(rememberedFailure(), version, Date.now())
  )
    return null
  const reason = await download(version)
  const folder = installed(version)
  if (folder) {
    await rm(memory(), { force: true })
    return folder
  }
  say(
    `  no official Electron: ${reason}. Not tried again for a day, unless you add -- --retry-download.`,
  )
  await mkdir(cacheFolder(), { recursive: true })
  await writeFile(memory(), JSON.stringify({ version, failedAt: Date.now(), reason }))
  return null
}

/** @param {string} version @returns {Promise<string>} why it failed, if it did */
function download(version) {
  // A temp folder of our own, because its growth is the only progress the installer shows.
  return inWorkFolder(async (temp) => {
    const giveUp = new AbortController()
    let bytes = 0
    let grownAt = Date.now()
    const watch = setInterval(() => {
      const now = bytesBelow(temp) + bytesBelow(inModules('electron', 'dist'))
      if (now > bytes) [bytes, grownAt] = [now, Date.now()]
      else if (Date.now() - grownAt > PATIENCE_WITHOUT_PROGRESS) giveUp.abort()
    }, 500)
    const env = { TMPDIR: temp, TMP: temp, TEMP: temp, ELECTRON_OVERRIDE_DIST_PATH: undefined }
    const installer = [inModules('electron', 'install.js')]
    try {
      const { output } = await longStep(
        `Downloading Electron ${version}`,
        () => runNode(installer, { quiet: true, env, signal: giveUp.signal }),
        () => `${Math.round(bytes / 1e6)} MB`,
      )
      return giveUp.signal.aborted
        ? `nothing arrived for ${PATIENCE_WITHOUT_PROGRESS / 1000} s`
        : causeIn(output)
    } finally {
      clearInterval(watch)
    }
  })
}

/** The line of the installer's stack that says something. @param {string} output */
function causeIn(output) {
  const [, cause, error] = /\[cause\]: Error: (.*)|^\w*Error: (.*)/m.exec(output) ?? []
  return cause ?? error ?? 'the download failed'
}
