import type { AuditAct, AuditMoment } from '../core/audit.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { Command, CommandPayloads, CommandType } from '../core/outbox.ts'
import { appendAudit } from './audit.ts'
import type { Database } from './database.ts'
import { appendCommand, type Append } from './outbox.ts'
import { writing } from './writing.ts'

/** What every act comes with. */
export interface ActToStore extends Omit<Append, 'command'> {
  /** UUIDv7 */
  readonly cmdId: string
  readonly audit: AuditMoment
}

/** An act, where what it came to is shown in the tables. */
export interface ByAct {
  readonly cmdId: string
  readonly at: EpochMs
  readonly operatorId: string | null
}

export const byAct = ({ cmdId, moment, recorder }: ActToStore): ByAct => ({
  cmdId,
  at: moment.recordedAt,
  operatorId: recorder.operatorId,
})

type CommandBody = {
  readonly [T in CommandType]: { readonly type: T; readonly payload: CommandPayloads[T] }
}[CommandType]

/** What is written of an act that was decided to be done. */
export interface ActWritten {
  readonly command: CommandBody
  /** in the tables, with its events */
  readonly show: (act: ByAct) => void
  readonly audit: AuditAct
}

interface Decided {
  readonly kind: 'done' | 'refused'
}

/**
 * An act (house.md, Acts): decided by what is here, queued, shown and written into the log in one transaction.
 * A refusal writes nothing.
 *
 * @param doing what was not done if it fails: 'The card was not bound'
 * @throws DeskError; then nothing was done
 */
export function storeAct<Decision extends Decided>(
  db: Database,
  order: ActToStore,
  doing: string,
  decide: () => Decision,
  written: (done: Extract<Decision, { readonly kind: 'done' }>) => ActWritten,
): Decision {
  return writing(db, doing, () => {
    const decision = decide()
    if (decision.kind === 'refused') return decision
    const { command, show, audit } = written(
      decision as Extract<Decision, { readonly kind: 'done' }>,
    )
    const { cmdId, recorder, moment } = order
    const sealed = { cmdId, schemaVersion: 1, basedOn: {}, ...command } as Command
    appendCommand(db, { command: sealed, recorder, moment })
    show(byAct(order))
    appendAudit(db, audit, order.audit)
    return decision
  })
}
