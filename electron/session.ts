import { v4 as uuidv4 } from 'uuid'
import type { AuditMoment, Purpose } from '../core/audit.ts'
import type { Operator } from '../core/staff.ts'
import type { Clock } from './clock.ts'

/** Who is at the desk, from a right PIN to the next lock. */
export interface Session {
  /** new with each sign-in: a request made under another one is refused (hardening.md E26) */
  readonly token: string
  readonly operator: Operator
  readonly purpose: Purpose
}

/** How long a PIN that was entered once more is good for. */
const CONFIRMED_MS = 60_000

/** The one session there may be. Times are steady: setting the clock back prolongs nothing. */
export class Sessions {
  readonly #clock: Pick<Clock, 'steady'>
  #now: Session | null = null
  #confirmedAt: number | null = null
  #second: { readonly operatorId: string; readonly at: number } | null = null

  constructor(clock: Pick<Clock, 'steady'>) {
    this.#clock = clock
  }

  get now(): Session | null {
    return this.#now
  }

  begin(operator: Operator, purpose: Purpose): Session {
    this.end()
    this.#now = { token: uuidv4(), operator, purpose }
    return this.#now
  }

  end(): void {
    this.#now = null
    this.#confirmedAt = null
    this.#second = null
  }

  setPurpose(purpose: Purpose): void {
    if (this.#now !== null) this.#now = { ...this.#now, purpose }
  }

  /** The same person with other rights, when an administrator changed them. */
  refresh(operator: Operator): void {
    if (this.#now?.operator.id === operator.id) this.#now = { ...this.#now, operator }
  }

  confirm(): void {
    this.#confirmedAt = this.#clock.steady()
  }

  get confirmed(): boolean {
    return this.#isFresh(this.#confirmedAt)
  }

  confirmSecond(operatorId: string): void {
    this.#second = { operatorId, at: this.#clock.steady() }
  }

  /** who else entered their PIN for what two must do; null: nobody, or too long ago */
  get second(): string | null {
    return this.#second !== null && this.#isFresh(this.#second.at) ? this.#second.operatorId : null
  }

  #isFresh(at: number | null): boolean {
    return at !== null && this.#clock.steady() - at < CONFIRMED_MS
  }
}

/** The moment of an act, with whoever is at the desk. */
export function momentOf(
  session: Session | null,
  clock: Pick<Clock, 'now'>,
  bootId: string,
): AuditMoment {
  return {
    at: clock.now(),
    bootId,
    operatorId: session?.operator.id ?? null,
    purpose: session?.purpose ?? null,
  }
}
