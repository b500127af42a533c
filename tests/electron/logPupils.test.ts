import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../core/audit.ts'
import { aDesk, desk, foldersOfTheirOwn, openState } from './aDesk.ts'
import { everything, openAs, signInAs, whoIs } from './signIn.ts'

foldersOfTheirOwn()

const supervisor = whoIs('clerk', 'supervisor')
const administrator = whoIs('administrator')
const teacher = whoIs('class-teacher')

const page = (limit = 100) =>
  desk.logBook.page({ before: null, operatorId: null, kinds: null, limit })

const looks = (entries: readonly AuditEntry[]) =>
  entries.filter(({ kind, reason }) => kind === 'list-shown' && reason === 'log')

/** A clerk opens the page of one pupil. @returns who that was */
async function onePageOpened() {
  await openAs(aDesk(['--students', '300']), everything)
  const [line] = desk.lookUp.find('张', 1).lines
  if (line === undefined) throw new Error('The rehearsal school has no 张.')
  desk.lookUp.page(line.studentId)
  return line
}

describe('the pupils in the log', () => {
  it('are named to whoever may know them, and that look is a row of its own', async () => {
    const { studentId, name, educationIdTail } = await onePageOpened()
    desk.lock('asked')
    await signInAs(desk, supervisor)
    const first = page()
    expect(first.pupils).toEqual({ [studentId]: { name, educationIdTail } })
    expect(looks(first.entries)).toEqual([])
    const [row] = looks(page().entries)
    expect(row).toMatchObject({ studentId, operatorId: supervisor.id })
  })

  it('are nobody to an administrator, whose reading is no look', async () => {
    await onePageOpened()
    desk.lock('asked')
    await signInAs(desk, administrator)
    expect(page().pupils).toEqual({})
    expect(looks(page().entries)).toEqual([])
  })

  it('are those of the own class to a class teacher who may read the log', async () => {
    const { studentId } = await onePageOpened()
    desk.lock('asked')
    await signInAs(desk, teacher)
    const [own] = openState(desk.state()).operator.classes
    const { lines } = desk.lookUp.find('王', 1)
    const theirs = lines[0]?.studentId ?? ''
    desk.lookUp.page(theirs)
    desk.lock('asked')
    await signInAs(desk, everything)
    desk.people.change({
      ...{ id: teacher.id, name: '刘敏', classes: [own ?? ''], needsCard: false },
      roles: ['class-teacher', 'administrator'],
    })
    desk.lock('asked')
    await signInAs(desk, teacher)
    const named = Object.keys(page().pupils)
    expect(named).toContain(theirs)
    expect(named).not.toContain(studentId)
  })

  it('who are many are counted in the row of the look', async () => {
    await openAs(aDesk(['--students', '300']), everything)
    const { lines } = desk.lookUp.find('张', 6)
    expect(lines).toHaveLength(6)
    for (const { studentId } of lines) desk.lookUp.page(studentId)
    page()
    expect(looks(page().entries)).toMatchObject([{ studentId: null, about: '6' }])
  })
})
