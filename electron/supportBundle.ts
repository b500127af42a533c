import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beijingDate, type EpochMs } from '../core/calendarDate.ts'
import type { ReadersView, SchoolMode } from '../core/deskState.ts'
import { saveFiles } from './saveFiles.ts'
import { cleanLine } from './support/cleanLine.ts'
import { readerModel } from './support/readerModel.ts'

/** What support is told of a desk, besides its log: nothing that came from a person. */
export interface SupportFacts {
  readonly mode: SchoolMode
  readonly language: string
  readonly versions: {
    readonly app: string
    readonly electron: string
    readonly chrome: string
    readonly node: string
    /** process.platform, process.arch, os.release() */
    readonly platform: string
    readonly arch: string
    readonly release: string
  }
  /** null: the data are not open */
  readonly schemaVersion: number | null
  /** how many rows, by table (db/contents.ts) */
  readonly rows: Readonly<Record<string, number>>
  /** path → the name it goes by: paths hold the name of whoever uses the computer */
  readonly files: ReadonlyMap<string, SupportFile>
  readonly readers: ReadersView
  /** where the built program lies (out/main): its files may be named in frames */
  readonly program: string
}

export type SupportFile =
  'desk.db' | 'desk.db-wal' | 'desk.log' | 'desk.log.1' | 'desk.log-anchor' | 'backups'

/**
 * One text file for whoever helps with trouble: JSON lines, first the desk, then its log files line by
 * line as `cleanLine` lets them through. No pupil, no person, no number, no path.
 *
 * @param logFiles the older one first; one that is not there is passed over
 * @returns the path of 服务台日志-2026-10-12.txt
 * @throws DeskError when it could not be saved
 */
export async function saveSupportBundle(
  folder: string,
  facts: SupportFacts,
  logFiles: readonly string[],
  now: EpochMs,
): Promise<string> {
  const text = await supportText(facts, logFiles, now)
  const name = `服务台日志-${beijingDate(now)}`
  const [path = ''] = await saveFiles(folder, name, { txt: text }, 'The support file was not saved')
  return path
}

export async function supportText(
  facts: SupportFacts,
  logFiles: readonly string[],
  now: EpochMs,
): Promise<string> {
  const logs = await Promise.all(logFiles.map((file) => readFile(file, 'utf8').catch(() => '')))
  const files = await programFiles(facts.program)
  const lines = logs.flatMap((log) => log.split('\n').filter((line) => line !== ''))
  const head = {
    madeAt: new Date(now).toISOString(),
    mode: facts.mode,
    language: facts.language === 'en' ? 'en' : 'zh-CN',
    versions: versions(facts.versions),
    schemaVersion: facts.schemaVersion,
    rows: facts.rows,
    bytes: await sizes(facts.files),
    service: facts.readers.service,
    readers: facts.readers.readers.map(({ name, state, rehearsal }) => ({
      model: readerModel(name),
      state,
      rehearsal,
    })),
  }
  return [head, ...lines.map((line) => cleanLine(line, files))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

/** A kernel that somebody built may carry their name behind its number. */
function versions(given: SupportFacts['versions']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const form = name === 'platform' || name === 'arch' ? /^[a-z0-9]{1,10}$/ : /^\d+(\.\d+){0,3}/
      return [name, form.exec(value)?.[0] ?? 'other']
    }),
  )
}

async function sizes(files: SupportFacts['files']): Promise<Readonly<Record<string, number>>> {
  const known = await Promise.all(
    [...files].map(async ([path, name]) => {
      const found = await stat(path).catch(() => null)
      return found === null ? [] : [[name, found.size] as const]
    }),
  )
  return Object.fromEntries(known.flat())
}

/** Of the packages that are not bundled, those whose code stands in frames. */
const PACKAGE_FILES = ['database.js', 'wrappers.js', 'transaction.js', 'pragma.js', 'index.js']

/** The bundle and its parts; not by `recursive`, which an archive may not know. */
async function programFiles(program: string): Promise<ReadonlySet<string>> {
  const names = await Promise.all(
    [program, join(program, 'chunks')].map((folder) => readdir(folder).catch(() => [])),
  )
  return new Set([...names.flat(), ...PACKAGE_FILES])
}
