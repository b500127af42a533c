/** Node's name for the function `console.log` and `util.inspect` ask; reached without importing Node. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

export const REDACTED = '[redacted]'

/**
 * A text about a person, or a secret of one: a pupil's name and number, a PIN, recovery words. It can be
 * carried, stored in objects and thrown about; whoever prints, joins or serialises it gets `[redacted]`
 * (hardening.md 3.5). Sent over a bridge or to a worker it arrives as an empty object, never as the text.
 *
 * Two of them are compared by `same`: to `===` and to a test's `toEqual` all are alike or none are.
 */
export class Personal {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** The text itself. Who calls this stands in tests/core/personal.test.ts, by name. */
  reveal(): string {
    return this.#text
  }

  same(other: Personal): boolean {
    return this.#text === other.#text
  }

  toString(): string {
    return REDACTED
  }

  toJSON(): string {
    return REDACTED
  }

  [Symbol.toPrimitive](): string {
    return REDACTED
  }

  [INSPECT](): string {
    return REDACTED
  }
}
