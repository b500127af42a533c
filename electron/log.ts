import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from '../core/errors.ts'

/** What may stand in a log line: never a name, a number of a card or person, or free text. */
export interface LogDetails {
  readonly code?: string
  readonly count?: number
  readonly ms?: number
  readonly reason?: string
}

export type Log = (event: string, details?: LogDetails) => void

const LARGEST_BYTES = 1_000_000

/** The log file's only owner: one line of JSON an event; one older file is kept. Never throws. */
export function fileLog(path: string, now: () => number): Log {
  return (event, details = {}) => {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES)
        renameSync(path, `${path}.1`)
      const line = JSON.stringify({ at: new Date(now()).toISOString(), event, ...details })
      appendFileSync(path, `${line}\n`, { mode: 0o600 })
    } catch {
      // A full or read-only disk is told on screen by the database; the log must not add to it.
    }
  }
}

/** The code of an error for the log: its message could hold what a person typed. */
export function logged(thrown: unknown): LogDetails {
  return { code: errorCode(thrown) }
}
