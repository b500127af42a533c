import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditHead } from '../core/audit.ts'
import { auditHashAt, auditHead } from '../db/audit.ts'
import type { Database } from '../db/database.ts'
import { writeDurably } from '../db/durableFile.ts'

export const ANCHOR_FILE = 'desk.log-anchor'

/**
 * Does the log still reach back to where it was written down outside of it?
 * - `missing`   the log has rows and nothing is written down of them
 * - `ruined`    what is written down was not written by this desk
 * - `truncated` the log ends before
 * - `restamped` the log has another row there
 */
export type AnchorCheck = 'fits' | 'missing' | 'ruined' | 'truncated' | 'restamped'

export interface AuditAnchor {
  /** as it was when the data were opened, or accepted since */
  found(): AnchorCheck
  /** the end that is written down; null: none that this desk has signed */
  written(): AuditHead | null
  /** Writes the end of the log down. What did not fit stays as it is: it is the evidence. */
  keep(): void
  /** Somebody answers for what does not fit: watched from here on. The old one is kept beside. */
  accept(): void
}

/**
 * The end of the log in a file of its own, signed with a key made of the data key: whoever can write
 * the database alone cannot shorten or rewrite the log unseen (hardening.md 3.5). One look-up at the
 * start; the whole log is checked by db/auditCheck.ts.
 */
export function openAnchor(folder: string, dataKey: Uint8Array, db: Database): AuditAnchor {
  const file = join(folder, ANCHOR_FILE)
  const key = anchorKey(dataKey)
  const write = (): void => writeDurably(file, signed(auditHead(db), key))
  if (!existsSync(file) && auditHead(db).seq === 0) write()
  let found = check(file, key, db)
  return {
    found: () => found,
    written: () => read(file, key),
    keep() {
      if (found === 'fits') write()
    },
    accept() {
      if (existsSync(file)) renameSync(file, `${file}.${auditHead(db).seq}`)
      write()
      found = 'fits'
    },
  }
}

/** The same file beside a copy of the data, for an end of the log that was read there. */
export function writeAnchor(folder: string, dataKey: Uint8Array, end: AuditHead): void {
  writeDurably(join(folder, ANCHOR_FILE), signed(end, anchorKey(dataKey)))
}

function anchorKey(dataKey: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync('sha256', dataKey, '', 'student card desk, log anchor 1', 32))
}

const FORM = /^(log anchor 1 (\d+) ([0-9a-f]{64})) ([0-9a-f]{64})\n$/

function signed({ seq, hash }: AuditHead, key: Uint8Array): string {
  const content = `log anchor 1 ${seq} ${hash}`
  return `${content} ${macOf(content, key).toString('hex')}\n`
}

function check(file: string, key: Uint8Array, db: Database): AnchorCheck {
  if (!existsSync(file)) return 'missing'
  const end = read(file, key)
  if (end === null) return 'ruined'
  if (end.seq === 0) return 'fits'
  const there = auditHashAt(db, end.seq)
  if (there === null) return 'truncated'
  return there === end.hash ? 'fits' : 'restamped'
}

function read(file: string, key: Uint8Array): AuditHead | null {
  if (!existsSync(file)) return null
  const [, content, seq, hash, mac] = FORM.exec(readFileSync(file, 'latin1')) ?? []
  if (content === undefined || hash === undefined || mac === undefined) return null
  if (!timingSafeEqual(macOf(content, key), Buffer.from(mac, 'hex'))) return null
  return { seq: Number(seq), hash }
}

function macOf(content: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(content).digest()
}
