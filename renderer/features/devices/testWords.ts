import type { CardAdvice, TestResult, TestTap } from '../../../core/devices.ts'
import type { ReadFailure } from '../../../core/cardRead.ts'

/** Where the words of a result stand under `devices`: what it was, and what that means. */
export function testWords(result: TestResult): `card.${CardAdvice}` | `unread.${ReadFailure}` {
  return result.kind === 'card' ? `card.${result.advice}` : `unread.${result.failure}`
}

export interface Fact {
  readonly label: string
  readonly words: string
  readonly values: Readonly<Record<string, string | number>>
}

/** What was read, line by line: keys of the words. A number is a tail, and of no pupil. */
export function testFacts({ result, tookMs }: TestTap): readonly Fact[] {
  const took = fact('took', 'milliseconds', { n: Math.round(tookMs) })
  if (result.kind === 'failed') return [took]
  return [
    { label: 'devices.test.family', words: `family.${result.family}`, values: {} },
    result.numberTail === null
      ? fact('number', 'numberNone')
      : fact('number', 'numberTail', { tail: result.numberTail }),
    fact('uid', result.uid === 'fixed' ? 'uidFixed' : 'uidRandom'),
    took,
  ]
}

function fact(label: string, words: string, values: Fact['values'] = {}): Fact {
  return { label: `devices.test.${label}`, words: `devices.test.${words}`, values }
}
