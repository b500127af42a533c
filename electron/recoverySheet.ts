import { v7 as uuidv7 } from 'uuid'
import type { AuditMoment } from '../core/audit.ts'
import { DeskError } from '../core/errors.ts'
import type { SheetAnswer } from '../core/signIn.ts'
import { appendAudit } from '../db/audit.ts'
import { addOperator, getOperator, keepPinVersion } from '../db/operators.ts'
import { writing } from '../db/writing.ts'
import type { Clock } from './clock.ts'
import { freshRing } from './keys/freshRing.ts'
import type { KeyKeeper } from './keys/keeper.ts'
import { readKeyRing } from './keys/keyRing.ts'
import { keyOfWords } from './keys/recoveryWords.ts'
import { openWith } from './keys/sealedBox.ts'
import { refusal } from './people.ts'
import { closedSchool, type ClosedSchool, type OpenSchool } from './school.ts'

export interface SheetParts {
  readonly clock: Clock
  /** the school that is to be opened. @throws DeskError where there is none */
  readonly school: () => ClosedSchool | OpenSchool
  readonly moment: () => AuditMoment
  /** recovered or brought up to date before, where that is needed. @throws DeskError */
  readonly openData: (school: ClosedSchool, dataKey: Uint8Array) => Promise<OpenSchool>
  /** open, with the keys as they are now */
  readonly onOpened: (school: OpenSchool) => void
}

export interface SheetWish {
  readonly characters: string
  readonly person: { readonly id: string } | { readonly name: string }
  readonly pin: string
}

/**
 * The way back when no PIN opens any more: forgotten, the key store broken or another one, the tries
 * tampered with, the last administrator gone. The printed sheet gives the data key; somebody who is on
 * the ring gets a new PIN, or a new administrator and supervisor is added. The log says so.
 *
 * @throws DeskError of opening the data
 */
export async function openWithSheet(parts: SheetParts, wish: SheetWish): Promise<SheetAnswer> {
  const typed = keyOfWords(wish.characters)
  if (typed.kind !== 'key') return typed
  const school = parts.school()
  const ring = readKeyRing(school.place.folder) ?? school.keeper.ring()
  const box = openWith(typed.privateKey, ring.recovery.box)
  if (box.kind === 'wrong-key') return { kind: 'wrong-sheet' }
  if (box.kind === 'ruined') return { kind: 'ruined' }
  const withoutStore = school.vault.backend === null && school.rehearsal === null
  const reason = refusal(wish.pin, withoutStore)
  if (reason !== null) return { kind: 'pin-refused', reason }
  if ('data' in school && !isSame(school.dataKey, box.secret)) return { kind: 'ruined' }
  // The data first: a ring made anew for data that do not open would shut everybody out.
  const open = 'data' in school ? school : await parts.openData(school, box.secret)
  parts.onOpened(open)
  const keyed = { ...open, keeper: await usableKeeper(parts, open, withoutStore) }
  parts.onOpened(keyed)
  await givePin(parts, keyed, wish)
  return { kind: 'opened' }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other)

/** With a device secret of the key store there is now, where the former one is lost. */
async function usableKeeper(
  parts: SheetParts,
  { place, vault, rehearsal, keeper }: OpenSchool,
  withoutStore: boolean,
): Promise<KeyKeeper> {
  if (keeper.sheetNeeded() || keeper.ring().exception !== withoutStore)
    await freshRing(place.folder, vault, withoutStore)
  return (await closedSchool(parts, place, vault, rehearsal)).keeper
}

async function givePin(parts: SheetParts, open: OpenSchool, { person, pin }: SheetWish) {
  const { data, keeper, dataKey } = open
  const before = 'id' in person ? getOperator(data.db, person.id) : null
  const name = 'name' in person ? person.name : nameOf(keeper, person.id)
  const there = before !== null && before.endedAt === null
  const operator = there
    ? before
    : { id: uuidv7(), name, roles: ['supervisor', 'administrator'] as const, classes: [] }
  if (!there) addOperator(data.db, operator, 0, parts.clock.now())
  const needsCard = false
  keeper.keep({ id: operator.id, name: operator.name, roles: operator.roles, needsCard })
  const version = await keeper.setPin(operator.id, pin, dataKey, before?.pinVersion ?? 0)
  writing(data.db, 'The recovery was not written into the log', () => {
    keepPinVersion(data.db, operator.id, version)
    const act = {
      kind: 'key-recovered',
      studentId: null,
      about: operator.id,
      reason: null,
    } as const
    appendAudit(data.db, act, parts.moment())
  })
}

/** Of the tile that was chosen. */
function nameOf(keeper: KeyKeeper, id: string): string {
  const person = keeper.ring().people.find((one) => one.id === id)
  if (person === undefined)
    throw new DeskError('ipc-arguments', 'Nobody of this id is at the desk.')
  return person.name
}
