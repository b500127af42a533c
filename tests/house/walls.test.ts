import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const ROOMS = ['core', 'native', 'db', 'electron', 'renderer'] as const
type Room = (typeof ROOMS)[number]

/** What each room may import of the others (house.md, import directions). */
const ALLOWED: Readonly<Record<Room, readonly Room[]>> = {
  core: [],
  native: ['core'],
  db: ['core'],
  electron: ['core', 'native', 'db'],
  renderer: ['core'],
}

/** Packages and platforms that are on the other side of a wall. */
const FOREIGN: Readonly<Record<Room, readonly string[]>> = {
  core: ['electron', 'node:fs', 'vue', 'better-sqlite3', 'zod'],
  native: ['electron', 'better-sqlite3', 'vue'],
  db: ['electron', 'nfc-pcsc', 'pcsc-mini', 'vue'],
  electron: ['vue', 'better-sqlite3', 'nfc-pcsc', 'pcsc-mini'],
  renderer: ['electron', 'better-sqlite3', 'nfc-pcsc', 'pcsc-mini', 'node:fs'],
}

const GLOBALS: Readonly<Partial<Record<Room, readonly string[]>>> = {
  core: ['process', 'document', 'Buffer'],
  native: ['document'],
  db: ['document'],
  electron: ['document'],
  renderer: ['process', 'Buffer'],
}

interface Mistake {
  readonly file: string
  readonly text: string
}

const mistakes: readonly Mistake[] = ROOMS.flatMap((room) => {
  const rooms = ROOMS.filter((other) => other !== room && !ALLOWED[room].includes(other))
  const walls = [...rooms, 'tests' as const].map((other) => ({
    file: `${room}/mistake-room-${other}.ts`,
    text: `import { it } from '../${other}/stub.ts'\nexport const wrong = it\n`,
  }))
  const packages = FOREIGN[room].map((name) => ({
    file: `${room}/mistake-package-${name.replace(/\W/g, '-')}.ts`,
    text: `import * as wrong from '${name}'\nexport const it = typeof wrong\n`,
  }))
  const globals = (GLOBALS[room] ?? []).map((name) => ({
    file: `${room}/mistake-global-${name}.ts`,
    text: `export const wrong = ${name}.toString()\n`,
  }))
  return [...walls, ...packages, ...globals]
})

let house: string

function put(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true })
  writeFileSync(join(house, file), text)
}

/** Compiles the copy with the project's own settings. @returns what the compiler says */
function compile(): Promise<string> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-b', ...ROOMS], { cwd: house }, (_error, stdout) =>
      resolve(stdout),
    )
  })
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'walls-'))
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'))
  cpSync(join(ROOT, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))
  cpSync(join(ROOT, 'scripts/walls'), join(house, 'scripts/walls'), { recursive: true })
  put('tests/stub.ts', 'export const it = 1\n')
  for (const room of ROOMS) {
    const imports = ALLOWED[room].map(
      (other) => `export { it as ${other} } from '../${other}/stub.ts'`,
    )
    put(`${room}/stub.ts`, [...imports, 'export const it = 1', ''].join('\n'))
    cpSync(join(ROOT, room, 'tsconfig.json'), join(house, room, 'tsconfig.json'))
  }
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

it('the compiler allows every right import', async () => {
  expect(await compile()).toBe('')
}, 120_000)

it('the compiler refuses every wrong import, in each direction', async () => {
  for (const { file, text } of mistakes) put(file, text)
  const said = await compile()
  const letThrough = mistakes.map(({ file }) => file).filter((file) => !said.includes(file))
  expect(letThrough).toEqual([])
  expect(mistakes.length).toBeGreaterThan(35)
}, 120_000)
