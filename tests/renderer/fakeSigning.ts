import type { Draft } from '../../core/contract.ts'
import type { DeskState, LockedDesk, OpenDesk } from '../../core/deskState.ts'
import { checkPin } from '../../core/pin.ts'
import type {
  FirstRunAnswer,
  LockReason,
  NewPinAnswer,
  PinAnswer,
  RecoverySheet,
  SheetAnswer,
} from '../../core/signIn.ts'
import { lockedDesk, openDesk } from './builders.ts'
import type { Handlers } from './fakeKiosk.ts'

/** What this part needs of the fake desk. */
export interface Hands {
  state(): DeskState
  push(state: DeskState): void
}

type Names =
  | 'firstRun.begin'
  | 'firstRun.print'
  | 'firstRun.confirm'
  | `session.${'signIn' | 'lock' | 'active' | 'purpose' | 'confirm' | 'second' | 'changePin'}`
  | 'draft.keep'
  | 'draft.take'
  | 'recovery.open'
  | `sheet.${'make' | 'print' | 'confirm' | 'drop'}`

/** Five wrong PINs take a wait, ten a supervisor. */
const TRIES = 5

export const SHEET: RecoverySheet = {
  characters: '春眠不觉晓处闻啼鸟夜来风雨声花落知多少白日依山尽',
  qr: Array.from({ length: 25 }, (_, y) =>
    Array.from({ length: 25 }, (_, x) => (x * 7 + y * 5 + x * y) % 3 === 0),
  ),
  fingerprint: '7c1e90ab',
  asked: [3, 11, 20],
}

/** Signing in, locking, drafts, the first run: playable, with the rehearsal's PINs. */
export class FakeSigning {
  /** instead of looking at the PIN: what the next ones become */
  pinAnswer: PinAnswer | null = null
  firstRunAnswer: FirstRunAnswer | null = null
  sheetAnswer: SheetAnswer = { kind: 'opened' }
  sheet: RecoverySheet = SHEET
  printed = true
  /** after a new sheet was taken */
  backedUp = true
  readonly drafts = new Map<string, Draft>()
  readonly #hands: Hands
  #wrong = 0
  /** as it was open last */
  #open: OpenDesk
  #signIns = 1

  constructor(hands: Hands) {
    this.#hands = hands
    const state = hands.state()
    this.#open = state.kind === 'open' ? state : openDesk()
  }

  readonly handlers: Pick<Handlers, Names> = {
    'firstRun.begin': () => this.firstRunAnswer ?? { kind: 'sheet', sheet: this.sheet },
    'firstRun.print': () => this.printed,
    'firstRun.confirm': ({ characters }) => {
      if (!this.#fits(characters)) return false
      this.#hands.push(lockedDesk({ mode: 'real', why: 'start', last: null }))
      return true
    },
    'session.signIn': ({ operatorId, pin, purpose }) => {
      const answer = this.#tried(operatorId, pin)
      if (answer.kind === 'right') this.#signIn(operatorId, purpose)
      return answer
    },
    'session.lock': ({ handOver }) => {
      if (handOver) this.drafts.delete(this.#now().operator.id)
      this.lock(handOver ? 'handed-over' : 'asked')
      return null
    },
    'session.active': () => null,
    'session.purpose': ({ purpose }) => {
      this.#hands.push({ ...this.#now(), purpose })
      return null
    },
    'session.confirm': ({ pin }) => this.#tried(this.#now().operator.id, pin),
    'session.second': ({ operatorId, pin }) => this.#tried(operatorId, pin),
    'session.changePin': ({ pin, next }) => {
      const answer = this.#tried(this.#now().operator.id, pin)
      return answer.kind === 'right' ? newPin(next) : answer
    },
    'draft.keep': ({ draft }) => {
      this.drafts.set(this.#now().operator.id, structuredClone(draft))
      return null
    },
    'draft.take': () => {
      const { id } = this.#now().operator
      const draft = this.drafts.get(id) ?? null
      this.drafts.delete(id)
      return draft
    },
    'recovery.open': () => this.sheetAnswer,
    'sheet.make': () => this.sheet,
    'sheet.print': () => this.printed,
    'sheet.confirm': ({ characters }) =>
      this.#fits(characters) ? { kind: 'renewed', backedUp: this.backedUp } : { kind: 'wrong' },
    'sheet.drop': () => null,
  }

  #fits(characters: readonly string[]): boolean {
    const right = this.sheet.asked.map((place) => [...this.sheet.characters][place - 1])
    return right.join('') === characters.join('')
  }

  /** As the desk does by itself, too. */
  lock(why: LockReason, part: Partial<LockedDesk> = {}): void {
    const { mode, people, readers, clock, notices, settings, operator } = this.#now()
    const last = why === 'handed-over' ? null : operator.id
    const known = { mode, people, readers, clock, notices, settings }
    this.#hands.push(lockedDesk({ ...known, why, last, ...part }))
  }

  #signIn(operatorId: string, purpose: OpenDesk['purpose']): void {
    const state = this.#hands.state()
    if (state.kind !== 'locked') return
    const { mode, people, readers, clock, notices, settings } = state
    const person = people.find(({ id }) => id === operatorId)
    if (person === undefined) return
    const { id, name, roles } = person
    this.#open = {
      ...this.#open,
      ...{ mode, people, readers, clock, notices, settings, purpose },
      session: `session-${(this.#signIns += 1)}`,
      operator: { id, name, roles, classes: [] },
    }
    this.#hands.push(this.#open)
  }

  #tried(operatorId: string, pin: string): PinAnswer {
    if (this.pinAnswer !== null) return this.pinAnswer
    const state = this.#hands.state()
    const people = state.kind === 'open' || state.kind === 'locked' ? state.people : []
    const person = people.find(({ id }) => id === operatorId)
    if (person === undefined) return { kind: 'ended' }
    if (person.rehearsalPin === pin) {
      this.#wrong = 0
      return { kind: 'right' }
    }
    this.#wrong += 1
    return this.#wrong < TRIES
      ? { kind: 'wrong', left: TRIES - this.#wrong, then: 'wait' }
      : { kind: 'wait', ms: 30_000 }
  }

  #now(): OpenDesk {
    const state = this.#hands.state()
    if (state.kind !== 'open') throw new Error('Nobody is signed in at the fake desk.')
    this.#open = state
    return state
  }
}

export function newPin(pin: string): NewPinAnswer {
  const check = checkPin(pin)
  return check.kind === 'fits' ? { kind: 'set' } : { kind: 'refused', reason: check.reason }
}
