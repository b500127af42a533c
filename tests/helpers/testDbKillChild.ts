/** Run as a program: records taps, and says each command's id once it is on the disk. */
import * as fs from 'node:fs'
import { openDatabase } from '../../db/open.ts'
import { recordTap } from '../../db/taps.ts'
import { aTap } from './testDbTaps.ts'

const [file = '', key = '', writes = ''] = process.argv.slice(2)
const db = openDatabase({ file, key: Buffer.from(key, 'hex') })
for (let n = 0; n < Number(writes); n += 1) fs.writeSync(1, `${recordTap(db, aTap()).cmdId}\n`)
