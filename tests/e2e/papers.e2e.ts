import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { runInElectron } from '../helpers/electronProgram.ts'
import { REPO } from './launch.ts'

interface Drawn {
  readonly name: string
  readonly pages: number
  readonly pictures: number
}

/** For people to look at, beside the pictures of the screens. */
const folder = join(REPO, 'out/screens')
let found: { readonly drawn: readonly Drawn[]; readonly windows: number }

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const ran = await runInElectron(join(import.meta.dirname, 'printPapers.ts'), folder)
  expect(ran.code, ran.said).toBe(0)
  found = JSON.parse(/^found: (.*)$/m.exec(ran.said)?.[1] ?? '') as typeof found
})

test('a paper has as many pages in print as it says, however full they are', () => {
  expect(found.drawn).toHaveLength(14)
  for (const { name, pages } of found.drawn) {
    const text = readFileSync(join(folder, `paper.${name}.pdf`), 'latin1')
    expect([name, (text.match(/\/Type \/Page\b/g) ?? []).length]).toEqual([name, pages])
    expect(text).not.toMatch(/\/JavaScript|\/URI|\/Launch|\/EmbeddedFile/)
  }
})

test('each of its pages is a picture in the shape of A4, and no two are alike', () => {
  for (const { name, pages, pictures } of found.drawn) {
    expect([name, pictures]).toEqual([name, pages])
    const files = Array.from({ length: pages }, (_, at) =>
      readFileSync(join(folder, `paper.${name}.${at + 1}.png`)),
    )
    for (const file of files) {
      expect(file.subarray(1, 4).toString()).toBe('PNG')
      const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
      expect(width, name).toBeGreaterThan(1_000)
      expect(height / width, name).toBeCloseTo(297 / 210, 2)
      // A page without letters packs to a few kilobytes.
      expect(file.length, name).toBeGreaterThan(20_000)
    }
    expect(new Set(files.map((file) => file.toString('latin1'))).size).toBe(pages)
  }
})

test('no window stays behind', () => {
  expect(found.windows).toBe(0)
})
