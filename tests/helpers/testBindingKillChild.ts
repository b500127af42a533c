/** Run as a program: binds forty cards, one after the other, and says each pupil once it is on the disk. */
import * as fs from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { bindCard } from '../../db/bindings.ts'
import { openDatabase } from '../../db/open.ts'
import { MOMENT, RECORDER } from './testDbTaps.ts'

const [file = '', key = '', pupils = ''] = process.argv.slice(2)
const db = openDatabase({ file, key: Buffer.from(key, 'hex') })
for (let n = 1; n <= Number(pupils); n += 1) {
  const digits = String(n).padStart(9, '0')
  const decision = bindCard(db, {
    cmdId: uuidv7(),
    command: {
      ...{ cardId: uuidv7(), studentId: `student-${n}`, by: 'tap', takesOver: false },
      ...{ faceSchool: null, faceValidTo: null },
      identifiers: [
        { kind: 'bmac', value: `1000751${digits}` },
        { kind: 't-union', value: `3105170000${digits}` },
      ],
    },
    reason: null,
    recorder: RECORDER,
    moment: MOMENT,
    audit: { at: MOMENT.recordedAt, bootId: 'boot-1', operatorId: null, purpose: 'desk' },
  })
  if (decision.kind === 'done') fs.writeSync(1, `student-${n}\n`)
}
