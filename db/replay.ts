import type { Command, CommandPayloads, CommandType, Envelope } from '../core/outbox.ts'
import { replayDropped, replayEntered } from './announcements.ts'
import { replayOpened, replayWithdrawn } from './applicationActs.ts'
import type { ByAct } from './acts.ts'
import type { CaseCommand, CaseCommandType } from '../core/case/commands.ts'
import { replayBound, replayUnbound } from './bindings.ts'
import { CASE_COMMANDS, replayCaseAct } from './caseActs.ts'
import { replayListed } from './cardLists.ts'
import { replayKept, replaySettled } from './cityRowActs.ts'
import { chainError, verifyChain } from './chain.ts'
import { replayConfirmation, replayTakenBack } from './confirmations.ts'
import type { Database } from './database.ts'
import {
  replayCardDropped,
  replayListed as replayCardsListed,
  replayPupilGiven,
  replayTyped,
} from './deliveryActs.ts'
import { beginEpoch, ensureDesk, getDesk, type Desk } from './desk.ts'
import { appendCommand, headOf, storeRow, type Chain } from './outbox.ts'
import { replayPart } from './rollReplay.ts'
import type { FoundRow } from './sealedRow.ts'
import { prepared } from './statements.ts'
import { storeTap } from './taps.ts'
import { writing } from './writing.ts'
import { replayYearTap, replayYearTapUndo } from './yearTaps.ts'

export interface Replay {
  readonly rows: readonly FoundRow[]
  /**
   * - `always`    the database is an older copy: numbers after its end may have been used
   * - `if-needed` only where a row does not follow its chain
   */
  readonly newEpoch: 'always' | 'if-needed'
  /** the highest epoch anybody has seen of this desk; 0: nobody */
  readonly epochSeen: number
}

export interface Replayed {
  /** rows that follow the chain that is here: put in as they are */
  readonly verbatim: number
  /** rows behind a gap: sealed anew in the new epoch, under the same cmdId and recorded moment */
  readonly resealed: number
}

/**
 * Puts found rows into an outbox that lacks them, each command once, with what the desk shows of it.
 * The city knows a command by its cmdId, so one it already has costs nothing. All or nothing.
 *
 * @throws DeskError, also where the chain would not hold afterwards
 */
export function replayOutbox(db: Database, { rows, newEpoch, epochSeen }: Replay): Replayed {
  return writing(db, 'The acts that were found again were not put back', () => {
    const lacking = distinct(rows.filter(({ cmdId }) => !isHere(db, cmdId)))
    if (lacking.length === 0 && newEpoch === 'if-needed') return { verbatim: 0, resealed: 0 }
    const last = lacking.findLast(({ sealed }) => sealed !== '')
    if (last !== undefined && getDesk(db) === null) ensureDesk(db, identityIn(last))
    const verbatim = putFollowing(db, lacking)
    // an emptied row cannot be sealed anew: the city has it
    const behindGaps = lacking.filter(({ cmdId, sealed }) => sealed !== '' && !isHere(db, cmdId))
    if (getDesk(db) !== null && (newEpoch === 'always' || behindGaps.length > 0)) {
      const seen = Math.max(epochSeen, ...rows.map(({ deviceEpoch }) => deviceEpoch))
      const desk = beginEpoch(db, seen)
      for (const row of behindGaps) sealAnew(db, row, desk)
    }
    const chain = verifyChain(db)
    if (chain.kind === 'broken') throw chainError(chain)
    return { verbatim, resealed: behindGaps.length }
  })
}

/** By chain and number; of the same row found twice the one whose answer of the city is known. */
function distinct(rows: readonly FoundRow[]): readonly FoundRow[] {
  const byHash = new Map<string, FoundRow>()
  for (const row of rows)
    if ((byHash.get(row.hash)?.status ?? 'waiting') === 'waiting') byHash.set(row.hash, row)
  return [...byHash.values()].sort(
    (a, b) =>
      a.deviceId.localeCompare(b.deviceId) ||
      a.deviceEpoch - b.deviceEpoch ||
      a.deviceSeq - b.deviceSeq,
  )
}

/** Each chain is followed from where it ends here, as far as it goes. @returns how many were put in */
function putFollowing(db: Database, rows: readonly FoundRow[]): number {
  const byBefore = new Map<string, FoundRow[]>()
  for (const row of rows) {
    const key = placeAfter(row, row.deviceSeq - 1, row.prevHash)
    byBefore.set(key, [...(byBefore.get(key) ?? []), row])
  }
  const after = (chain: Chain, seq: number, hash: string): readonly FoundRow[] =>
    byBefore.get(placeAfter(chain, seq, hash)) ?? []
  const chains = new Map(rows.map((row) => [`${row.deviceId} ${row.deviceEpoch}`, row]))
  let put = 0
  for (const chain of chains.values()) {
    let { deviceSeq, hash } = headOf(db, chain)
    for (;;) {
      const following = after(chain, deviceSeq, hash)
      // of two that could follow, the one that was followed itself
      const next =
        following.find((one) => after(one, one.deviceSeq, one.hash).length > 0) ?? following[0]
      if (next === undefined || isHere(db, next.cmdId)) break
      storeRow(db, next, next)
      if (next.sealed !== '') project(db, JSON.parse(next.sealed) as Envelope)
      put += 1
      ;({ deviceSeq, hash } = next)
    }
  }
  return put
}

