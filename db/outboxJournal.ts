import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Database } from './database.ts'
import { dbError, nativeCode } from './dbError.ts'
import { syncFolder } from './durableFile.ts'
import { FIRST_LINE, journalKey, readRecords, sealRecord } from './journalFile.ts'
import { chainKey, coveredOf, hasRow, neededRows, rowsAfter } from './journalRows.ts'
import { chainHeads, type ChainHead, type SealedRow } from './outbox.ts'
import { replayOutbox } from './replay.ts'
import { rowOfText, textOfRow, type FoundRow } from './sealedRow.ts'

/**
 * The second copy of what this desk has done: an append-only file beside the database, encrypted
 * with a key made of the data key, on the disk when an append returns. It holds every row the city
 * has not got, and every row that one of the kept backups lacks: a backup and the journal together
 * are the whole outbox.
 */
export function journalFile(databaseFile: string): string {
  return path.join(path.dirname(databaseFile), 'desk.outbox-journal')
}

export interface JournalRead {
  readonly kind: 'missing' | 'whole' | 'torn' | 'damaged'
  /** rows up to here that are not in it are with the city and in every backup that was kept */
  readonly from: readonly ChainHead[]
  /** in the order they were written */
  readonly rows: readonly FoundRow[]
  /** bytes from the beginning that are in order */
  readonly goodBytes: number
}

/** Changes nothing. A wrong key reads as `damaged` with no rows. */
export function readJournal(databaseFile: string, dataKey: Uint8Array): JournalRead {
  const bytes = bytesOf(journalFile(databaseFile))
  if (bytes === null) return { kind: 'missing', from: [], rows: [], goodBytes: 0 }
  const { kind, texts, goodBytes } = readRecords(bytes, journalKey(dataKey))
  return {
    kind,
    from: texts.flatMap((text) => (text.startsWith(FROM) ? beginningOf(text) : [])),
    rows: texts.flatMap((text) => rowOfText(text) ?? []),
    goodBytes,
  }
}

export interface JournalPlace {
  readonly databaseFile: string
  readonly dataKey: Uint8Array
  /**
   * the last row of each chain that every kept backup has (`coveredHeads` of electron/backups);
   * no backup: none
   */
  readonly covered: readonly ChainHead[]
}

/** Held open while the database is. */
export interface OutboxJournal {
  readonly file: string
  readonly key: Uint8Array
  handle: number
  /** what is in order; an append that failed is written over by the next */
  bytes: number
  /** the number of the last row of each chain that is in it */
  ends: Map<string, number>
}

export interface JournalOpened {
  readonly journal: OutboxJournal
  readonly found: JournalRead['kind']
  /** rows the database had lost, put back into it */
  readonly putBack: number
  /** rows the journal had lost, or never got */
  readonly caughtUp: number
}

/** Above this size a start looks whether half of it may go. */
export const COMPACT_ABOVE_BYTES = 4 * 1024 * 1024

/**
 * Opens or makes it, and brings outbox and journal to the same: rows only the journal has go into
 * the outbox, rows only the outbox has go into the journal. Call it before the desk's epoch is read:
 * rows that do not follow their chain begin a new one. A damaged journal is put aside, not deleted.
 *
 * @throws DeskError
 */
export function openJournal(db: Database, place: JournalPlace): JournalOpened {
  try {
    const { databaseFile, dataKey, covered } = place
    const file = journalFile(databaseFile)
    const read = readJournal(databaseFile, dataKey)
    const putBack = putBackInto(db, read.rows)
    if (read.kind === 'damaged') putAside(file)
    const usable = read.kind === 'whole' || (read.kind === 'torn' && read.goodBytes > 0)
    const key = journalKey(dataKey)
    const anew = usable && !worthCompacting(db, read, covered) ? null : begun(db, covered, key)
    if (anew !== null) replaceFile(file, anew.bytes)
    const journal = {
      file,
      key,
      handle: fs.openSync(file, 'r+'),
      bytes: anew?.bytes.length ?? read.goodBytes,
      ends: endsOf(anew === null ? [...read.from, ...read.rows] : chainHeads(db)),
    }
    fs.ftruncateSync(journal.handle, journal.bytes)
    const appended = appendToJournal(journal, db)
    return { journal, found: read.kind, putBack, caughtUp: usable ? appended : (anew?.rows ?? 0) }
  } catch (thrown) {
    throw dbError(thrown, 'The second copy of the acts was not opened')
  }
}

/**
 * Writes every row of the outbox that is not in the journal yet: call it when an act is committed.
 * The act stands whatever happens here; what was not written is written with the next one.
 *
 * @returns how many rows were written; they are on the disk
 * @throws DeskError
 */
