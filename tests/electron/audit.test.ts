import { describe, expect, it } from 'vitest'
import { auditOfStudent } from '../../db/audit.ts'
import { auditPage } from '../../db/auditPages.ts'
import type { Database } from '../../db/database.ts'
import { handlersOf } from '../../electron/handlers.ts'
import { openDesk, type OpenDesk } from './openDesk.ts'
import { everything } from './signIn.ts'

const EVERY = { before: null, operatorId: null, kinds: null, from: null, to: null, studentId: null }

/** What the log holds, oldest first. */
const rows = (db: Database): readonly string[] =>
  auditPage(db, { ...EVERY, limit: 100 })
    .map(({ kind }) => kind)
    .toReversed()

async function aPupil(): Promise<OpenDesk & { readonly studentId: string }> {
  const open = await openDesk()
  const [line] = open.desk.lookUp.find('张伟', 1).lines
  if (line === undefined) throw new Error('The rehearsal school has no 张伟.')
  return { ...open, studentId: line.studentId }
}

describe('A15 a look at a full record', () => {
  it('of the whole 教育ID is one row, with the reason', async () => {
    const { desk, db, studentId, clock } = await aPupil()
    expect(desk.lookUp.educationId(studentId, 'transfer')).toMatch(/^\d{8}$/)
    const [row] = auditOfStudent(db(), studentId, 10)
    expect(row).toMatchObject({
      ...{ kind: 'education-id-shown', reason: 'transfer', at: clock.now(), bootId: 'boot-1' },
      ...{ operatorId: everything.id, purpose: 'desk' },
    })
  })

  it('without a reason, or with one that is none, is refused before anything is shown', async () => {
    const { desk, studentId } = await aPupil()
    const { args } = handlersOf(desk)['student.educationId']
    expect(args.safeParse({ studentId, reason: 'exam' }).success).toBe(true)
    for (const reason of [undefined, '', 'curious', null])
      expect(args.safeParse({ studentId, reason }).success).toBe(false)
  })

  it('of a page is one row; of nobody there is none', async () => {
    const { desk, db, studentId } = await aPupil()
    desk.lookUp.page(studentId)
    desk.lookUp.page('nobody')
    expect(desk.lookUp.educationId('nobody', 'card')).toBeNull()
    expect(rows(db())).toEqual(['signed-in', 'list-shown', 'page-opened'])
  })

  it('and a tap, and a change of settings, leave one row each', async () => {
    const { desk, db, tapped } = await openDesk()
    const { person } = await tapped('valid')
    desk.changeSettings({ muted: true, volume: 20 })
    expect(rows(db())).toEqual(['signed-in', 'tap', 'settings-changed'])
    expect(auditOfStudent(db(), person?.studentId ?? '', 10)).toMatchObject([{ kind: 'tap' }])
  })
})

describe('a list that is shown', () => {
  it('is one row while it shows nobody the row before does not name, and another one later', async () => {
    const { desk, db, clock } = await openDesk()
    const lists = (): number => rows(db()).filter((kind) => kind === 'list-shown').length
    // Two 张伟, the same two, one of them; then many again, first five and then all.
    for (const text of ['张伟', 'zhangwei', '张伟']) desk.lookUp.find(text, 50)
    expect(lists()).toBe(1)
    for (const limit of [5, 50]) desk.lookUp.find('张', limit)
    expect(lists()).toBe(2)
    clock.pass(10_001)
    desk.lookUp.find('张', 50)
    desk.lookUp.find('没有这个人', 50)
    expect(lists()).toBe(3)
  })

  it('names who was shown where they are few', async () => {
    const { desk, db } = await openDesk()
    const { lines } = desk.lookUp.find('张伟', 50)
    const [row] = auditPage(db(), { ...EVERY, limit: 1 })
    expect(row?.about?.split(' ')).toEqual(lines.map(({ studentId }) => studentId))
  })
})
