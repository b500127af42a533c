/** `npm run docs`: writes the documents that are made from the code. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { rightsDoc } from './docs/rightsDoc.ts'

const file = join(import.meta.dirname, '..', 'docs', 'rights.md')
writeFileSync(
  file,
  await format(rightsDoc(), { ...(await resolveConfig(file)), parser: 'markdown' }),
)
