import { timingSafeEqual } from 'node:crypto'
import type { AuditAct, Purpose } from '../core/audit.ts'
import { DeskError } from '../core/errors.ts'
import type { NewPinAnswer, PinAnswer } from '../core/signIn.ts'
import { dbError } from '../db/dbError.ts'
import { getOperator, keepPinVersion, type StoredOperator } from '../db/operators.ts'
import { writing } from '../db/writing.ts'
import type { Clock } from './clock.ts'
import type { TriedPin } from './keys/keeper.ts'
import type { ClosedSchool, OpenSchool } from './school.ts'
import { momentOf, type Sessions } from './session.ts'
import { signedOut } from './signedOut.ts'
import { wrongPins } from './wrongPins.ts'

export interface SigningParts {
  readonly clock: Clock
  readonly bootId: string
  readonly sessions: Sessions
  /** @throws DeskError where there is nothing to sign in to */
  readonly school: () => ClosedSchool | OpenSchool
  /** nobody else works at the file */
  readonly ready: () => Promise<void>
  /** the data, opened with this key if they are not. @throws DeskError */
  readonly open: (dataKey: Uint8Array) => Promise<OpenSchool>
  /** whose staff card was laid down just now; null: nobody's */
  readonly card: () => { readonly operatorId: string } | null
  readonly people: { setPin(operatorId: string, pin: string): Promise<NewPinAnswer> }
  readonly audit: (act: AuditAct) => void
  readonly onChange: () => void
  /** the disk refuses: nobody can sign in */
  readonly onTrouble: (thrown: unknown) => void
}

/** Everything a PIN is asked for. */
export interface Signing {
  signIn(operatorId: string, pin: string, purpose: Purpose): Promise<PinAnswer>
  setPurpose(purpose: Purpose): void
  /** the own PIN once more */
  confirm(pin: string): Promise<PinAnswer>
  /** a colleague's, for what two must do */
  second(operatorId: string, pin: string): Promise<PinAnswer>
  changePin(pin: string, next: string): Promise<PinAnswer | NewPinAnswer>
}

/** What a PIN came to; a right one with what the counter had against it. */
type Opened =
  | { readonly kind: 'right'; readonly wrongBefore: number }
  | Exclude<PinAnswer, { readonly kind: 'right' }>

const RIGHT: PinAnswer = { kind: 'right' }

const sameKey = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

const act = (kind: AuditAct['kind'], about: string | null): AuditAct => ({
  kind,
  studentId: null,
  about,
  reason: null,
})

export function signing(parts: SigningParts): Signing {
  const { sessions } = parts
  const wrong = wrongPins(() => momentOf(sessions.now, parts.clock, parts.bootId))

  async function tried(operatorId: string, pin: string): Promise<TriedPin> {
    const result = await counted(operatorId, pin)
    if (result.kind === 'refused') refused(operatorId, result.answer.kind)
    return result
  }

  /** A try that cannot be written down is none: the disk is full, or nothing may be written on it. */
  async function counted(operatorId: string, pin: string): Promise<TriedPin> {
    await parts.ready()
    try {
      const card = sessions.now === null ? parts.card() : 'not-asked'
      return await parts.school().keeper.tryPin(operatorId, pin, card)
    } catch (thrown) {
      const trouble = dbError(thrown, 'The PIN was not looked at')
      parts.onTrouble(trouble)
      throw trouble
    }
  }

  function refused(operatorId: string, kind: PinAnswer['kind']): void {
    const school = parts.school()
    wrong.refused('data' in school ? school.data.db : null, operatorId, kind)
  }

  /** null: no longer at this desk, or an old copy of the keys was put back */
  function stored(school: OpenSchool, id: string, pinVersion: number): StoredOperator | null {
    const found = getOperator(school.data.db, id)
    if (found === null || found.endedAt !== null || pinVersion < found.pinVersion) return null
    if (pinVersion > found.pinVersion) keepPinVersion(school.data.db, id, pinVersion)
    return found
  }

  async function right(operatorId: string, pin: string): Promise<Opened> {
    const result = await tried(operatorId, pin)
    if (result.kind === 'refused') return result.answer
    const { wrongBefore } = result
    const before = parts.school()
    // An envelope anybody could have made: while the data are open it must hold their very key.
    if ('data' in before && !sameKey(before.dataKey, result.dataKey)) {
      refused(operatorId, 'key-ruined')
      return { kind: 'key-ruined' }
    }
    const school = await parts.open(result.dataKey)
    return stored(school, operatorId, result.pinVersion) === null
      ? { kind: 'ended' }
      : { kind: 'right', wrongBefore }
  }

  const here = (): string => (sessions.now ?? signedOut()).operator.id

  return {
    async signIn(operatorId, pin, purpose) {
      if (sessions.now !== null) throw new DeskError('internal', 'Somebody is signed in already.')
      const answer = await right(operatorId, pin)
      if (answer.kind !== 'right') return answer
      const { wrongBefore } = answer
      const { db } = (parts.school() as OpenSchool).data
      const operator = getOperator(db, operatorId)
      // Somebody else may have been quicker while this PIN was looked at.
      if (operator === null || sessions.now !== null) return { kind: 'ended' }
      const { id, name, roles, classes } = operator
      sessions.begin({ id, name, roles, classes }, purpose)
      try {
        writing(db, 'The sign-in was not written into the log', () => {
          wrong.write(db, { operatorId, wrongBefore })
          parts.audit(act('signed-in', null))
        })
      } catch (thrown) {
        sessions.end()
        throw thrown
      }
      wrong.written()
      parts.onChange()
      return RIGHT
    },
    setPurpose(purpose) {
      sessions.setPurpose(purpose)
      parts.audit(act('purpose-chosen', purpose))
      parts.onChange()
    },
    async confirm(pin) {
      const id = here()
      const answer = await right(id, pin)
      if (answer.kind !== 'right') return answer
      if (sessions.now?.operator.id !== id) return RIGHT
      sessions.confirm()
      parts.audit(act('re-authenticated', null))
      return RIGHT
    },
    async second(operatorId, pin) {
      const id = here()
      if (operatorId === id) throw new DeskError('ipc-arguments', 'This takes somebody else.')
      const answer = await right(operatorId, pin)
      if (answer.kind !== 'right') return answer
      if (sessions.now?.operator.id !== id) return RIGHT
      sessions.confirmSecond(operatorId)
      parts.audit(act('re-authenticated', operatorId))
      return RIGHT
    },
    async changePin(pin, next) {
      const id = here()
      const answer = await right(id, pin)
      if (answer.kind !== 'right') return answer
      return sessions.now?.operator.id === id ? parts.people.setPin(id, next) : RIGHT
    },
  }
}
