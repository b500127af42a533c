/** Run as a program: migrates a file and kills itself at the n-th statement. */
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'

const [file = '', key = '', at = ''] = process.argv.slice(2)
let statements = 0
const db = connect({
  file,
  key: Buffer.from(key, 'hex'),
  readonly: false,
  onStatement: () => {
    statements += 1
    // the first sixteen are the connection's own
    if (statements === Number(at) + 16) process.kill(process.pid, 'SIGKILL')
  },
})
migrate(db)
