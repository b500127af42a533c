import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { beijingDate } from '../core/calendarDate.ts'
import { DeskError } from '../core/errors.ts'
import { dbError } from '../db/dbError.ts'
import type { Clock } from './clock.ts'
import { openKeeper, type KeyKeeper } from './keys/keeper.ts'
import { KEY_RING_FILE } from './keys/keyRing.ts'
import { keepNewKeys, makeNewKeys, newDataKey } from './keys/newKeys.ts'
import { makeRecoveryPair } from './keys/sealedBox.ts'
import {
  databaseFile,
  localDataIn,
  openKeyed,
  type DataPlace,
  type LocalData,
} from './localData.ts'
import { nextTurn } from './nextTurn.ts'
import type { Options } from './options.ts'
import { REHEARSAL_STAFF } from './rehearsal/staff.ts'
import {
  clearRehearsal,
  existingPlan,
  isFresh,
  keepPlan,
  newPlan,
  type RehearsalPlan,
} from './rehearsalFolder.ts'
import type { SeedJob } from './rehearsalSeed.ts'
import { noVault, type Vault } from './vault.ts'

/** What a school needs from the world around. */
export interface SchoolParts {
  readonly options: Options
  /** the user's data folder; each school has one of its own in it */
  readonly home: string
  /** asked when a school is prepared: the system's key store answers only after `ready` */
  readonly vault: () => Promise<Vault>
  readonly nativeBinding: string | undefined
  readonly runtimeSupported: boolean
  readonly clock: Clock
  /** fills the database of a rehearsal school; the real one does it in a worker */
  seed(job: SeedJob): Promise<void>
}

/** A school before anybody has signed in: its data are closed. */
export type PreparedSchool =
  { readonly kind: 'first-run'; readonly place: DataPlace; readonly vault: Vault } | ClosedSchool

export interface ClosedSchool {
  readonly kind: 'closed'
  readonly place: DataPlace
  readonly vault: Vault
  readonly keeper: KeyKeeper
  /** null in a real school */
  readonly rehearsal: RehearsalPlan | null
}

export interface OpenSchool extends Omit<ClosedSchool, 'kind'> {
  readonly data: LocalData
  /** in memory while the data are open: a new PIN wraps it anew */
  readonly dataKey: Uint8Array
}

export function schoolFolder(parts: Pick<SchoolParts, 'options' | 'home'>): string {
  return join(parts.home, parts.options.mode === 'real' ? 'school' : 'rehearsal')
}

/**
 * Gets the school this start is for ready to be signed in to.
 * @throws DeskError; nothing that is there is ever overwritten, but a rehearsal asked to be fresh.
 */
export function prepareSchool(parts: SchoolParts): Promise<PreparedSchool> {
  return parts.options.mode === 'real' ? prepareReal(parts) : prepareRehearsal(parts)
}

/** @param looked a thread has just looked through the data. @throws DeskError */
export async function openClosed(
  closed: ClosedSchool,
  dataKey: Uint8Array,
  clock: Clock,
  looked: boolean,
): Promise<OpenSchool> {
  const { place, vault, keeper, rehearsal } = closed
  const first = { deviceId: uuidv7(), madeAt: clock.now() }
  const db = openKeyed(place, dataKey, looked)
  await nextTurn()
  const data = localDataIn(db, place, dataKey, first)
  return { place, vault, keeper, rehearsal, dataKey, data }
}

/** With the data key a file of the school is locked with. @throws DeskError */
export async function closedSchool(
  parts: Pick<SchoolParts, 'clock'>,
  place: DataPlace,
  vault: Vault,
  rehearsal: RehearsalPlan | null,
): Promise<ClosedSchool> {
  const keeper = await openKeeper({ folder: place.folder, vault, steady: parts.clock.steady })
  return { kind: 'closed', place, vault, keeper, rehearsal }
}

async function prepareReal(parts: SchoolParts): Promise<PreparedSchool> {
  if (!parts.runtimeSupported)
    throw new DeskError(
      'runtime-out-of-support',
      'This Electron is out of support and fit for rehearsal only.',
    )
  const place = placeOf(parts)
  makeFolder(place.folder)
  const vault = await parts.vault()
  const begun =
    existsSync(databaseFile(place.folder)) || existsSync(join(place.folder, KEY_RING_FILE))
  return begun ? closedSchool(parts, place, vault, null) : { kind: 'first-run', place, vault }
}

/** The system's key store is not asked: the PINs of a rehearsal stand on its screen. */
async function prepareRehearsal(parts: SchoolParts): Promise<PreparedSchool> {
  const place = placeOf(parts)
  const { options, clock } = parts
  const today = beijingDate(clock.now())
  const before = existingPlan(place.folder)
  const usable =
    before !== null &&
    existsSync(join(place.folder, KEY_RING_FILE)) &&
    !options.fresh &&
    sizeFits(options, before) &&
    isFresh(before, today)
  if (usable) return closedSchool(parts, place, noVault, before)
  clearRehearsal(place.folder)
  makeFolder(place.folder)
  const plan = newPlan(options.students ?? USUAL_STUDENTS, today)
  await makeRehearsal(parts, place, plan)
  return closedSchool(parts, place, noVault, plan)
}

/** Fills an empty folder. Cut off anywhere, it has no plan, and is made anew. @throws DeskError */
export async function makeRehearsal(
  parts: Pick<SchoolParts, 'seed' | 'clock'>,
  place: DataPlace,
  plan: RehearsalPlan,
): Promise<void> {
  const key = newDataKey()
  const [, keys] = await Promise.all([
    parts.seed({ place, key, plan, at: parts.clock.now() }),
    makeNewKeys(
      {
        people: REHEARSAL_STAFF,
        dataKey: key,
        recoveryPublicKey: makeRecoveryPair().publicKey,
        exception: false,
      },
      noVault,
    ),
  ])
  keepNewKeys(place.folder, keys)
  keepPlan(place.folder, plan)
}

export const USUAL_STUDENTS = 3_000

/** A start that names no size takes the school that is there. */
function sizeFits(options: Options, plan: RehearsalPlan): boolean {
  return options.students === null || options.students === plan.students
}

export function placeOf(parts: Pick<SchoolParts, 'options' | 'home' | 'nativeBinding'>): DataPlace {
  return { folder: schoolFolder(parts), nativeBinding: parts.nativeBinding }
}

/** @throws DeskError `db-read-only`, `db-full` */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (thrown) {
    throw dbError(thrown, 'preparing the data folder')
  }
}
