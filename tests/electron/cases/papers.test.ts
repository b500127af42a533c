import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { beijingMidnight, type CalendarDate } from '../../../core/calendarDate.ts'
import type { PaperAsked } from '../../../core/paperRequests.ts'
import { enterAnnouncement } from '../../../db/announcements.ts'
import type { Database } from '../../../db/database.ts'
import type { PaperMade } from '../../../electron/papers/paperPages.ts'
import { byClerk } from '../../helpers/newCardActs.ts'
import { signInAs } from '../signIn.ts'
import { deskParts, openDesk } from '../openDesk.ts'

const date = (text: string): CalendarDate => text as CalendarDate
const WEDNESDAY = beijingMidnight(date('2026-10-14')) + 9 * 3_600_000

/** Somebody whose card is lost, and who has no photo missing. */
const lostIn = (db: Database): { studentId: string; cardId: string } =>
  db
    .prepare(
      `SELECT student.id AS studentId, card.id AS cardId
       FROM student JOIN school ON school.id = school_id AND own = 1 JOIN card ON card.student_id = student.id
       JOIN photo ON photo.student_id = student.id
       WHERE enrolment = 'enrolled' AND state = 'LOST' AND NOT EXISTS (
         SELECT 1 FROM card AS other WHERE other.student_id = student.id AND other.state = 'ACTIVE') LIMIT 1`,
    )
    .get() as { studentId: string; cardId: string }

/** @param atDialog while the printer's dialog stands */
async function aDeskWithPrinter(atDialog: () => void = () => undefined) {
  const made: PaperMade[] = []
  const home = mkdtempSync(join(tmpdir(), 'papers-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const given = deskParts(home, ['--students', '500'])
  const hands = {
    ...given.hands,
    chooseFolder: () => Promise.resolve(home),
    paperPrint(paper: PaperMade) {
      made.push(paper)
      atDialog()
      return Promise.resolve({ kind: 'printed' as const })
    },
  }
  const open = await openDesk(['--students', '500'], { hands })
  open.clock.set(WEDNESDAY)
  const { studentId, cardId } = lostIn(open.db())
  const applied = await open.desk.acts.cases.act({
    ...{ act: 'apply', studentId, oldCardId: cardId, cause: 'lost', waiver: null },
  })
  if (applied.kind === 'refused') throw new Error(applied.why)
  const slip: PaperAsked = { of: 'slip', studentId, language: 'zh-CN' }
  return { ...open, made, home, studentId, slip, application: applied.page.application }
}

describe('a paper of several', () => {
  it('is a look at each it names, in the log before it is seen', async () => {
    const { desk, db } = await aDeskWithPrinter()
    const { studentId, classId } = db()
      .prepare(
        `SELECT student.id AS studentId, class_id AS classId FROM student
         JOIN card ON card.student_id = student.id AND card.state = 'ARRIVED'
         WHERE enrolment = 'enrolled' AND class_id IS NOT NULL LIMIT 1`,
      )
      .get() as { studentId: string; classId: string }
    const asked = { of: 'hand-over', classId, language: 'zh-CN' } as const
    const shown = await desk.reports.papers.preview(asked)
    expect(shown.kind).toBe('pages')
    const { entries } = desk.logBook.page({
      ...{ before: null, operatorId: null, kinds: ['list-shown'], limit: 1 },
    })
    expect(entries).toMatchObject([{ reason: 'hand-over' }])
    const [{ studentId: one = null, about = null } = {}] = entries
    expect(about?.split(' ') ?? [one]).toContain(studentId)
  })
})

describe('a slip', () => {
  it('is printed with what the case says, in the log, and the second one is a copy', async () => {
    const { desk, made, slip, studentId, db } = await aDeskWithPrinter()
    const { papers } = desk.reports
    expect(await papers.print(slip)).toEqual({ kind: 'printed' })
    expect(await papers.print(slip)).toEqual({ kind: 'printed' })
    const [first, second] = made
    expect(first?.html).toContain('96066')
    expect(first?.html).toContain('¥15.00')
    expect(first?.html).not.toContain('副本')
    expect(second?.html).toContain('副本')
    expect(first?.html).not.toMatch(/\d{8}/)
    const logged = db()
      .prepare(`SELECT student_id AS id FROM audit WHERE kind = 'paper-made'`)
      .all()
    expect(logged).toEqual([{ id: studentId }, { id: studentId }])
  })

  it('is in the log and counted though the desk locked over the printer’s dialog', async () => {
    let lock = (): void => undefined
    const { desk, made, slip, db } = await aDeskWithPrinter(() => lock())
    const rows = () =>
      db().prepare(`SELECT operator_id AS by FROM audit WHERE kind = 'paper-made'`).all()
    let before: readonly unknown[] = []
    lock = () => {
      before = rows()
      desk.lock('idle')
    }
    expect(await desk.reports.papers.print(slip)).toEqual({ kind: 'printed' })
    expect([before.length, rows()]).toEqual([1, [{ by: expect.any(String) as string }]])
    lock = () => undefined
    await signInAs(desk)
    await desk.reports.papers.print(slip)
    expect(made[1]?.html).toContain('副本')
  })

  it('saved as a file has no pupil in its name', async () => {
    const { desk, slip, home } = await aDeskWithPrinter()
    const saved = await desk.reports.papers.save(slip)
    expect(saved.kind).toBe('saved')
    expect(readdirSync(home).filter((name) => name.endsWith('.pdf'))).toEqual([
      expect.stringMatching(/^\D+ 2026-10-14\.pdf$/),
    ])
  })

  it('of nobody’s case is none', async () => {
    const { desk, made } = await aDeskWithPrinter()
    const asked = { of: 'slip', studentId: 'nobody', language: 'zh-CN' } as const
    expect(await desk.reports.papers.preview(asked)).toEqual({ kind: 'empty' })
    expect(await desk.reports.papers.print({ of: 'inquiry', language: 'zh-CN' })).toEqual({
      kind: 'empty',
    })
    expect(made).toEqual([])
  })

  it('5.7-13: that tells another window than there is now is listed to be printed again', async () => {
    const { desk, slip, studentId, application, db } = await aDeskWithPrinter()
    const { cases, newCards } = desk.acts
    const applicationId = application?.applicationId ?? ''
    newCards.say(applicationId, application?.data?.mark ?? '', {
      ...{ kind: 'confirmed', said: { by: 'student' } },
    })
    await cases.act({ act: 'open-order', studentId, applicationId, channel: 'app' })
    await desk.reports.papers.print(slip)
    expect(cases.page(studentId)?.exceptions).toEqual([])
    enterAnnouncement(db(), {
      ...byClerk('operator-1', WEDNESDAY),
      command: { from: date('2026-10-15'), to: date('2026-10-16'), source: '市卡管公告' },
    })
    expect(cases.page(studentId)?.exceptions).toEqual([
      { kind: 'slip-outdated', told: '2026-10-20' },
    ])
    expect(cases.lists('exceptions').lines.map((line) => line.studentId)).toContain(studentId)
    await desk.reports.papers.print(slip)
    expect(cases.page(studentId)?.exceptions).toEqual([])
  })
})
