import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
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
  /** as it was when the data were opened */
  readonly found: AnchorCheck
  /** Writes the end of the log down. What did not fit stays as it is: it is the evidence. */
  keep(): void
}

/**
 * The end of the log in a file of its own, signed with a key made of the data key: whoever can write
 * the database alone cannot shorten or rewrite the log unseen (hardening.md 3.5). One look-up at the
 * start; the whole log is checked by db/auditCheck.ts.
 */
export function openAnchor(folder: string, dataKey: Uint8Array, db: Database): AuditAnchor {
  const file = join(folder, ANCHOR_FILE)
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'student card desk, log anchor 1', 32))
  const write = (): void => writeDurably(file, signed(auditHead(db), key))
  if (!existsSync(file) && auditHead(db).seq === 0) write()
  const found = check(file, key, db)
  return {
    found,
    keep() {
      if (found === 'fits') write()
    },
  }
}

const FORM = /^(log anchor 1 (\d+) ([0-9a-f]{64})) ([0-9a-f]{64})\n$/

function signed({ seq, hash }: AuditHead, key: Uint8Array): string {
  const content = `log anchor 1 ${seq} ${hash}`
  return `${content} ${macOf(content, key).toString('hex')}\n`
}

function check(file: string, key: Uint8Array, db: Database): AnchorCheck {
  if (!existsSync(file)) return 'missing'
  const [, content, seq, hash, mac] = FORM.exec(readFileSync(file, 'latin1')) ?? []
  if (content === undefined || mac === undefined) return 'ruined'
  if (!timingSafeEqual(macOf(content, key), Buffer.from(mac, 'hex'))) return 'ruined'
  if (Number(seq) === 0) return 'fits'
  const there = auditHashAt(db, Number(seq))
  if (there === null) return 'truncated'
  return there === hash ? 'fits' : 'restamped'
}

function macOf(content: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(content).digest()
}
