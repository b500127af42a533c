import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Console } from 'node:console'
import { PassThrough } from 'node:stream'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import type { Student } from '../../core/student.ts'
import { replaceRoll } from '../../db/rolls.ts'
import { getStudent } from '../../db/students.ts'
import { fileLog, logged } from '../../electron/log.ts'
import { personShown, wholeEducationId } from '../../electron/shown.ts'
import { aRoll, aStudent } from '../helpers/rollBuilders.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { testDb } from '../helpers/testDb.ts'

const NAME = '欧阳金丝雀'
const NUMBER = '73519264'

function theStudent(): Student {
  const db = testDb()
  replaceRoll(db, aRoll({ students: [aStudent({ name: NAME, educationId: NUMBER })], cards: [] }))
  const student = getStudent(db, 'student-1')
  if (student === null) throw new Error('The pupil was not stored.')
  return student
}

function clean(text: string): void {
  expect(text).toContain('student-1')
  expect(text).not.toContain(NAME)
  expect(text).not.toContain(NUMBER)
}

it('a student that is printed, serialised or sent away holds no name and no number', () => {
  const student = theStudent()
  clean(inspect(student, { depth: 9, showHidden: true }))
  clean(JSON.stringify({ found: [student] }))
  clean(inspect(structuredClone(student)))
  const out = new PassThrough()
  new Console(out).log('found', student, `${student.id} ${student.name}`)
  clean(String(out.read()))
})

it('nor does an error that was thrown about one, nor the log file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'personal-'))
  afterThisTest(() => rmSync(folder, { recursive: true, force: true }))
  const student = theStudent()
  const thrown = new Error(`no card of ${student.id} ${student.name}`, { cause: student })
  clean(inspect(thrown))
  clean(thrown.stack ?? '')
  const file = join(folder, 'desk.log')
  fileLog(file, () => 0)('trouble', logged(thrown))
  fileLog(file, () => 0)('trouble', { reason: JSON.stringify(student) })
  clean(readFileSync(file, 'utf8'))
})

it('a screen gets the name and the last four digits, and the whole number by its own door', () => {
  const student = theStudent()
  expect(personShown(student)).toMatchObject({ name: NAME, educationIdTail: '9264' })
  expect(wholeEducationId(student)).toBe(NUMBER)
})
