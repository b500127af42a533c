import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readOptions } from '../../electron/options.ts'

it('opens the rehearsal school as it is when nothing is asked', () => {
  expect(readOptions(['/some/folder'])).toEqual({
    mode: 'rehearsal',
    students: null,
    fresh: false,
    kiosk: false,
    language: null,
    dataFolder: null,
    develop: false,
  })
})

it('takes what the desk knows and leaves Chromium’s switches alone', () => {
  const argv = ['--no-sandbox', '--inspect=0', '.', '--kiosk', '--students', '100000', '--lang=en']
  expect(readOptions(argv)).toMatchObject({ kiosk: true, students: 100_000, language: 'en' })
  expect(readOptions(['--school', '--data', '/x'])).toMatchObject({
    mode: 'real',
    dataFolder: resolve('/x'),
  })
})

it.each([
  ['5', 100],
  ['1000000', 100_000],
  ['many', null],
  ['2.5', null],
])('a rehearsal school of %s pupils has %s', (asked, students) => {
  expect(readOptions(['--students', asked]).students).toBe(students)
})

it('does not know a language it has not got', () => {
  expect(readOptions(['--lang', 'fr']).language).toBeNull()
})

it('takes a folder from where the desk was started', () => {
  expect(readOptions(['--data', 'here']).dataFolder).toBe(resolve('here'))
})
