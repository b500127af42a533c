/**
 * An error in the form nfc-pcsc's users know, with the system's own name for it as `code`.
 * It never carries bytes of a card.
 */
export class PcscError extends Error {
  readonly code: string

  constructor(call: string, code: string, cause?: unknown) {
    super(`${call} error: ${code}`, cause === undefined ? undefined : { cause })
    this.name = 'PcscError'
    this.code = code
  }
}

export function pcscError(call: string, cause: unknown): PcscError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'UnknownError'
  return new PcscError(call, code, cause)
}
