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
import { closedSchool, openClosed, type ClosedSchool, type OpenSchool } from './school.ts'

export interface SheetParts {
  readonly clock: Clock
  /** the school that is to be opened. @throws DeskError where there is none */
  readonly school: () => ClosedSchool | OpenSchool
  readonly moment: () => AuditMoment
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
  const open = await opened(parts, school, box.secret, withoutStore)
  await givePin(parts, open, wish)
  return { kind: 'opened' }
}

/** With a device secret of the key store there is now, where the former one is lost. */
async function opened(
  parts: SheetParts,
  school: ClosedSchool | OpenSchool,
  dataKey: Uint8Array,
  withoutStore: boolean,
): Promise<OpenSchool> {
  const { place, vault, rehearsal } = school
  if (school.keeper.sheetNeeded() || school.keeper.ring().exception !== withoutStore)
    await freshRing(place.folder, vault, withoutStore)
  const closed = await closedSchool(parts, place, vault, rehearsal)
  return 'data' in school
    ? { ...school, keeper: closed.keeper }
    : openClosed(closed, dataKey, parts.clock)
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
  const version = await keeper.setPin(operator.id, pin, dataKey)
  parts.onOpened(open)
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
