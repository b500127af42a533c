/** Run as a program: takes one try, and is cut off before it could look at the PIN. */
import { openTryCounter } from '../../../electron/keys/tryCounter.ts'

const [file = '', secret = '', operatorId = ''] = process.argv.slice(2)
const counter = openTryCounter({
  file,
  deviceSecret: Buffer.from(secret, 'hex'),
  leastGeneration: 1,
  steady: () => 0,
})
if (counter.countTry(operatorId).kind === 'yes') process.kill(process.pid, 'SIGKILL')
