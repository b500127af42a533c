import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileLog } from '../../electron/log.ts'
import { saveSupportBundle, supportText, type SupportFacts } from '../../electron/supportBundle.ts'
import { readerModel } from '../../electron/support/readerModel.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { MONDAY } from './builders.ts'

/** What must never leave the desk, in the forms a careless line could hold it. */
const CANARIES = [
  '欧阳金丝雀',
  '73519264',
  '1000759182736455',
  '04CAFE5EED42AA',
  '110101201310051234',
  'ouyang-jinsique',
  'jinsique@example.test',
  '/srv/jinsique/desk.db',
  'C:\\Users\\jinsique',
  'SN0099887766',
  '135 0135 0135',
]

const FACTS: SupportFacts = {
  mode: 'real',
  language: 'zh-CN',
  versions: {
    app: '0.1.0',
    electron: '33.2.1',
    chrome: '130.0.6723.137',
    node: '20.18.1',
    platform: 'linux',
    arch: 'x64',
    release: '6.8.0-jinsique-ouyang-jinsique',
  },
  schemaVersion: 100,
  rows: { student: 1286, tap: 214_310 },
  files: new Map(),
  program: '/no/program',
  readers: {
    service: 'up',
    readers: [
      { name: 'ACS ACR122U PICC Interface (SN0099887766) 00 00', state: 'ready', rehearsal: false },
      { name: '欧阳金丝雀 73519264', state: 'error', rehearsal: false },
    ],
  },
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-'))
  afterThisTest(() => rmSync(folder, { recursive: true, force: true }))
})

/** A log into which each canary was written in every way a line can hold it. */
function poisonedLog(): string {
  const path = join(folder, 'desk.log')
  const log = fileLog(path, () => MONDAY)
  for (const text of CANARIES) {
    log(text, {
      code: text,
      reason: text,
      error: `Error(${text}) < ${text}`,
      frames: [text, `${text}.ts:1`],
    })
    log('trouble', { reason: `no card of ${text}`, ...{ [text]: text, name: text } })
    log('trouble', { count: Number(text.replaceAll(/\D/g, '')), ms: 8 })
  }
  writeFileSync(path, `${CANARIES.join(' ')}\n{"event":"${CANARIES[0] ?? ''}\n`, { flag: 'a' })
  return path
}

describe('the file for support', () => {
  it('holds no canary of a poisoned log, however it was written', async () => {
    const text = await supportText(FACTS, [poisonedLog()], MONDAY)
    for (const canary of CANARIES) expect(text).not.toContain(canary)
    expect(text).not.toMatch(/\p{Script=Han}|jinsique|\d{8}/u)
    expect(text.match(/"ms":8/g)).toHaveLength(CANARIES.length)
  })

  it('says what the desk is, how much there is and how its readers do', async () => {
    const path = join(folder, 'desk.db')
    writeFileSync(path, 'x'.repeat(4096))
    const files = new Map([
      [path, 'desk.db'],
      [join(folder, 'nothing'), 'desk.log'],
    ] as const)
    const [head = ''] = (await supportText({ ...FACTS, files }, [], MONDAY)).split('\n')
    expect(JSON.parse(head)).toMatchObject({
      madeAt: '2026-10-12T00:02:00.000Z',
      versions: { electron: '33.2.1', release: '6.8.0', platform: 'linux' },
      schemaVersion: 100,
      rows: { student: 1286, tap: 214_310 },
      bytes: { 'desk.db': 4096 },
      service: 'up',
      readers: [
        { model: 'ACR122U', state: 'ready' },
        { model: 'other', state: 'error' },
      ],
    })
    expect(head).not.toContain(folder)
  })

  it('puts the older log before the newer, and passes over one that is not there', async () => {
    const [older, newer] = ['desk.log.1', 'desk.log'].map((name) => join(folder, name))
    writeFileSync(older ?? '', '{"event":"uncaught"}\n')
    writeFileSync(newer ?? '', '{"event":"unhandled"}\n')
    const logs = [join(folder, 'no'), older ?? '', newer ?? '']
    const [, ...lines] = (await supportText(FACTS, logs, MONDAY)).trim().split('\n')
    expect(lines).toEqual(['{"event":"uncaught"}', '{"event":"unhandled"}'])
  })

  it('names the files of the built program in frames, also its parts', async () => {
    const program = join(folder, 'main')
    mkdirSync(join(program, 'chunks'), { recursive: true })
    writeFileSync(join(program, 'main.js'), '')
    writeFileSync(join(program, 'chunks/open-CLADO765.js'), '')
    const log = join(folder, 'desk.log')
    writeFileSync(log, '{"frames":["main.js:1","open-CLADO765.js:2","jinsique.js:3"]}')
    const text = await supportText({ ...FACTS, program }, [log], MONDAY)
    expect(text).toContain('"frames":["main.js:1","open-CLADO765.js:2","[redacted]:3"]')
  })

  it('is one file of the day, for its owner alone', async () => {
    const path = await saveSupportBundle(folder, FACTS, [], MONDAY)
    expect(readdirSync(folder)).toEqual(['服务台日志-2026-10-12.txt'])
    expect(readFileSync(path, 'utf8')).toMatch(/^\{"madeAt"/)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })
})

it.each([
  ['ACS ACR122U PICC Interface 00 00', 'ACR122U'],
  ['HID Global OMNIKEY 5022 Smart Card Reader [0099887766] 00 00', 'OMNIKEY 5022'],
  ['Virtual PCD 00 00', 'Virtual PCD'],
  ['张老师的读卡器', 'other'],
])('a reader goes by its model: %s', (name, model) => {
  expect(readerModel(name)).toBe(model)
})