export function appendToJournal(journal: OutboxJournal, db: Database): number {
  try {
    const { handle, key, ends } = journal
    const heads = chainHeads(db)
    const rows = heads.flatMap((head) => rowsAfter(db, head, ends.get(chainKey(head)) ?? 0))
    if (rows.length === 0) return 0
    const bytes = recordsOf(rows, key, journal.bytes)
    fs.writeSync(handle, bytes, 0, bytes.length, journal.bytes)
    fs.fdatasyncSync(handle)
    journal.bytes += bytes.length
    for (const [chain, seq] of endsOf(heads)) ends.set(chain, seq)
    return rows.length
  } catch (thrown) {
    throw dbError(thrown, 'The second copy of the act was not kept')
  }
}

/**
 * Writes it anew with what it must hold and no more: after a deletion (db/emptying.ts), so that no
 * text that was emptied stays in it.
 *
 * @throws DeskError
 */
export function rewriteJournal(
  journal: OutboxJournal,
  db: Database,
  covered: readonly ChainHead[],
): void {
  try {
    const { bytes } = begun(db, covered, journal.key)
    const ends = endsOf(chainHeads(db))
    fs.closeSync(journal.handle) // Windows renames over no open file
    try {
      replaceFile(journal.file, bytes)
      journal.bytes = bytes.length
      journal.ends = ends
    } finally {
      journal.handle = fs.openSync(journal.file, 'r+')
    }
  } catch (thrown) {
    throw dbError(thrown, 'The second copy of the acts was not written anew')
  }
}

export function closeJournal({ handle }: OutboxJournal): void {
  fs.closeSync(handle)
}

function putBackInto(db: Database, rows: readonly FoundRow[]): number {
  const lasts = new Map(rows.map((row) => [chainKey(row), row]))
  if ([...lasts.values()].every((row) => hasRow(db, row))) return 0
  const replayed = replayOutbox(db, { rows, newEpoch: 'if-needed', epochSeen: 0 })
  return replayed.verbatim + replayed.resealed
}

function worthCompacting(
  db: Database,
  { goodBytes, rows }: JournalRead,
  covered: readonly ChainHead[],
): boolean {
  return goodBytes > COMPACT_ABOVE_BYTES && neededRows(db, covered).length < rows.length / 2
}

/** A journal from the beginning: what may be missing from it, and every row that may not. */
function begun(
  db: Database,
  covered: readonly ChainHead[],
  key: Uint8Array,
): { readonly bytes: Buffer; readonly rows: number } {
  const from = chainHeads(db).flatMap((head) => lesser(head, coveredOf(covered, head)) ?? [])
  const first = Buffer.concat([
    FIRST_LINE,
    sealRecord(`${FROM}${JSON.stringify(from)}}`, key, FIRST_LINE.length),
  ])
  const rows = neededRows(db, covered)
  return { bytes: Buffer.concat([first, recordsOf(rows, key, first.length)]), rows: rows.length }
}

const FROM = '{"journalFrom":'

function beginningOf(text: string): readonly ChainHead[] {
  return (JSON.parse(text) as { readonly journalFrom: readonly ChainHead[] }).journalFrom
}

const lesser = (head: ChainHead, other: ChainHead | undefined): ChainHead | undefined =>
  other === undefined || other.deviceSeq < head.deviceSeq ? other : head

function recordsOf(rows: readonly SealedRow[], key: Uint8Array, at: number): Buffer {
  const records: Buffer[] = []
  let end = at
  for (const row of rows) {
    const record = sealRecord(textOfRow(row), key, end)
    records.push(record)
    end += record.length
  }
  return Buffer.concat(records)
}

function endsOf(heads: readonly ChainHead[]): Map<string, number> {
  const ends = new Map<string, number>()
  for (const head of heads)
    ends.set(chainKey(head), Math.max(head.deviceSeq, ends.get(chainKey(head)) ?? 0))
  return ends
}

function replaceFile(file: string, bytes: Buffer): void {
  const fresh = `${file}.new`
  fs.writeFileSync(fresh, bytes, { mode: 0o600, flush: true })
  fs.renameSync(fresh, file)
  syncFolder(path.dirname(file))
}

/** Under the first name that is free. */
function putAside(file: string): void {
  let n = 1
  while (fs.existsSync(`${file}.damaged-${n}`)) n += 1
  fs.renameSync(file, `${file}.damaged-${n}`)
}

function bytesOf(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch (thrown) {
    if (nativeCode(thrown) === 'ENOENT') return null
    throw thrown
  }
}
