import { describe, expect, it } from 'vitest'
import type { NewCardLine, NewCardStage } from '../../core/newCardRequests.ts'
import { openDesk, type OpenDesk } from './openDesk.ts'
import { everything, signInAs, whoIs } from './signIn.ts'

const teacher = whoIs('class-teacher')
const YES = { kind: 'confirmed', said: { by: 'student' } } as const
const NO = {
  ...({
    kind: 'disputed',
    evidence: '户口簿',
    items: [{ field: 'name', right: '王晓明' }],
  } as const),
  said: { by: 'parent', name: '王刚', relation: 'father' } as const,
}

/** A desk of a school in which whole classes have no card yet. */
async function deskWithNewcomers(): Promise<OpenDesk & { readonly classes: readonly string[] }> {
  const open = await openDesk()
  const db = open.db()
  const of = `SELECT id FROM student WHERE class_id IN (SELECT id FROM class WHERE grade <= 2)
              AND enrolment <> 'left'`
  db.exec(`DELETE FROM card_fare WHERE card_id IN (SELECT id FROM card WHERE student_id IN (${of}));
           DELETE FROM card_identifier WHERE card_id IN (SELECT id FROM card WHERE student_id IN (${of}));
           DELETE FROM card WHERE student_id IN (${of})`)
  const view = open.desk.acts.newCards.view()
  return { ...open, classes: view.classes.flatMap(({ classId }) => classId ?? []) }
}

const count = ({ desk }: OpenDesk, stage: NewCardStage): number =>
  desk.acts.newCards.view().classes.reduce((sum, { stages }) => sum + stages[stage], 0)

const rows = (open: OpenDesk, table: string): number =>
  (open.db().prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

function linesOf({ desk }: OpenDesk, classId: string, stage: NewCardStage): readonly NewCardLine[] {
  return desk.acts.newCards.list(classId, stage)?.lines ?? []
}

function sayOf({ desk }: OpenDesk, { application }: NewCardLine, outcome: typeof YES | typeof NO) {
  if (application === null) throw new Error('There is no application.')
  return desk.acts.newCards.say(application.applicationId, application.mark, outcome)
}

describe('new cards for newcomers', () => {
  it('go from "no card" over an application and a confirmation into a list', async () => {
    const open = await deskWithNewcomers()
    const { desk, classes } = open
    const [classId = ''] = classes
    const pupils = linesOf(open, classId, 'to-apply')
    expect(pupils.length).toBeGreaterThan(3)
    const [outbox, audit] = [rows(open, 'outbox'), rows(open, 'audit')]
    const applied = await desk.acts.newCards.apply([classId], [])
    expect([applied.applicationIds.length, applied.refused]).toEqual([pupils.length, {}])
    expect([rows(open, 'outbox') - outbox, rows(open, 'audit') - audit]).toEqual([
      pupils.length,
      pupils.length,
    ])
    const [first, second] = linesOf(open, classId, 'awaiting-info')
    if (first === undefined || second === undefined) throw new Error('Nobody awaits.')
    expect(sayOf(open, first, YES)).toEqual({ kind: 'recorded' })
    expect(sayOf(open, second, NO)).toEqual({ kind: 'recorded' })
    expect(sayOf(open, second, YES)).toMatchObject({ why: 'still-disputed' })
    expect([count(open, 'to-be-listed'), desk.lookUp.page(first.pupil.studentId)]).toMatchObject([
      1,
      { application: 'to-be-listed' },
    ])
    expect(await desk.acts.newCards.makeList()).toEqual({ kind: 'made', pupils: 1 })
    expect(desk.acts.newCards.view().lists).toMatchObject([{ pupils: 1, withCard: 0, changed: 0 }])
    expect(await desk.acts.newCards.makeList()).toEqual({ kind: 'refused', why: 'nobody' })
  })

  it('are applied for in slices: main has its turns in between', async () => {
    const open = await deskWithNewcomers()
    const all = count(open, 'to-apply')
    expect(all).toBeGreaterThan(50)
    let turns = 0
    const turning = setInterval(() => (turns += 1), 0)
    const applied = await open.desk.acts.newCards.apply([...open.classes], [])
    clearInterval(turning)
    expect(applied.applicationIds).toHaveLength(all)
    expect(turns).toBeGreaterThan(all / 10)
  })

  it('are taken back as a slip, all of them', async () => {
    const open = await deskWithNewcomers()
    const before = count(open, 'to-apply')
    const { applicationIds } = await open.desk.acts.newCards.apply([open.classes[0] ?? ''], [])
    const { withdrawn } = await open.desk.acts.newCards.withdraw(applicationIds, null)
    expect([withdrawn, count(open, 'to-apply')]).toEqual([applicationIds.length, before])
  })

  it('say that the city has other data by now (5.7-16)', async () => {
    const open = await deskWithNewcomers()
    const [classId = ''] = open.classes
    await open.desk.acts.newCards.apply([classId], [])
    const [line] = linesOf(open, classId, 'awaiting-info')
    if (line === undefined) throw new Error('Nobody awaits.')
    sayOf(open, line, YES)
    await open.desk.acts.newCards.makeList()
    const { studentId } = line.pupil
    open.db().prepare(`UPDATE student SET name = '改名' WHERE id = ?`).run(studentId)
    expect(open.desk.acts.newCards.view().lists).toMatchObject([{ changed: 1 }])
    expect(open.desk.lookUp.page(studentId)).toMatchObject({ application: 'listed-changed' })
  })

  it('are confirmed by a class teacher in the own class alone', async () => {
    const open = await deskWithNewcomers()
    const { desk } = open
    await desk.acts.newCards.apply([...open.classes], [])
    const others = linesOf(open, open.classes[0] ?? '', 'awaiting-info')
    const [other] = others
    if (other === undefined) throw new Error('Nobody awaits.')
    const own = desk.people.list().find(({ id }) => id === teacher.id)?.classes ?? []
    expect(own).not.toContain(other.pupil.className)
    desk.lock('asked')
    await signInAs(desk, teacher)
    const { classes, lists } = desk.acts.newCards.view()
    expect(classes.every(({ name }) => own.includes(name ?? ''))).toBe(true)
    expect([lists, linesOf(open, open.classes[0] ?? '', 'awaiting-info')]).toEqual([[], []])
    expect(sayOf(open, other, YES)).toEqual({ kind: 'refused', why: 'not-open' })
    desk.lock('asked')
    await signInAs(desk, everything)
    expect(sayOf(open, other, YES)).toEqual({ kind: 'recorded' })
  })
})
