import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DeskError } from '../../core/errors.ts'
import { saveFiles } from '../../electron/saveFiles.ts'
import { saveReport } from '../../electron/saveReport.ts'
import { afterThisTest } from '../helpers/afterThisTest.ts'
import { onOwnDisk } from '../helpers/testDbDisk.ts'
import { YEAR } from './reports/aPack.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saved-'))
  afterThisTest(() => rmSync(folder, { recursive: true, force: true }))
})

const PACK = { pdf: Buffer.from('%PDF'), xlsx: Buffer.from('PK') }

const codeOf = (saving: Promise<unknown>): Promise<string> =>
  saving.then(
    () => 'saved',
    (thrown: unknown) => (thrown instanceof DeskError ? thrown.code : String(thrown)),
  )

describe('the yearly pack on the disk', () => {
  it('is two files of one name, for their owner alone', async () => {
    const [pdf = '', xlsx = ''] = await saveReport(folder, YEAR, PACK)
    expect(readdirSync(folder).sort()).toEqual([
      '未成年人个人信息保护合规审计材料-2026.pdf',
      '未成年人个人信息保护合规审计材料-2026.xlsx',
    ])
    expect([readFileSync(pdf, 'utf8'), readFileSync(xlsx, 'utf8')]).toEqual(['%PDF', 'PK'])
    if (process.platform !== 'win32') expect(statSync(pdf).mode & 0o777).toBe(0o600)
  })

  it('is never written over: the next one is the second, and so on', async () => {
    await saveReport(folder, YEAR, PACK)
    const second = await saveReport(folder, YEAR, PACK)
    expect(second[0]).toMatch(/材料-2026（2）\.pdf$/)
    // one of the two is enough: they keep one name
    rmSync(second[0] ?? '')
    expect((await saveReport(folder, YEAR, PACK))[1]).toMatch(/材料-2026（3）\.xlsx$/)
  })
})

describe('files that are saved together', () => {
  const save = (contents: Record<string, string>): Promise<readonly string[]> =>
    saveFiles(folder, 'a', contents, 'It was not saved')

  it('are all there or none: a folder stands where the second one goes', async () => {
    mkdirSync(join(folder, 'a.b.new'))
    expect(await codeOf(save({ a: '1', b: '2' }))).not.toBe('saved')
    expect(readdirSync(folder)).toEqual(['a.b.new'])
  })

  it('do not follow a link that lies in their way', async () => {
    const target = join(folder, 'target')
    writeFileSync(target, 'kept')
    symlinkSync(target, join(folder, 'a.txt.new'))
    await save({ txt: 'new' })
    expect(readFileSync(target, 'utf8')).toBe('kept')
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('new')
  })

  it('leave nothing behind on a disk that is full', (context) => {
    const disk = onOwnDisk('full', 300_000, './saveFilesDiskChild.ts')
    if ('skipped' in disk) return context.skip(disk.skipped)
    expect(disk.found).toEqual({ code: 'db-full', left: [] })
  })

  it('that cannot be saved fail by name', async () => {
    expect(await codeOf(saveFiles(join(folder, 'no'), 'a', { txt: '1' }, 'x'))).toBe('db-read-only')
    expect(await codeOf(saveFiles('/dev/null', 'a', { txt: '1' }, 'x'))).toBe('db-read-only')
  })
})
