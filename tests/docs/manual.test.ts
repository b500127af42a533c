import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const DOCS = join(import.meta.dirname, '../../docs')
const manual = readFileSync(join(DOCS, 'manual.zh-CN.md'), 'utf8')
const shown = [...manual.matchAll(/\]\(pictures\/manual\/([\w-]+)\.png\)/g)].map(([, name]) => name)
const folder = join(DOCS, 'pictures/manual')

test('every picture of the manual is there, and every picture there is in the manual', () => {
  const there = readdirSync(folder).filter((file) => file.endsWith('.png'))
  expect([...new Set(shown)].map((name) => `${name}.png`).sort()).toEqual(there.sort())
})

test('every picture of the manual is taken by the end-to-end run, which knows its words', () => {
  const words = JSON.parse(readFileSync(join(folder, 'words.json'), 'utf8')) as object
  expect(Object.keys(words).sort()).toEqual([...new Set(shown)].sort())
  const run = ['manual', 'manualReal', 'manualYear', 'manualCases']
    .map((file) => readFileSync(join(import.meta.dirname, `../e2e/${file}.e2e.ts`), 'utf8'))
    .join('')
  for (const name of shown) expect(run).toContain(`'${name}'`)
})

test('every chapter the manual points to is there', () => {
  const headings = [...manual.matchAll(/^## (.+)$/gm)].map(([, words = '']) =>
    words.replaceAll(/[、：]/g, '').replaceAll(' ', '-'),
  )
  const targets = [...manual.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target)
  expect(targets.length).toBeGreaterThan(0)
  for (const target of targets) expect(headings).toContain(target)
})
