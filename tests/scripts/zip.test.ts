import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unzipSome } from '../../scripts/setup/zip.mjs'

// a.txt, stored: "hello"; b/c.txt, deflated: a hundred times "a". Made by Python's zipfile.
const zipped =
  'UEsDBBQAAAAAAAAAIQCGphA2BQAAAAUAAAAFAAAAYS50eHRoZWxsb1BLAwQUAAAACAAAACEAZHpwrwYAAABkAAAABwAAAGIvYy50eHRLTKQ9AABQSwECFAMUAAAAAAAAACEAhqYQNgUAAAAFAAAABQAAAAAAAAAAAAAApAEAAAAAYS50eHRQSwECFAMUAAAACAAAACEAZHpwrwYAAABkAAAABwAAAAAAAAAAAAAA7QEoAAAAYi9jLnR4dFBLBQYAAAAAAgACAGgAAABTAAAAAAA='

describe('unpacking a zip', () => {
  let folder: string
  let zip: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-zip-'))
    zip = join(folder, 'some.zip')
    writeFileSync(zip, Buffer.from(zipped, 'base64'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('writes stored and deflated files where they are told to go', async () => {
    const target = join(folder, 'out')
    expect(await unzipSome(zip, target, (name) => name.toUpperCase())).toBe(2)
    expect(readFileSync(join(target, 'A.TXT'), 'utf8')).toBe('hello')
    expect(readFileSync(join(target, 'B', 'C.TXT'), 'utf8')).toBe('a'.repeat(100))
  })

  it('leaves out what is not wanted', async () => {
    const target = join(folder, 'out')
    await unzipSome(zip, target, (name) => (name === 'a.txt' ? name : null))
    expect(readdirSync(target)).toEqual(['a.txt'])
  })

  it('writes nothing outside its folder', async () => {
    await expect(unzipSome(zip, join(folder, 'out'), (name) => `../${name}`)).rejects.toThrow(
      'outside',
    )
  })

  it('says so when it is no zip', async () => {
    writeFileSync(zip, 'x'.repeat(100))
    await expect(unzipSome(zip, folder, (name) => name)).rejects.toThrow('not a zip')
  })
})
