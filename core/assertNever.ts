/**
 * Closes a `switch` over a tagged union: the compiler refuses the call while a case is missing.
 *
 * @throws when a value from outside the types reaches it (say, an older renderer).
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
