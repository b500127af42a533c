import { v7 as uuidv7 } from 'uuid'
import type { AuditAct, AuditKind, AuditMoment } from '../core/audit.ts'
import type { CardIdentifier } from '../core/card.ts'
import { DeskError } from '../core/errors.ts'
import { checkPin, isPassphrase } from '../core/pin.ts'
import type { NewPinAnswer } from '../core/signIn.ts'
import type { NewPerson, Operator, StaffLine } from '../core/staff.ts'
import { appendAudit } from '../db/audit.ts'
import {
  addOperator,
  changeOperator,
  endOperator,
  keepPinVersion,
  listOperators,
  type StoredOperator,
} from '../db/operators.ts'
import { classNames } from '../db/students.ts'
import { writing } from '../db/writing.ts'
import { canSignIn } from './canSignIn.ts'
import type { Clock } from './clock.ts'
import type { OpenSchool } from './school.ts'

export interface PeopleParts {
  readonly clock: Pick<Clock, 'now'>
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  readonly audit: (act: AuditAct) => void
  readonly moment: () => AuditMoment
  /** somebody's name or rights are others now */
  readonly onChange: (operator: Operator) => void
}

/** The people of the desk, as the administrator keeps them. Every act has its row in the log. */
export interface People {
  list(): readonly StaffLine[]
  add(person: NewPerson): Promise<NewPinAnswer>
  change(person: Operator & { readonly needsCard: boolean }): void
  end(operatorId: string): void
  setPin(operatorId: string, pin: string): Promise<NewPinAnswer>
  lift(operatorId: string): void
  bindCard(operatorId: string, identifiers: readonly CardIdentifier[]): void
  /** With the card goes the need of it: without one nobody could meet it. */
  unbindCard(operatorId: string): void
  classes(): readonly string[]
}

export function people(parts: PeopleParts): People {
  const row = (kind: AuditKind, about: string): AuditAct => ({
    kind,
    studentId: null,
    about,
    reason: null,
  })

  /** Those who may sign in. @throws DeskError `ipc-arguments` for anybody else */
  function known(id: string): StoredOperator {
    const found = listOperators(parts.school().data.db).find((one) => one.id === id)
    if (found === undefined || found.endedAt !== null)
      throw new DeskError('ipc-arguments', 'Nobody of this id is at the desk.')
    return found
  }

  /** An administrator without a PIN, or whose tries are over, could not give anybody a PIN. */
  function somebodyStays(without: string, roles: readonly string[]): void {
    if (roles.includes('administrator')) return
    const { data, keeper } = parts.school()
    const ring = keeper.ring()
    const stays = listOperators(data.db).some(
      (one) =>
        one.id !== without &&
        one.roles.includes('administrator') &&
        canSignIn(one, ring) &&
        !keeper.isLocked(one.id),
    )
    if (!stays) throw new DeskError('last-administrator', 'Nobody would be left to keep the desk.')
  }

  async function setPin(id: string, pin: string): Promise<NewPinAnswer> {
    const { keeper, data, dataKey } = parts.school()
    const reason = refusal(pin, keeper.ring().exception)
    if (reason !== null) return { kind: 'refused', reason }
    const person = known(id)
    const moment = parts.moment()
    // Not on the ring: it came with a backup, or a crash fell between the two.
    if (keeper.ring().people.every((one) => one.id !== id))
      keeper.keep({ ...person, needsCard: false })
    const version = await keeper.setPin(id, pin, dataKey, person.pinVersion)
    writing(data.db, 'The new PIN was not noted', () => {
      keepPinVersion(data.db, id, version)
      appendAudit(data.db, row('pin-set', id), moment)
    })
    return { kind: 'set' }
  }

  return {
    list() {
      const { data, keeper } = parts.school()
      return listOperators(data.db).map((one) => {
        const key = keeper.ring().people.find(({ id }) => id === one.id)
        const { id, name, roles, classes } = one
        return {
          id,
          name,
          roles,
          classes,
          state:
            one.endedAt !== null ? 'ended' : (key?.envelope ?? null) === null ? 'no-pin' : 'active',
          locked: one.endedAt === null && keeper.isLocked(id),
          hasCard: (key?.cards.length ?? 0) > 0,
          needsCard: key?.needsCard ?? false,
        }
      })
    },
    async add({ name, roles, classes, pin }) {
      const { data, keeper } = parts.school()
      const reason = refusal(pin, keeper.ring().exception)
      if (reason !== null) return { kind: 'refused', reason }
      const added = { id: uuidv7(), name, roles, classes }
      writing(data.db, 'The person was not added', () => {
        addOperator(data.db, added, 0, parts.clock.now())
        parts.audit(row('operator-added', added.id))
      })
      keeper.keep({ ...added, needsCard: false })
      return setPin(added.id, pin)
    },
    change({ needsCard, ...changed }) {
      const { data, keeper } = parts.school()
      known(changed.id)
      somebodyStays(changed.id, changed.roles)
      writing(data.db, 'The person was not changed', () => {
        changeOperator(data.db, changed)
        parts.audit(row('operator-changed', changed.id))
      })
      const hasCard = keeper
        .ring()
        .people.some(({ id, cards }) => id === changed.id && cards.length > 0)
      keeper.keep({ ...changed, needsCard: needsCard && hasCard })
      parts.onChange(changed)
    },
    end(id) {
      const { data, keeper } = parts.school()
      known(id)
      somebodyStays(id, [])
      writing(data.db, 'The person was not ended', () => {
        endOperator(data.db, id, parts.clock.now())
        parts.audit(row('operator-ended', id))
      })
      keeper.remove(id)
    },
    setPin,
    lift(id) {
      known(id)
      parts.audit(row('tries-lifted', id))
      parts.school().keeper.liftTries(id)
    },
    bindCard(id, identifiers) {
      known(id)
      parts.audit(row('staff-card-bound', id))
      parts.school().keeper.bindCard(id, identifiers)
    },
    unbindCard(id) {
      known(id)
      const { keeper } = parts.school()
      if (!keeper.ring().people.some((one) => one.id === id && one.cards.length > 0)) return
      parts.audit(row('staff-card-unbound', id))
      keeper.unbindCard(id)
    },
    classes: () => classNames(parts.school().data.db),
  }
}

/** @param passphrases the system keeps no keys: digits are too few */
export function refusal(
  pin: string,
  passphrases: boolean,
): Extract<NewPinAnswer, { readonly kind: 'refused' }>['reason'] | null {
  const check = checkPin(pin)
  if (check.kind === 'refused') return check.reason
  return passphrases && !isPassphrase(pin) ? 'passphrase-needed' : null
}
