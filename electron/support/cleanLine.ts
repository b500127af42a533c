import { REDACTED } from '../../core/personal.ts'
import { EVENTS, isDeskCode, isSystemCode, REASONS } from './allowed.ts'

/** A line of the log file as it may leave the desk; `dropped` counts the keys that are not of a log line. */
export type CleanLine = Readonly<Record<string, string | number | readonly string[]>>

type Check = (
  value: unknown,
  files: ReadonlySet<string>,
) => string | number | readonly string[] | null

const word =
  (fits: (text: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && fits(value) ? value : null

/** Longer numbers may be somebody's: a 教育ID has eight digits. */
const MOST = 99_999

const number: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MOST ? value : null

/** `DeskError(db-full) < TypeError(SQLITE_FULL)`, as `logged` writes it. */
const KINDS = /^[A-Za-z]{1,40}(\([^()<]{1,60}\))?( < [A-Za-z]{1,40}(\([^()<]{1,60}\))?){0,8}$/

function isErrorKinds(text: string): boolean {
  if (!KINDS.test(text)) return false
  return text.split(' < ').every((kind) => {
    const [, name = '', code] = /^([A-Za-z]+)(?:\((.+)\))?$/.exec(kind) ?? []
    const known = /^([A-Z][a-zA-Z]*)?Error$/.test(name) || TYPES.includes(name)
    return known && (code === undefined || isDeskCode(code) || isSystemCode(code))
  })
}

/** What `typeof` says of a thing that was thrown and is no error. */
const TYPES = ['string', 'number', 'bigint', 'boolean', 'symbol', 'undefined', 'object', 'function']

/** `main.js:120`: a file of the program and its line. Another file's name may be anything: its line is kept. */
function frames(value: unknown, files: ReadonlySet<string>): readonly string[] | null {
  if (!Array.isArray(value)) return null
  return value.map((one) => {
    const [, file = '', line] = /^([^:]{1,80}):(\d{1,5})$/.exec(String(one)) ?? []
    if (line === undefined) return REDACTED
    return `${files.has(file) ? file : REDACTED}:${line}`
  })
}

/** One check for each key of electron/log.ts. */
const KEYS: Readonly<Record<string, Check>> = {
  at: word((text) => /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)),
  event: word((text) => EVENTS.includes(text)),
  code: word((text) => isDeskCode(text) || isSystemCode(text)),
  count: number,
  ms: number,
  reason: word((text) => REASONS.includes(text)),
  error: word(isErrorKinds),
  frames,
}

/**
 * Nothing stays that is not known: no word by its looks, no key by its name, no line that is no JSON.
 *
 * @param files names of the program's own files, as they stand in frames
 */
export function cleanLine(line: string, files: ReadonlySet<string>): CleanLine {
  const parsed = parse(line)
  if (parsed === null) return { line: REDACTED }
  const entries = Object.entries(parsed)
  const known = entries.flatMap(([key, value]) => {
    const check = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined
    return check === undefined ? [] : [[key, check(value, files) ?? REDACTED] as const]
  })
  const dropped = entries.length - known.length
  return { ...Object.fromEntries(known), ...(dropped > 0 ? { dropped } : {}) }
}

function parse(line: string): object | null {
  try {
    const parsed: unknown = JSON.parse(line)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : null
  } catch {
    return null
  }
}
