import { join } from 'node:path'
import type { CardIdentifier } from '../../core/card.ts'
import { DeskError } from '../../core/errors.ts'
import type { PinAnswer } from '../../core/signIn.ts'
import type { Operator } from '../../core/staff.ts'
import { WRONG_BEFORE_WAIT } from '../../core/tries.ts'
import type { Vault } from '../vault.ts'
import { openDeviceSecret } from './deviceSecret.ts'
import { readKeyRing, writeKeyRing, type KeyPerson, type KeyRing } from './keyRing.ts'
import { makeEnvelope, openEnvelope } from './operatorEnvelope.ts'
import { staffCardMarks } from './staffCard.ts'
import { openTryCounter, type TryCounter } from './tryCounter.ts'

export const TRIES_FILE = 'desk.tries'

/** A PIN looked at: the answer for the page, and what a right one opens. */
export type TriedPin =
  | {
      readonly kind: 'right'
      readonly dataKey: Uint8Array
      readonly pinVersion: number
      /** wrong tries since the last right one */
      readonly wrongBefore: number
    }
  | { readonly kind: 'refused'; readonly answer: Exclude<PinAnswer, { readonly kind: 'right' }> }

/** The keys of one school, in hand: the only one who reads and writes the key ring and the tries. */
export interface KeyKeeper {
  ring(): KeyRing
  /** the recovery sheet alone opens: the key store is another one, or the tries were tampered with */
  sheetNeeded(): boolean
  isLocked(operatorId: string): boolean
  /**
   * Counted before it is looked at.
   * @param card whose staff card was laid down, null: nobody's; `not-asked`: of somebody who is signed in
   */
  tryPin(operatorId: string, pin: string, card: SeenCard): Promise<TriedPin>
  /** a new envelope for somebody on the ring. @param least its version is higher. @returns it */
  setPin(operatorId: string, pin: string, dataKey: Uint8Array, least: number): Promise<number>
  /** puts somebody on the ring or changes their tile */
  keep(person: Pick<Operator, 'id' | 'name' | 'roles'> & { readonly needsCard: boolean }): void
  remove(operatorId: string): void
  liftTries(operatorId: string): void
  bindCard(operatorId: string, identifiers: readonly CardIdentifier[]): void
  /** and they need none any more, in the same write */
  unbindCard(operatorId: string): void
  ownerOfCard(identifiers: readonly CardIdentifier[]): string | null
  /** another recovery sheet opens, and the one before no more */
  keepRecovery(recovery: KeyRing['recovery']): void
}

/** A staff card at the locked desk. */
export type SeenCard = { readonly operatorId: string } | null | 'not-asked'

export interface KeeperParts {
  readonly folder: string
  readonly vault: Vault
  /** ms of a steady clock */
  readonly steady: () => number
}

