import type { AuditMoment } from '../core/audit.ts'
import { canBeSecond, standsAlone } from '../core/secondPerson.ts'
import type { LockReason } from '../core/signIn.ts'
import type { Operator } from '../core/staff.ts'
import { appendAudit } from '../db/audit.ts'
import { getOperator, isAlone } from '../db/operators.ts'
import type { Asking } from './allowed.ts'
import type { Clock } from './clock.ts'
import { drafts, type Drafts } from './drafts.ts'
import { idleLock } from './idleLock.ts'
import { logged, type Log } from './log.ts'
import type { OpenSchool } from './school.ts'
import { momentOf, Sessions, type Session } from './session.ts'
import { lockedAct, signedOut } from './signedOut.ts'

export interface SittingParts {
  readonly clock: Clock
  readonly bootId: string
  readonly lockAfterMinutes: () => number
  /** @throws DeskError while no school is open */
  readonly opened: () => OpenSchool
  readonly log: Log
  /** the session is over: whatever was shown in it is to be forgotten */
  readonly onEnd: () => void
  readonly onChange: () => void
  /** the screen is locked and nobody waits for anything */
  readonly onQuiet: () => void
}

/** Somebody at the desk, from their sign-in to the next lock. */
export interface Sitting {
  readonly sessions: Sessions
  readonly drafts: Drafts
  now(): Session | null
  /** @throws DeskError `signed-out` */
  operator(): Operator
  /** of an act that is done now */
  moment(): AuditMoment
  /** null: nobody is signed in */
  asking(): (Asking & { readonly token: string }) | null
  lock(why: LockReason): void
  /** a hand, a tap, a request */
  active(): void
  quietFor(): number
  /** without a word in the log: its data are being closed */
  end(): void
  /** for the locked screen */
  lockedBy(): { readonly why: LockReason; readonly last: string | null }
}

/** The locked screen is drawn and the page made anew before anything else is done. */
const QUIET_AFTER_MS = 3_000

export function sitting(parts: SittingParts): Sitting {
  const { clock, opened } = parts
  const sessions = new Sessions(clock)
  const kept = drafts()
  let why: LockReason = 'start'
  let last: string | null = null

  const idle = idleLock({
    uptimeMs: clock.uptimeMs,
    afterMs: () => parts.lockAfterMinutes() * 60_000,
    lock: () => lock('idle'),
  })
  const moment = (): AuditMoment => momentOf(sessions.now, clock, parts.bootId)

  /** An administrator and a supervisor together, or a supervisor beside a clerk (core/secondPerson.ts). */
  function secondPerson(first: Operator): ReturnType<Asking['second']> {
    const { db } = opened().data
    if (standsAlone(isAlone(db), first.roles)) return sessions.confirmed ? 'there' : 'own-pin'
    const second = sessions.second === null ? null : getOperator(db, sessions.second)
    return second !== null && canBeSecond(first.roles, second.roles) ? 'there' : 'somebody-else'
  }

  function end(): void {
    sessions.end()
    idle.stop()
    parts.onEnd()
  }

  /** The screen goes first, whatever the disk says of it. */
  function lock(reason: LockReason): void {
    const { now } = sessions
    if (now === null) return
    if (reason === 'handed-over') kept.drop(now.operator.id)
    last = reason === 'handed-over' ? null : now.operator.id
    why = reason
    const of = moment()
    end()
    parts.onChange()
    try {
      const { db, anchor } = opened().data
      appendAudit(db, lockedAct(reason), of)
      anchor.keep()
    } catch (thrown) {
      parts.log('lock-not-logged', logged(thrown))
    }
    setTimeout(() => sessions.now ?? parts.onQuiet(), QUIET_AFTER_MS).unref()
  }

  return {
    sessions,
    drafts: kept,
    now: () => sessions.now,
    operator: () => sessions.now?.operator ?? signedOut(),
    moment,
    asking() {
      const { now, confirmed } = sessions
      if (now === null) return null
      const { operator, token } = now
      return { operator, token, confirmed, second: () => secondPerson(operator) }
    },
    lock,
    active: idle.active,
    quietFor: idle.quietFor,
    end,
    lockedBy: () => ({ why, last }),
  }
}
