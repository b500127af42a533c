import type { AuditEntry, AuditHead } from '../core/audit.ts'
import { DeskError } from '../core/errors.ts'
import { FIRST_PREV_HASH } from '../core/outbox.ts'
import { cutoffOf, logEmptiedTo, RETENTION_RULES } from '../core/retention.ts'
import { auditHead, type AuditRow } from './audit.ts'
import type { Database } from './database.ts'
import { sha256 } from './outbox.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/**
 * - `altered`   the text or a column of a row is not what was hashed
 * - `deleted`   a row in the middle is not there
 * - `reordered` a row stands under a number that is not its own
 * - `truncated` the rows end before the end that is written down, here or elsewhere
 * - `restamped` the rows hold together, but not with what is written down of them
 * - `added`     a row behind the end that is written down
 */
export type AuditBreak = 'altered' | 'deleted' | 'reordered' | 'truncated' | 'restamped' | 'added'

export type AuditCheck =
  | { readonly kind: 'ok'; readonly rows: number }
  | { readonly kind: 'broken'; readonly why: AuditBreak; readonly seq: number }

/**
 * Goes through the whole log and says the first thing that is wrong.
 *
 * @param anchors ends of the log as they were written down elsewhere. Whoever can rewrite the whole
 * file can rewrite the whole chain: only an anchor finds that (hardening.md 3.5).
 */
export function verifyAudit(db: Database, anchors: readonly AuditHead[] = []): AuditCheck {
  return reading('The log was not checked', () => {
    const known = new Map(anchors.map(({ seq, hash }) => [seq, hash]))
    let last: AuditHead = { seq: 0, hash: FIRST_PREV_HASH }
    let emptied: Emptied = { seq: 0, at: Number.NEGATIVE_INFINITY }
    let toldTo = 0
    for (const row of allRows(db)) {
      if (row.sealed === '' && emptied.seq < last.seq) return broken('altered', row.seq)
      if (row.sealed === '') emptied = { seq: row.seq, at: Math.max(row.at, emptied.at) }
      else if (tellsOf(row, emptied)) toldTo = emptied.seq
      const found = breakAt(row, last)
      if (found !== null) return broken(found.why, found.seq)
      const anchor = known.get(row.seq)
      if (anchor !== undefined && anchor !== row.hash) return broken('restamped', row.seq)
      last = row
    }
    if (toldTo < emptied.seq) return broken('altered', emptied.seq)
    return breakAtEnd(last, [auditHead(db), ...anchors]) ?? { kind: 'ok', rows: last.seq }
  })
}

/** What is thrown or shown when the check fails. Rows are named by number: no personal data. */
export function auditError(found: Extract<AuditCheck, { readonly kind: 'broken' }>): DeskError {
  return new DeskError(
    'db-chain-broken',
    `The log of who did and looked at what is not whole: row ${found.seq} is ${found.why}. ` +
      'Somebody or something has changed it outside this program. Nothing was removed. ' +
      'Copy the data folder to a safe place and call the administrator.',
  )
}

interface Found {
  readonly why: AuditBreak
  readonly seq: number
}

/** The beginning of the log whose text is gone (db/emptying.ts): to which row, and how young it is. */
interface Emptied {
  readonly seq: number
  readonly at: number
}

/** Is this the word of the log that its beginning was emptied, at a time when that may be? */
function tellsOf(row: AuditRow, emptied: Emptied): boolean {
  if (row.kind !== 'deleted') return false
  const to = logEmptiedTo((JSON.parse(row.sealed) as AuditEntry).about)
  const { at: before } = cutoffOf('log', { log: RETENTION_RULES.log.least }, row.at)
  return to !== null && to >= emptied.seq && emptied.at < before
}

/** Is this row what it says, and does it follow the one before? */
function breakAt(row: AuditRow, before: AuditHead): Found | null {
  return (row.sealed === '' ? null : breakOfText(row)) ?? breakOfChain(row, before)
}

function breakOfText(row: AuditRow): Found | null {
  if (sha256(row.sealed) !== row.hash) return { why: 'altered', seq: row.seq }
  const entry = JSON.parse(row.sealed) as AuditEntry
  if (entry.seq !== row.seq) return { why: 'reordered', seq: row.seq }
  const columnsAgree =
    entry.at === row.at &&
    entry.operatorId === row.operatorId &&
    entry.kind === row.kind &&
    entry.studentId === row.studentId &&
    entry.prevHash === row.prevHash
  return columnsAgree ? null : { why: 'altered', seq: row.seq }
}

function breakOfChain(row: AuditRow, before: AuditHead): Found | null {
  if (row.seq !== before.seq + 1) return { why: 'deleted', seq: before.seq + 1 }
  return row.prevHash === before.hash ? null : { why: 'restamped', seq: before.seq }
}

/** The rows end where it is written down that they end: at their own head, and not before an anchor. */
function breakAtEnd(last: AuditHead, [own, ...anchors]: readonly [AuditHead, ...AuditHead[]]) {
  const furthest = Math.max(own.seq, ...anchors.map(({ seq }) => seq))
  if (last.seq < furthest) return broken('truncated', last.seq + 1)
  if (last.seq > own.seq) return broken('added', own.seq + 1)
  return last.hash === own.hash ? null : broken('restamped', last.seq)
}

const broken = (why: AuditBreak, seq: number): AuditCheck => ({ kind: 'broken', why, seq })

function allRows(db: Database): Iterable<AuditRow> {
  return prepared<[], AuditRow>(
    db,
    `SELECT seq, at, operator_id AS operatorId, kind, student_id AS studentId, sealed,
            prev_hash AS prevHash, hash FROM audit ORDER BY seq`,
  ).iterate()
}
