/** Saves two files on a small disk that only the first fits on; says what it found on one line. */
import { readdirSync } from 'node:fs'
import { errorCode } from '../../core/errors.ts'
import { saveFiles } from '../../electron/saveFiles.ts'

const folder = process.argv[3] ?? ''
const contents = { a: Buffer.alloc(100_000), b: Buffer.alloc(500_000) }
const code = await saveFiles(folder, 'pack', contents, 'It was not saved').then(
  () => 'saved',
  errorCode,
)
process.stdout.write(JSON.stringify({ code, left: readdirSync(folder) }))
