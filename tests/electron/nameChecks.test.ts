import { describe, expect, it } from 'vitest'
import type { AuditAct } from '../../core/audit.ts'
import { errorCode } from '../../core/errors.ts'
import { auditPage } from '../../db/auditPages.ts'
import type { Database } from '../../db/database.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { handlersOf } from '../../electron/handlers.ts'
import { nameChecks, type NameCheckParts } from '../../electron/nameChecks.ts'
import { namesOnRollToCheck } from '../../electron/namesToCheck.ts'
import type { OpenSchool } from '../../electron/school.ts'
import {
  aRoll,
  aStudent,
  CLASS_3_2,
  date,
  OTHER_SCHOOL,
  OWN_SCHOOL,
} from '../helpers/rollBuilders.ts'
import { testDb } from '../helpers/testDb.ts'
import { openDesk } from './openDesk.ts'

const CLASS_4_1 = {
  id: 'class-4-1',
  schoolId: OWN_SCHOOL.id,
  grade: 4,
  number: 1,
  name: '四年级1班',
}
const elsewhere = { schoolId: OTHER_SCHOOL.id, educationId: null, classId: null }

/** 张晗 and 张哈 in one class, a rare name in another; and those the desk says nothing of. */
function aSchool(): Database {
  const db = testDb()
  const taken = replaceRoll(
    db,
    aRoll({
      classes: [CLASS_3_2, CLASS_4_1],
      students: [
        aStudent({ id: 'han', name: '张晗', educationId: '30000001' }),
        aStudent({ id: 'ha', name: '张哈', educationId: '30000002' }),
        aStudent({ id: 'plain', name: '李雷', educationId: '30000003' }),
        aStudent({ id: 'rare', name: '王𬭎', educationId: '30000004', classId: CLASS_4_1.id }),
        aStudent({ id: 'none', name: '张　一', educationId: '30000005', classId: null }),
        aStudent({ id: 'other', name: '王㛃', ...elsewhere }),
        aStudent({
          ...{ id: 'left', name: '赵喆', educationId: '30000006' },
          enrolment: { kind: 'left', on: date('2026-07-01'), why: 'graduated', to: null },
        }),
      ],
      cards: [],
    }),
  )
  expect(taken.kind).toBe('taken')
  return db
}

function aCheck(change: Partial<NameCheckParts> = {}) {
  const db = aSchool()
  const acts: AuditAct[] = []
  const checks = nameChecks({
    school: () => ({ data: { db } }) as unknown as OpenSchool,
    mayKnow: () => () => true,
    audit: (act) => acts.push(act),
    pageOf: () => 'han',
    ...change,
  })
  return { checks, acts }
}

describe('the names of a roll', () => {
  it('are those of the own school’s pupils who are here, class by class', async () => {
    const found = await namesOnRollToCheck(aSchool(), () => true)
    expect(found.map(({ pupil }) => pupil.name)).toEqual(['张　一', '张哈', '张晗', '王𬭎'])
    expect(found[1]).toEqual({
      pupil: { studentId: 'ha', name: '张哈', className: '三年级2班', educationIdTail: '0002' },
      watched: [],
      twins: [
        {
          ...{ place: 2, own: '哈', theirs: '晗' },
          pupil: {
            studentId: 'han',
            name: '张晗',
            className: '三年级2班',
            educationIdTail: '0001',
          },
        },
      ],
    })
  })

  it('are narrowed to those one may know', async () => {
    const found = await namesOnRollToCheck(aSchool(), ({ className }) => className === '四年级1班')
    expect(found.map(({ pupil }) => pupil.name)).toEqual(['王𬭎'])
  })

  it('leave a row in the log before they are shown', async () => {
    const { checks, acts } = aCheck()
    await checks.toCheck()
    expect(acts).toEqual([
      { kind: 'list-shown', studentId: null, about: 'none ha han rare', reason: 'names' },
    ])
  })

  it('are not shown where that row cannot be written, and of nobody there is none', async () => {
    const full = aCheck({ audit: () => { throw new Error('full') } }) // prettier-ignore
    await expect(full.checks.toCheck()).rejects.toThrow('full')
    const { checks, acts } = aCheck({ mayKnow: () => () => false })
    expect(await checks.toCheck()).toEqual([])
    expect(acts).toEqual([])
  })
})

describe('a name against what was typed', () => {
  it('is told in pieces, with readings, and leaves no row', async () => {
    const { checks, acts } = aCheck()
    const { pieces, watched } = (await checks.compare('han', '张哈')) ?? {}
    expect(pieces?.[0]?.kind).toBe('same')
    expect(pieces?.[1]).toMatchObject({
      kind: 'changed',
      left: { character: '晗', place: 2, codePoint: 'U+6657', readings: ['hán'] },
      right: { character: '哈', codePoint: 'U+54C8' },
      difference: { kind: 'look-alike', left: { part: '日' }, right: { part: '口' } },
    })
    expect([watched, acts]).toEqual([[], []])
  })

  it('of nothing says only what of the name to watch', async () => {
    const { checks } = aCheck({ pageOf: () => 'rare' })
    expect(await checks.compare('rare', '')).toMatchObject({
      pieces: [],
      watched: [{ character: '𬭎', why: 'four-byte' }],
    })
  })

  const openAt = (studentId: string): Partial<NameCheckParts> => ({ pageOf: () => studentId })

  it.each<[string, Partial<NameCheckParts>, string]>([
    ['whose page is not open', openAt('ha'), 'han'],
    ['of another school', openAt('other'), 'other'],
    ['who is not there', openAt('nobody'), 'nobody'],
    ['whom one may not know', { mayKnow: () => () => false }, 'han'],
  ])('says nothing of a pupil %s', async (_whose, change, studentId) => {
    expect(await aCheck(change).checks.compare(studentId, '张哈')).toBeNull()
  })
})

describe('the desk', () => {
  it('compares at an open page and no longer after it was locked, and logs nothing of it', async () => {
    const { desk, db } = await openDesk()
    const studentId = desk.lookUp.find('单以晴', 1).lines[0]?.studentId ?? ''
    expect(await desk.lookUp.names.compare(studentId, '单以睛')).toBeNull()
    desk.lookUp.page(studentId)
    const found = await desk.lookUp.names.compare(studentId, '单以睛')
    expect(found?.pieces.map(({ kind }) => kind)).toEqual(['same', 'same', 'changed'])
    desk.lock('asked')
    expect(await desk.lookUp.names.compare(studentId, '单以睛')).toBeNull()
    await expect(desk.lookUp.names.toCheck()).rejects.toSatisfy(
      (thrown) => errorCode(thrown) === 'signed-out',
    )
    const every = { operatorId: null, kinds: null, from: null, to: null, studentId: null }
    const rows = auditPage(db(), { ...every, before: null, limit: 100 })
    expect(JSON.stringify(rows)).not.toContain('睛')
    expect(rows.map(({ kind }) => kind)).toEqual([
      'locked',
      'page-opened',
      'list-shown',
      'signed-in',
    ])
  })

  it('takes no pasted page for a name', async () => {
    const { desk } = await openDesk()
    const { args } = handlersOf(desk)['names.compare']
    expect(args.safeParse({ studentId: 's', typed: '张'.repeat(60) }).success).toBe(true)
    expect(args.safeParse({ studentId: 's', typed: '张'.repeat(61) }).success).toBe(false)
  })
})
