import { v7 as uuidv7 } from 'uuid'
import type { AuditMoment } from '../core/audit.ts'
import { errorCode } from '../core/errors.ts'
import { appendAudit } from '../db/audit.ts'
import { addOperator, listOperators } from '../db/operators.ts'
import { writing } from '../db/writing.ts'
import { canSignIn } from './canSignIn.ts'
import type { Clock } from './clock.ts'
import type { DeskWork } from './deskWork.ts'
import { fileOf } from './localData.ts'
import { logged, type Log } from './log.ts'
import { nextTurn } from './nextTurn.ts'
import { openClosed, type ClosedSchool, type OpenSchool } from './school.ts'

export interface OpenParts {
  readonly clock: Clock
  readonly work: Pick<DeskWork, 'look' | 'backUp' | 'recover'>
  readonly moment: () => AuditMoment
  readonly log: Log
}

/**
 * Opens a school's data whatever state they are in: older ones are copied before they are brought up to date,
 * ruined ones recovered, and somebody is there who can sign in to them.
 *
 * @throws DeskError
 */
export async function openWhole(
  parts: OpenParts,
  school: ClosedSchool,
  key: Uint8Array,
): Promise<OpenSchool> {
  const open = await opened(parts, school, key)
  await nextTurn()
  if (nobodyCanSignIn(open)) staffFromKeys(open, parts.moment())
  return open
}

async function opened(
  { clock, work, moment, log }: OpenParts,
  school: ClosedSchool,
  key: Uint8Array,
): Promise<OpenSchool> {
  const { place, keeper } = school
  try {
    if ((await work.look(fileOf(place, key))) === 'older')
      await work.backUp({
        ...{ place, key, kind: 'before-migration', afterDeletion: false },
        recoveryBox: keeper.ring().recovery.box,
        madeAt: clock.now(),
      })
    return await openClosed(school, key, clock, true)
  } catch (thrown) {
    if (errorCode(thrown) !== 'db-ruined') throw thrown
    log('data-ruined', logged(thrown))
    const found = await work.recover({ place, key, moment: moment(), newDeviceId: uuidv7() })
    if (found.kind !== 'recovered') throw thrown
    return openClosed(school, key, clock, false)
  }
}

/** As after a recovery to nothing, or to a backup of before today's people. */
function nobodyCanSignIn({ data: { db }, keeper }: OpenSchool): boolean {
  const ring = keeper.ring()
  return !listOperators(db).some((one) => canSignIn(one, ring))
}

/**
 * Where no backup was left, the desk knows nobody any more; who has an envelope may sign in again, in the
 * roles their tile says. The log has each.
 */
function staffFromKeys({ data: { db }, keeper }: OpenSchool, moment: AuditMoment): void {
  const known = new Set(listOperators(db).map(({ id }) => id))
  writing(db, 'The people of the desk were not put back', () => {
    for (const { id, name, roles, pinVersion, envelope } of keeper.ring().people) {
      if (envelope === null || known.has(id)) continue
      addOperator(db, { id, name, roles, classes: [] }, pinVersion, moment.at)
      const act = {
        kind: 'operator-added',
        studentId: null,
        about: id,
        reason: 'recovered',
      } as const
      appendAudit(db, act, moment)
    }
  })
}
