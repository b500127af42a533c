import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from '../core/errors.ts'
import { nativeCode } from '../db/dbError.ts'

/** What may stand in a log line: never a name, a number of a card or person, or free text. */
export interface LogDetails {
  readonly code?: string
  readonly count?: number
  readonly ms?: number
  readonly reason?: string
  /** class of an error and of its causes, with the system's names for them (SQLITE_FULL) */
  readonly error?: string
  /** where in our files it was thrown, innermost first: names and lines, no folders */
  readonly frames?: readonly string[]
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

/** An error for the log, without its message: that could hold what a person typed, a path or SQL. */
export function logged(thrown: unknown): LogDetails {
  return { code: errorCode(thrown), error: kinds(thrown).join(' < '), frames: frames(thrown) }
}

function kinds(thrown: unknown): readonly string[] {
  if (!(thrown instanceof Error)) return [typeof thrown]
  const native = nativeCode(thrown)
  const kind = native === '' ? thrown.name : `${thrown.name}(${native})`
  return thrown.cause === undefined ? [kind] : [kind, ...kinds(thrown.cause)]
}

const DEEPEST = 6

function frames(thrown: unknown): readonly string[] {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : ''
  const places = stack.matchAll(/^\s+at .*?([\w.-]+\.[cm]?[jt]s:\d+)/gm)
  return [...places].slice(0, DEEPEST).map(([, place]) => place ?? '')
}