/** @throws DeskError `key-missing` where there is no ring, `key-unreadable` */
export async function openKeeper({ folder, vault, steady }: KeeperParts): Promise<KeyKeeper> {
  const found = readKeyRing(folder)
  if (found === null)
    throw new DeskError(
      'key-missing',
      'The data are here but the file with their keys is gone. A backup and the recovery sheet open them.',
    )
  let ring = found
  const secret = await openDeviceSecret(ring.deviceSecret, vault)
  const tries = secret === null ? null : openTries(folder, secret, ring, steady)

  const personOf = (id: string): KeyPerson | undefined => ring.people.find((one) => one.id === id)
  const write = (next: KeyRing): void => {
    writeKeyRing(folder, next)
    ring = next
  }
  const replace = (person: KeyPerson): void =>
    write({
      ...ring,
      people: ring.people.some((one) => one.id === person.id)
        ? ring.people.map((one) => (one.id === person.id ? person : one))
        : [...ring.people, person],
    })
  const known = (id: string): KeyPerson => {
    const person = personOf(id)
    if (person === undefined) throw new DeskError('internal', 'Nobody of this id is on the ring.')
    return person
  }
  const inHand = (): { readonly secret: Uint8Array; readonly tries: TryCounter } => {
    if (secret === null || tries === null)
      throw new DeskError('key-unreadable', 'The key store of this computer is another one.')
    return { secret, tries }
  }

  /** So that an older counter is noticed when it is put back. */
  const noteTries = (counter: TryCounter): void =>
    write({ ...ring, leastTries: counter.generation() })

  async function tryPin(id: string, pin: string, card: SeenCard): Promise<TriedPin> {
    const person = personOf(id)
    if (secret === null || tries === null) return refused({ kind: 'key-store-changed' })
    if (person === undefined || person.envelope === null) return refused({ kind: 'ended' })
    if (person.needsCard && card !== 'not-asked' && card?.operatorId !== id)
      return refused({ kind: 'card-first' })
    const may = tries.countTry(id)
    if (may.kind !== 'yes') return refused(may)
    const owner = { operatorId: id, version: person.pinVersion, deviceSecret: secret, vault }
    const opened = await openEnvelope(person.envelope, pin, owner)
    switch (opened.kind) {
      case 'opened': {
        // This one was counted, too.
        const wrongBefore = tries.wrongOf(id) - 1
        tries.clear(id)
        noteTries(tries)
        const { dataKey } = opened
        return { kind: 'right', dataKey, pinVersion: person.pinVersion, wrongBefore }
      }
      case 'wrong-pin': {
        noteTries(tries)
        const after = tries.mayTry(id)
        if (after.kind !== 'yes') return refused(after)
        const left = WRONG_BEFORE_WAIT - tries.wrongOf(id)
        return refused({ kind: 'wrong', left, then: 'wait' })
      }
      case 'ruined':
        return refused({ kind: 'key-ruined' })
      case 'store-cannot-open':
      case 'other-backend':
        return refused({ kind: 'key-store-changed' })
      default:
        return opened satisfies never
    }
  }

  return {
    ring: () => ring,
    sheetNeeded: () => tries === null || !['fits', 'new'].includes(tries.found),
    isLocked: (id) => tries !== null && tries.mayTry(id).kind === 'needs-supervisor',
    tryPin,
    async setPin(id, pin, dataKey, least) {
      const { secret: deviceSecret, tries: counter } = inHand()
      const version = Math.max(known(id).pinVersion, least) + 1
      const owner = { operatorId: id, version, deviceSecret, vault }
      const envelope = await makeEnvelope(dataKey, pin, owner)
      replace({ ...known(id), envelope, pinVersion: version })
      counter.clear(id)
      noteTries(counter)
      return version
    },
    keep({ id, name, roles, needsCard }) {
      const before = personOf(id) ?? { pinVersion: 0, envelope: null, cards: [] }
      replace({ ...before, id, name, roles, needsCard })
    },
    remove(id) {
      write({ ...ring, people: ring.people.filter((one) => one.id !== id) })
    },
    liftTries(id) {
      const counter = inHand().tries
      counter.clear(id)
      noteTries(counter)
    },
    bindCard(id, identifiers) {
      replace({ ...known(id), cards: staffCardMarks(identifiers, inHand().secret) })
    },
    unbindCard(id) {
      replace({ ...known(id), cards: [], needsCard: false })
    },
    ownerOfCard(identifiers) {
      if (secret === null) return null
      const marks = new Set(staffCardMarks(identifiers, secret))
      return ring.people.find((one) => one.cards.some((mark) => marks.has(mark)))?.id ?? null
    },
    keepRecovery(recovery) {
      write({ ...ring, recovery })
    },
  }
}

const refused = (answer: Exclude<PinAnswer, { readonly kind: 'right' }>): TriedPin => ({
  kind: 'refused',
  answer,
})

function openTries(
  folder: string,
  deviceSecret: Uint8Array,
  ring: KeyRing,
  steady: () => number,
): TryCounter {
  const file = join(folder, TRIES_FILE)
  return openTryCounter({ file, deviceSecret, leastGeneration: ring.leastTries, steady })
}
