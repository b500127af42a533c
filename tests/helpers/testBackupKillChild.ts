/** Run as a program: makes backups of a folder one after another, and says each name once it is made. */
import * as fs from 'node:fs'
import { makeBackup } from '../../electron/backups/makeBackup.ts'

const [folder = '', key = ''] = process.argv.slice(2)
for (let n = 1; ; n += 1) {
  const { name } = makeBackup({
    place: { folder, nativeBinding: undefined },
    key: Buffer.from(key, 'hex'),
    recoveryBox: null,
    afterDeletion: false,
    kind: 'hourly',
    madeAt: 1_790_000_000_000 + n,
  })
  fs.writeSync(1, `${name}\n`)
}
