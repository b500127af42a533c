/** How the desk knows that nobody is at it. */
export interface IdleLock {
  /** a hand, a tap, a request */
  active(): void
  /** ms since the last of them */
  quietFor(): number
  stop(): void
}

export interface IdleLockParts {
  /** ms that never jump */
  readonly uptimeMs: () => number
  readonly afterMs: () => number
  readonly lock: () => void
}

/** One timer, set for the rest each time it fires: a busy desk costs nothing. */
export function idleLock({ uptimeMs, afterMs, lock }: IdleLockParts): IdleLock {
  let last = uptimeMs()
  let timer: NodeJS.Timeout | undefined

  function arm(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(check, ms)
    timer.unref()
  }

  function check(): void {
    const left = afterMs() - (uptimeMs() - last)
    if (left > 0) arm(left)
    else lock()
  }

  return {
    active() {
      last = uptimeMs()
      if (timer === undefined) arm(afterMs())
    },
    quietFor: () => uptimeMs() - last,
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
