import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { CaseCommand } from '../../../core/case/commands.ts'
import { caseOf } from '../../../db/cases.ts'
import { storeCaseAct } from '../../../db/caseActs.ts'
import { byClerk, say } from '../../helpers/newCardActs.ts'
import { afterThisTest } from '../../helpers/afterThisTest.ts'
import { deskParts, openDesk } from '../openDesk.ts'

/** A rehearsal school whose clerk is asked for a file and has this one. */
export async function cityDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'city-'))
  afterThisTest(() => rmSync(folder, { recursive: true, force: true }))
  let chosen: string | null = null
  const { hands } = deskParts(folder, [])
  const open = await openDesk(['--students', '300'], {
    hands: { ...hands, chooseFile: () => Promise.resolve(chosen) },
  })
  const db = open.db()

  function act(command: CaseCommand): void {
    const decision = storeCaseAct(db, {
      ...{ ...byClerk('operator-1', open.clock.now()), command, reason: null },
      conditions: {
        ...{ isSupervisor: true, tapped: null, window: () => 'open', clockBehind: false },
        ...{ online: false, mayReactivate: true },
      },
    })
    if (decision.kind === 'refused') throw new Error(`${command.type}: ${decision.why}`)
  }

  /** Pupils with one card in use and nothing open, by class. */
  const pupils = db
    .prepare(
      `SELECT student.id AS studentId, education_id AS educationId, card.id AS cardId FROM student
       JOIN school ON school.id = student.school_id AND own = 1
       JOIN card ON card.student_id = student.id AND card.state = 'ACTIVE'
       WHERE enrolment = 'enrolled' AND education_id IS NOT NULL
         AND student.id NOT IN (SELECT student_id FROM application)
       GROUP BY student.id HAVING count(*) = 1 ORDER BY student.id`,
    )
    .all() as { studentId: string; educationId: string; cardId: string }[]

  return {
    ...open,
    database: db,
    folder,
    act,
    pupils,
    caseOf: (studentId: string) => caseOf(db, studentId),
    rows: (table: string): number =>
      (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n,
    /** the next file somebody is asked for; null: they call it off */
    choose(text: string | null, name = 'file.csv') {
      chosen = text === null ? null : join(folder, name)
      if (chosen !== null) writeFileSync(chosen, text ?? '')
    },
    /** lost, applied for; `confirmed`: 制卡信息 too */
    applied(n: number, confirmed = true) {
      const pupil = pupils[n]
      if (pupil === undefined) throw new Error('There are too few pupils.')
      const { studentId, cardId } = pupil
      const applicationId = uuidv7()
      const reportedAt = open.clock.now()
      act({
        type: 'loss.reported',
        payload: { cardId, studentId, reportedAt, where: null, by: 'desk' },
      })
      act({
        type: 'reissue.applied',
        payload: { applicationId, studentId, oldCardId: cardId, cause: 'lost', waiver: null },
      })
      if (confirmed) say(db, applicationId, undefined, byClerk('operator-1', open.clock.now()))
      return { ...pupil, applicationId }
    },
  }
}

export type CityDesk = Awaited<ReturnType<typeof cityDesk>>
