import { sha256, type ChainHead } from '../outbox.ts'
import type { AuditRow } from '../audit.ts'
import { connect } from '../connect.ts'
import type { Database } from '../database.ts'
import type { Desk } from '../desk.ts'
import { fitsItself, type FoundRow } from '../sealedRow.ts'
import type { Salvage, SalvagePlace } from './salvage.ts'

/** Each table up to where it can be read. */
export function salvageBySelect({ file, key, nativeBinding }: SalvagePlace): Salvage {
  const db = connected({ file, key, nativeBinding })
  if (db === null) return { outbox: [], heads: [], audit: [], desk: null, whole: false }
  try {
    const outbox = rowsOf<FoundRow>(db, `SELECT ${OUTBOX} FROM outbox ORDER BY rowid`)
    const audit = rowsOf<AuditRow>(db, `SELECT ${AUDIT} FROM audit ORDER BY seq`)
    const heads = rowsOf<ChainHead>(db, `SELECT ${HEAD} FROM outbox_head`)
    const desk = rowsOf<Desk>(db, `SELECT ${DESK} FROM desk`)
    return {
      outbox: outbox.rows.filter(fitsItself),
      heads: heads.rows,
      audit: audit.rows.filter(auditRowFits),
      desk: desk.rows[0] ?? null,
      whole: [outbox, audit, heads, desk].every(({ end }) => end === 'last'),
    }
  } finally {
    db.close()
  }
}

/** An emptied row (db/emptying.ts) only its neighbours can tell of. */
export function auditRowFits({ sealed, hash }: AuditRow): boolean {
  return sealed === '' || sha256(sealed) === hash
}

const HEAD = `device_id AS deviceId, device_epoch AS deviceEpoch, device_seq AS deviceSeq, hash`
const OUTBOX = `${HEAD}, cmd_id AS cmdId, type, sealed, prev_hash AS prevHash, status, refusal`
const AUDIT = `seq, at, operator_id AS operatorId, kind, student_id AS studentId, sealed,
  prev_hash AS prevHash, hash`
const DESK = `device_id AS deviceId, device_epoch AS deviceEpoch, school_id AS schoolId,
  made_at AS madeAt`

function connected(place: SalvagePlace): Database | null {
  try {
    return connect({ ...place, readonly: true })
  } catch {
    return null
  }
}

/** A failure ends it: what kind does not matter, the pages are gone through next. */
function rowsOf<Row>(
  db: Database,
  select: string,
): { readonly rows: readonly Row[]; readonly end: 'last' | 'damage' } {
  const rows: Row[] = []
  try {
    for (const row of db.prepare(select).iterate()) rows.push(row as Row)
    return { rows, end: 'last' }
  } catch {
    return { rows, end: 'damage' }
  }
}
