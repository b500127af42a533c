import { basisStateOf, getSchoolBasis } from '../../db/legalBasis.ts'
import { beijingMidnight, parseCalendarDate, type EpochMs } from '../../core/calendarDate.ts'
import { DeskError } from '../../core/errors.ts'
import type { BasisState } from '../../core/legalBasis.ts'
import { makeYearlyPack } from '../../core/makeYearlyPack.ts'
import { RULES_VERSION } from '../../core/processingRules.ts'
import { RETENTION_CLASSES } from '../../core/retention.ts'
import type { Language } from '../../core/settings.ts'
import type { BasisYear, RetentionYear, YearlyPack } from '../../core/yearlyPack.ts'
import { auditHead } from '../../db/audit.ts'
import { verifyAudit } from '../../db/auditCheck.ts'
import { auditYear, countEmptied } from '../../db/auditPages.ts'
import type { Database } from '../../db/database.ts'
import { openDatabase } from '../../db/open.ts'
import { listOperators } from '../../db/operators.ts'
import { runsBetween } from '../../db/retentionRuns.ts'
import { getRetention } from '../../db/retentionSettings.ts'
import { getOwnSchool } from '../../db/schools.ts'
import { countStudents, pupilIds } from '../../db/students.ts'
import type { AnchorCheck } from '../auditAnchor.ts'
import { yearlyXlsx } from './yearlyXlsx.ts'

/** Plain data, so that a worker can do it. */
export interface YearlyJob {
  readonly file: string
  readonly key: Uint8Array
  readonly nativeBinding: string | undefined
  readonly year: number
  readonly language: Language
  readonly madeAt: EpochMs
  readonly madeBy: string
  readonly anchor: AnchorCheck
}

export interface YearlyMade {
  readonly pack: YearlyPack
  readonly xlsx: Uint8Array
}

/** Goes through a year of the log, and the whole log for its check. Seconds. @throws DeskError */
export async function makeYearly(job: YearlyJob): Promise<YearlyMade> {
  const { file, key, nativeBinding, language } = job
  const db = openDatabase({ file, key, nativeBinding, readonly: true })
  try {
    const pack = packOf(db, job)
    return { pack, xlsx: await yearlyXlsx(pack, language) }
  } finally {
    db.close()
  }
}

function packOf(db: Database, { year, madeAt, madeBy, anchor }: YearlyJob): YearlyPack {
  const [from, to] = [firstOf(year), firstOf(year + 1)]
  return makeYearlyPack({
    ...{ from, to, madeAt, madeBy },
    school: getOwnSchool(db)?.name ?? '',
    pupils: countStudents(db),
    people: new Map(listOperators(db).map(({ id, name, roles }) => [id, { name, roles }])),
    entries: auditYear(db, from, to),
    emptied: countEmptied(db, from, to),
    retention: retentionOf(db, from, to),
    basis: basisOf(db),
    log: { check: verifyAudit(db), head: auditHead(db), anchor },
  })
}

function firstOf(year: number): EpochMs {
  const day = parseCalendarDate(`${year}-01-01`)
  if (day === null) throw new DeskError('ipc-arguments', 'There is no such year.')
  return beijingMidnight(day)
}

function retentionOf(db: Database, from: EpochMs, to: EpochMs): readonly RetentionYear[] {
  const months = getRetention(db)
  const runs = runsBetween(db, from, to)
  return [...RETENTION_CLASSES, 'pupil' as const].map((dataClass) => {
    const own = runs.filter((run) => run.of === dataClass)
    return {
      dataClass,
      months: dataClass === 'pupil' ? null : months[dataClass],
      deleted: own.reduce((sum, { deleted }) => sum + deleted, 0),
      runs: own.length,
    }
  })
}

function basisOf(db: Database): BasisYear | null {
  const school = getSchoolBasis(db)
  if (school === null) return null
  const pupils: Record<BasisState['kind'], number> = {
    ...{ recorded: 0, missing: 0, 'needs-renewal': 0, withdrawn: 0 },
  }
  for (const id of pupilIds(db)) {
    const state = basisStateOf(db, id, RULES_VERSION)
    if (state !== null) pupils[state.kind] += 1
  }
  const { ground, rulesVersion, recordedAt } = school
  return { ground, rulesVersion, recordedAt, pupils }
}
