import { describe, expect, it } from 'vitest'
import { auditOfStudent, auditHead } from '../../db/audit.ts'
import { handlersOf } from '../../electron/handlers.ts'
import { openDesk, type OpenDesk } from './openDesk.ts'

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
    expect(auditOfStudent(db(), studentId, 10)).toMatchObject([
      { kind: 'education-id-shown', reason: 'transfer', at: clock.now(), bootId: 'boot-1' },
    ])
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
    expect(auditOfStudent(db(), studentId, 10)).toMatchObject([{ kind: 'page-opened' }])
    expect(auditHead(db()).seq).toBe(1)
  })

  it('and a tap, and a change of settings, leave one row each', async () => {
    const { desk, db, tapped } = await openDesk()
    const { person } = await tapped('valid')
    desk.changeSettings({ muted: true, volume: 20 })
    expect(auditHead(db()).seq).toBe(2)
    expect(auditOfStudent(db(), person?.studentId ?? '', 10)).toMatchObject([{ kind: 'tap' }])
  })
})
