import { REQUEST_NAMES } from '../../core/requestNames.ts'
import type { DeskErrorCode } from '../../core/errors.ts'

/**
 * What the desk may have written into its log file (electron/log.ts), as lists: a word that is not here is
 * not known to be harmless. tests/electron/support/allowed.test.ts holds them against the source.
 */
export const EVENTS: readonly string[] = [
  'trouble',
  'request-failed',
  'readers',
  'lock-not-logged',
  'backup-failed',
  'data-ruined',
  'journal-behind',
  'not-cleared',
  'log-not-anchored',
  'uncaught',
  'unhandled',
  'checkpoint-missed',
  'not-closed',
  'roll-not-shown',
  'not-started',
  'page-gone',
  'page-not-loaded',
  'page-unresponsive',
]

/** `reason`: a state of the card service, an end of Chromium's `render-process-gone`, or a request's name. */
export const REASONS: readonly string[] = [
  'starting',
  'up',
  'down',
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
  ...REQUEST_NAMES,
]

/** Every code of the desk: one that is missing does not compile. */
const CODES: Readonly<Record<DeskErrorCode, true>> = {
  'db-from-the-future': true,
  'db-wrong-key': true,
  'db-ruined': true,
  'db-read-only': true,
  'db-full': true,
  'db-busy': true,
  'db-unsafe': true,
  'db-chain-broken': true,
  'key-missing': true,
  'key-unreadable': true,
  'ipc-sender': true,
  'ipc-arguments': true,
  'ipc-unknown': true,
  'signed-out': true,
  'right-missing': true,
  're-auth-needed': true,
  'second-person-needed': true,
  'last-administrator': true,
  'called-off': true,
  'file-too-large': true,
  'runtime-out-of-support': true,
  'not-in-rehearsal': true,
  internal: true,
}

export function isDeskCode(text: string): text is DeskErrorCode {
  return Object.hasOwn(CODES, text)
}

/** The system's and the runtime's own names for a failure. */
export function isSystemCode(text: string): boolean {
  return /^(SQLITE(_[A-Z]{2,12}){1,3}|ERR(_[A-Z]{2,20}){1,6}|E[A-Z]{3,14}|E2BIG)$/.test(text)
}
