import { setImmediate as nextTurn } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import type { AuditMoment } from '../core/audit.ts'
import type { PrivacyView, RetentionLine } from '../core/care.ts'
import type { Ground } from '../core/legalBasis.ts'
import { RULES_VERSION } from '../core/processingRules.ts'
import { RETENTION_CLASSES, RETENTION_RULES, type RetentionClass } from '../core/retention.ts'
import type { Database } from '../db/database.ts'
import { getSchoolBasis, pupilsWithoutBasis, recordSchoolBasis } from '../db/legalBasis.ts'
import { planRetention, runRetention } from '../db/retention.ts'
import { lastRuns } from '../db/retentionRuns.ts'
import { changeRetention, getRetention } from '../db/retentionSettings.ts'

export interface PrivacyParts {
  /** @throws DeskError while no school is open */
  readonly db: () => Database
  readonly moment: () => AuditMoment
  /** rows have gone: the file's free places and the backups hold them still */
  readonly onDeleted: () => void
}

/** By what right pupils' data are kept, and how long. */
export interface Privacy {
  view(): PrivacyView
  setGround(ground: Ground): PrivacyView
  /** @throws DeskError `ipc-arguments`: a time that may not be */
  setMonths(change: Partial<Readonly<Record<RetentionClass, number>>>): PrivacyView
  /** portion by portion, the desk goes on meanwhile */
  run(): Promise<PrivacyView>
  /** the same by itself, at most once a day, if anything has had its time */
  runDaily(): Promise<void>
}

const COUNTED = 100
const RUNS_LOOKED_AT = 200
const DAY_MS = 24 * 60 * 60 * 1_000

export function privacy(parts: PrivacyParts): Privacy {
  function view(): PrivacyView {
    const db = parts.db()
    const plan = planRetention(db, parts.moment().at)
    const lines = plan.kind === 'refused' ? null : new Map(plan.classes.map((one) => [one.of, one]))
    return {
      basis: getSchoolBasis(db),
      rulesVersion: RULES_VERSION,
      withoutBasis: pupilsWithoutBasis(db, RULES_VERSION, { after: null, limit: COUNTED }).length,
      retention: linesOf(db, (of) => lines?.get(of)),
      clockRefused: lines === null,
    }
  }

  return {
    view,
    setGround(ground) {
      recordSchoolBasis(parts.db(), { ground, rulesVersion: RULES_VERSION }, parts.moment())
      return view()
    },
    setMonths(change) {
      changeRetention(parts.db(), change, parts.moment())
      return view()
    },
    async run() {
      await runOnce()
      return view()
    },
    async runDaily() {
      const db = parts.db()
      const now = parts.moment().at
      const [last] = lastRuns(db, 1)
      if (last !== undefined && Math.abs(now - last.at) < DAY_MS) return
      const plan = planRetention(db, now)
      if (plan.kind === 'planned' && plan.classes.some(({ rows }) => rows > 0)) await runOnce()
    },
  }

  async function runOnce(): Promise<void> {
    const order = { runId: uuidv7(), moment: parts.moment() }
    let portions = 0
    const steps = runRetention(parts.db(), order)
    while (steps.next().done !== true) {
      portions += 1
      await nextTurn()
    }
    if (portions > 0) parts.onDeleted()
  }
}

function linesOf(
  db: Database,
  counted: (of: RetentionClass) => { readonly rows: number; readonly held: number } | undefined,
): readonly RetentionLine[] {
  const months = getRetention(db)
  const runs = lastRuns(db, RUNS_LOOKED_AT)
  return RETENTION_CLASSES.map((of) => {
    const last = runs.find((run) => run.of === of)
    const { least, most } = RETENTION_RULES[of]
    return {
      ...{ of, months: months[of], least, most },
      due: counted(of)?.rows ?? 0,
      held: counted(of)?.held ?? 0,
      lastRun: last === undefined ? null : { at: last.at, deleted: last.deleted },
    }
  })
}
