import { expect, it } from 'vitest'
import { CardTrouble } from '../../native/cardTrouble.ts'
import { PcscError } from '../../native/pcsclite/pcscError.ts'
import { isTakenByAnother, readFailure } from '../../native/readFailure.ts'

/** As nfc-pcsc wraps the system's error. */
const wrapped = (code: string): Error =>
  Object.assign(new Error('outer'), {
    code: 'failure',
    previous: new PcscError('SCardConnect', code),
  })

it('another program at the reader is told by the innermost code', () => {
  expect(isTakenByAnother(new PcscError('SCardConnect', 'SharingViolation'))).toBe(true)
  expect(isTakenByAnother(wrapped('SharingViolation'))).toBe(true)
  expect(readFailure(wrapped('SharingViolation'))).toBe('reader')
})

it.each([wrapped('CommError'), new CardTrouble('mute', 'asked'), new Error('?'), undefined])(
  'any other trouble is not another program’s: %s',
  (cause) => {
    expect(isTakenByAnother(cause)).toBe(false)
  },
)
