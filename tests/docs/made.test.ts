import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { madeDocuments } from '../../scripts/docs/made.ts'

it('documents made from the code are what the code says; `npm run docs` writes them', async () => {
  const made = await madeDocuments()
  expect(made.map(({ file }) => basename(file))).toEqual(['rights.md', 'data-inventory.md'])
  for (const { file, text } of made) expect(readFileSync(file, 'utf8')).toBe(text)
})
