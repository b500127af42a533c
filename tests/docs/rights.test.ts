import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { rightsDoc } from '../../scripts/docs/rightsDoc.ts'

it('docs/rights.md is what the code says; `npm run docs` writes it', async () => {
  const file = join(import.meta.dirname, '../../docs/rights.md')
  const options = { ...(await resolveConfig(file)), parser: 'markdown' }
  expect(readFileSync(file, 'utf8')).toBe(await format(rightsDoc(), options))
})
