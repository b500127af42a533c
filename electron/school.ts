import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { beijingDate } from '../core/calendarDate.ts'
import { DeskError } from '../core/errors.ts'
import type { DataKey } from './dataKey.ts'
import type { Clock } from './clock.ts'
import {
  openLocalData,
  prepareFolder,
  type DataPlace,
  type FirstIdentity,
  type LocalData,
} from './localData.ts'
import type { Options } from './options.ts'
import {
  clearRehearsal,
  existingPlan,
  isFresh,
  keepPlan,
  newPlan,
  type RehearsalPlan,
} from './rehearsalFolder.ts'
import type { SeedJob } from './rehearsalSeed.ts'
import type { Vault } from './vault.ts'

/** What opening a school needs from the world around. */
export interface SchoolParts {
  readonly options: Options
  /** the user's data folder; each school has one of its own in it */
  readonly home: string
  /** asked when a school is opened: the system's key store answers only after `ready` */
  readonly vault: () => Promise<Vault>
  readonly nativeBinding: string | undefined
  readonly runtimeSupported: boolean
  readonly clock: Clock
  /** fills the database of a rehearsal school; the real one does it in a worker */
  seed(job: SeedJob): Promise<void>
}

export interface OpenSchool {
  readonly data: LocalData
  readonly keptBy: DataKey['keptBy']
  /** null in a real school */
  readonly rehearsal: RehearsalPlan | null
}

export function schoolFolder(parts: Pick<SchoolParts, 'options' | 'home'>): string {
  return join(parts.home, parts.options.mode === 'real' ? 'school' : 'rehearsal')
}

/**
 * Opens the school this start is for.
 * @throws DeskError; nothing that is there is ever overwritten, but a rehearsal asked to be fresh.
 */
export function openSchool(parts: SchoolParts): Promise<OpenSchool> {
  return parts.options.mode === 'real' ? openReal(parts) : openRehearsal(parts)
}

async function openReal(parts: SchoolParts): Promise<OpenSchool> {
  if (!parts.runtimeSupported)
    throw new DeskError(
      'runtime-out-of-support',
      'This Electron is out of support and fit for rehearsal only.',
    )
  const place = placeOf(parts)
  const { key, keptBy } = await prepareFolder(place.folder, await parts.vault())
  return { data: openLocalData(place, key, firstIdentity(parts)), keptBy, rehearsal: null }
}

async function openRehearsal(parts: SchoolParts): Promise<OpenSchool> {
  const place = placeOf(parts)
  const { options } = parts
  const today = beijingDate(parts.clock.now())
  const before = existingPlan(place.folder)
  const usable =
    before !== null && !options.fresh && sizeFits(options, before) && isFresh(before, today)
  if (!usable) clearRehearsal(place.folder)
  const { key, keptBy } = await prepareFolder(place.folder, await parts.vault())
  if (usable)
    return { data: openLocalData(place, key, firstIdentity(parts)), keptBy, rehearsal: before }
  const plan = newPlan(options.students ?? USUAL_STUDENTS, today)
  await parts.seed({ place, key, plan })
  keepPlan(place.folder, plan)
  return { data: openLocalData(place, key, firstIdentity(parts)), keptBy, rehearsal: plan }
}

const USUAL_STUDENTS = 3_000

/** A start that names no size takes the school that is there. */
function sizeFits(options: Options, plan: RehearsalPlan): boolean {
  return options.students === null || options.students === plan.students
}

function firstIdentity({ clock }: SchoolParts): FirstIdentity {
  return { deviceId: uuidv7(), madeAt: clock.now() }
}

function placeOf(parts: SchoolParts): DataPlace {
  return { folder: schoolFolder(parts), nativeBinding: parts.nativeBinding }
}
