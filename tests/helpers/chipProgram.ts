import type { CardRead } from '../../core/cardRead.ts'
import type { CardProgram } from './virtualCard.ts'

/** ATR of a CPU card without historical bytes, and of a MIFARE Classic 4K (cards.md 2.2). */
const CPU_ATR = '3B80800101'
const M1_ATR = '3B8F8001804F0CA0000003060300020000000069'

const OK = '9000'
const NOT_FOUND = '6A82'
const NO_SUCH_COMMAND = '6D00'

type Answers = ReadonlyMap<string, string>

/**
 * A virtual card that holds what a `CardRead` says, so that any card of the rehearsal school can be
 * laid on a real reader. A phone has a UID that is another at each tap.
 *
 * @param otherNumber of the T-Union application a BMAC card may carry; null: it has none
 */
export function chipProgram(read: CardRead, otherNumber: string | null = null): CardProgram {
  const answers = new Map([...otherAnswers(otherNumber), ...answersOf(read)])
  return {
    atr: read.family === 'm1' ? M1_ATR : CPU_ATR,
    answer: (command) =>
      answers.get(command) ?? (command.startsWith('00A4') ? NOT_FOUND : NO_SUCH_COMMAND),
  }
}

function answersOf(read: CardRead): Answers {
  switch (read.family) {
    case 'bmac':
      return bmacAnswers(read)
    case 't-union':
      return tUnionAnswers(read)
    case 'm1':
    case 'other-cpu':
      return uidAnswer(read.uid)
    case 'phone':
      return uidAnswer('08A1B2C3')
  }
}

function uidAnswer(uid: string | null): Answers {
  return new Map(uid === null ? [] : [['FFCA000000', uid + OK]])
}

const digits = (date: string): string => date.replaceAll('-', '')

/** EF 04 and the first byte of EF 05, cards.md 1.2. */
function bmacAnswers(read: Extract<CardRead, { family: 'bmac' }>): Answers {
  const enabled = read.enabled === false ? '00' : '02'
  const dates = read.transit
    ? digits(read.transit.from) + digits(read.transit.to)
    : '0000000000000000'
  const info = `${read.number}01${enabled}0030${'00'.repeat(12)}${dates}`
  const counter = read.blacklisted === true ? 'A5' : '00'
  return new Map([
    ...uidAnswer(read.uid),
    ['00A40000023F00', `6F10840E315041592E5359532E4444463031${OK}`],
    ['00B0840020', info + OK],
    ['00B0850001', counter + OK],
  ])
}

/** SELECT with EF 15 in its answer, EF 15 and EF 17, cards.md 1.3. */
function tUnionAnswers(read: Extract<CardRead, { family: 't-union' }>): Answers {
  const dates = read.transit
    ? digits(read.transit.from) + digits(read.transit.to)
    : '0000000000000000'
  const info = `01011000FFFFFFFF02010${read.number}${dates}0000`
  return new Map([
    ...uidAnswer(read.uid),
    ['00A4040008A00000063201010500', `6F318408A000000632010105A5259F0801029F0C1E${info}${OK}`],
    ['00B095001E', info + OK],
    ['00B097000B', `0000000011001000000002${OK}`],
  ])
}

function otherAnswers(number: string | null): Answers {
  return number === null
    ? new Map()
    : tUnionAnswers({ family: 't-union', number, uid: null, transitType: 'student', transit: null })
}
