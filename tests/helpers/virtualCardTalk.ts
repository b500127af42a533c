import { readFileSync } from 'node:fs'
import type { Transmit } from '../../native/apdu.ts'
import { bytes, hex } from '../../native/hex.ts'
import type { CardProgram } from './virtualCard.ts'

/** A recorded talk of tests/fixtures/cards: `ATR`, then `=>` sent and `<=` answered. */
export interface RecordedTalk {
  readonly atr: string
  readonly exchanges: readonly { readonly sent: string; readonly answered: string }[]
}

export function recordedTalk(name: string): RecordedTalk {
  const file = new URL(`../fixtures/cards/${name}.apdu`, import.meta.url)
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
  const all = (mark: string): string[] =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length).trim())

  const [atr] = all('ATR ')
  const [sent, answered] = [all('=> '), all('<= ')]
  const inTurn = lines.slice(1).every((line, i) => line.startsWith(i % 2 === 0 ? '=> ' : '<= '))
  if (atr === undefined || !inTurn || sent.length !== answered.length) {
    throw new Error(`${name}.apdu: ATR first, then => and <= in turn`)
  }
  return { atr, exchanges: sent.map((one, i) => ({ sent: one, answered: answered[i] ?? '' })) }
}

/** Replays it word for word: another command is an error, `leftOver` tells what was not asked. */
export function replay(talk: RecordedTalk): {
  readonly atr: Uint8Array
  readonly transmit: Transmit
  leftOver(): readonly string[]
} {
  const waiting = [...talk.exchanges]
  return {
    atr: bytes(talk.atr),
    transmit(command) {
      const next = waiting.shift()
      const sent = hex(command)
      return sent === next?.sent
        ? Promise.resolve(bytes(next.answered))
        : Promise.reject(new Error(`sent ${sent}, recorded ${next?.sent ?? 'nothing more'}`))
    },
    leftOver: () => waiting.map((exchange) => exchange.sent),
  }
}

/** The same card in a slot: it answers in any order, and 6A 82 to what was not recorded. */
export function recordedCard(name: string): CardProgram {
  const { atr, exchanges } = recordedTalk(name)
  const answers = new Map(exchanges.map(({ sent, answered }) => [sent, answered]))
  return { atr, answer: (command) => answers.get(command) ?? '6A82' }
}
