/** `npm run docs`: writes the documents that are made from the code. */
import { writeFileSync } from 'node:fs'
import { madeDocuments } from './docs/made.ts'

for (const { file, text } of await madeDocuments()) writeFileSync(file, text)