const placeAfter = ({ deviceId, deviceEpoch }: Chain, seq: number, hash: string): string =>
  `${deviceId} ${deviceEpoch} ${seq} ${hash}`

function sealAnew(db: Database, row: FoundRow, desk: Desk): void {
  const found = JSON.parse(row.sealed) as Envelope
  const { deviceId, deviceEpoch } = desk
  const { cmdId, type, schemaVersion, payload, basedOn } = found
  const command = { cmdId, type, schemaVersion, payload, basedOn } as Command
  const { schoolId, operatorId, leaseId } = found
  const recorder = { deviceId, deviceEpoch, schoolId, operatorId, leaseId }
  project(db, appendCommand(db, { command, recorder, moment: found }))
}

/** What the desk itself shows of a command, by type. The chip's fare dates went with the file. */
const PROJECTIONS: {
  readonly [T in CommandType]: (db: Database, envelope: EnvelopeOf<T>) => void
} = {
  'tap.recorded': (db, { cmdId, recordedAt, payload }) =>
    storeTap(db, { cmdId, at: recordedAt, tap: payload }),
  'roll.changed': replayPart,
  'photos.set': replayPart,
  'card.bound': (db, found) => replayBound(db, found.payload, actOf(found)),
  'card.unbound': (db, found) => replayUnbound(db, found.payload, actOf(found)),
  'card.year-tapped': (db, found) => replayYearTap(db, found.payload, actOf(found)),
  'card.year-tap-undone': (db, found) => replayYearTapUndo(db, found.payload, actOf(found)),
  'application.opened': (db, found) => replayOpened(db, found.payload, actOf(found)),
  'application.withdrawn': (db, found) => replayWithdrawn(db, found.payload, actOf(found)),
  'application.listed': (db, found) => replayListed(db, found.payload, actOf(found)),
  'confirmation.recorded': (db, found) => replayConfirmation(db, found.payload, actOf(found)),
  'confirmation.withdrawn': (db, found) => replayTakenBack(db, found.payload, actOf(found)),
  'delivery.listed': (db, found) => replayCardsListed(db, found.payload, actOf(found)),
  'delivery.card-typed': (db, found) => replayTyped(db, found.payload, actOf(found)),
  'delivery.pupil-given': (db, found) => replayPupilGiven(db, found.payload, actOf(found)),
  'delivery.card-dropped': (db, found) => replayCardDropped(db, found.payload),
  'payment.kept': (db, found) => replayKept(db, found.payload, actOf(found)),
  'payment.settled': (db, found) => replaySettled(db, found.payload, actOf(found)),
  'announcement.entered': (db, found) => replayEntered(db, found.payload, actOf(found)),
  'announcement.dropped': (db, found) => replayDropped(db, found.payload),
  ...ofCases(),
}

/** One way for every act on a case: its rule says the rest. */
function ofCases(): {
  readonly [T in CaseCommandType]: (db: Database, found: EnvelopeOf<T>) => void
} {
  const replay = (db: Database, found: Envelope): void =>
    replayCaseAct(db, { type: found.type, payload: found.payload } as CaseCommand, actOf(found))
  return Object.fromEntries(CASE_COMMANDS.map((type) => [type, replay])) as ReturnType<
    typeof ofCases
  >
}

const actOf = ({ cmdId, recordedAt: at, operatorId }: Envelope): ByAct => ({
  cmdId,
  at,
  operatorId,
})

type EnvelopeOf<T extends CommandType> = Envelope & { readonly payload: CommandPayloads[T] }

/** A command of a newer program is kept and sent on, though nothing is shown of it. */
function project(db: Database, envelope: Envelope): void {
  if (!Object.hasOwn(PROJECTIONS, envelope.type)) return
  const show = PROJECTIONS[envelope.type] as (db: Database, envelope: Envelope) => void
  show(db, envelope)
}

function isHere(db: Database, cmdId: string): boolean {
  const select = 'SELECT 1 FROM outbox WHERE cmd_id = ?'
  return prepared<[string]>(db, select).get(cmdId) !== undefined
}

function identityIn({ sealed }: FoundRow): Omit<Desk, 'deviceEpoch'> {
  const { deviceId, schoolId, recordedAt } = JSON.parse(sealed) as Envelope
  return { deviceId, schoolId, madeAt: recordedAt }
}
