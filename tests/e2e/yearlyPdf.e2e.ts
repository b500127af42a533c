import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { runInElectron } from '../helpers/electronProgram.ts'
import { REPO } from './launch.ts'

/** For people to look at, beside the pictures of the screens. */
const folder = join(REPO, 'out/screens')
let ran: Awaited<ReturnType<typeof runInElectron>>

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  ran = await runInElectron(join(import.meta.dirname, 'printPack.ts'), folder)
})

/** The dictionaries of a PDF as Chromium writes them: plain, around packed streams. */
const pdf = (name: string, of = 'pack'): string =>
  readFileSync(join(folder, `${of}.${name}.pdf`), 'latin1')

const pages = (text: string): number => (text.match(/\/Type \/Page\b/g) ?? []).length

test('the yearly pack is printed on A4 with the fonts in it, in both languages', () => {
  expect(ran.code, ran.said).toBe(0)
  for (const language of ['zh-CN', 'en']) {
    const text = pdf(language)
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(pages(text)).toBeGreaterThan(2)
    expect(pages(text)).toBeLessThan(8)
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? []
    expect(Number(width)).toBeCloseTo(595, -1)
    expect(Number(height)).toBeCloseTo(842, -1)
    expect(text, 'letters that can be searched').toMatch(/\/ToUnicode/)
    expect(text).not.toMatch(/\/JavaScript|\/URI|\/Launch|\/EmbeddedFile/)
  }
})

test('a class has a page of its own, behind the figures of all; one that is done has none', () => {
  for (const language of ['zh-CN', 'en']) expect(pages(pdf(language, 'progress'))).toBe(4)
})

test('a document that asks for the world gets nothing, and nothing of it runs', () => {
  expect(ran.said).toContain('found: ')
  const found = JSON.parse(/^found: (.*)$/m.exec(ran.said)?.[1] ?? '') as object
  expect(found).toEqual({
    asked: [],
    titles: expect.not.arrayContaining(['ran']) as unknown,
    windows: 0,
  })
  expect(pages(pdf('hostile'))).toBe(1)
})
