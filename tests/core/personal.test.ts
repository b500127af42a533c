import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { Personal, REDACTED } from '../../core/personal.ts'

const CANARY = '欧阳金丝雀73519264'
const personal = new Personal(CANARY)

it('gives the text to whoever asks for it by name', () => {
  expect(personal.reveal()).toBe(CANARY)
})

it('tells two apart only by the text', () => {
  expect(personal.same(new Personal(CANARY))).toBe(true)
  expect(personal.same(new Personal('王小明'))).toBe(false)
})

it.each<[string, () => string]>([
  ['a template', () => `${personal}`],
  ['adding', () => '' + (personal as unknown as string)],
  ['joining', () => [personal].join()],
  ['String()', () => String(personal)],
  ['JSON', () => (JSON.parse(JSON.stringify({ personal })) as { personal: string }).personal],
  ['util.inspect', () => inspect(personal)],
  ['inspecting what it is hidden in', () => inspect(personal, { showHidden: true, depth: 9 })],
])('prints as redacted by %s', (_way, print) => {
  expect(print()).toBe(REDACTED)
})

it.each<[string, unknown]>([
  ['its own fields', Object.entries(personal)],
  ['its names', Reflect.ownKeys(personal)],
  ['a copy', { ...personal }],
  ['what a bridge or a worker gets', structuredClone(personal)],
  ['a number', Number(personal)],
])('holds nothing in %s', (_what, found) => {
  expect(inspect(found)).not.toContain(CANARY)
  expect(JSON.stringify(found)).not.toContain(CANARY)
})

/** Each has a reason: SQL wants the text, a screen shows it. A new one is added here, and argued for. */
const REVEALED_BY = ['db/students.ts', 'electron/shown.ts']

it('is revealed in few places, known by name', () => {
  const root = join(import.meta.dirname, '../..')
  const files = ['core', 'db', 'electron', 'native', 'renderer'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|vue)$/.test(name))
      .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
  )
  const revealing = files.filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('.reveal('),
  )
  expect(revealing.sort()).toEqual(REVEALED_BY)
})
