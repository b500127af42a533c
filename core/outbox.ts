import type { AnnouncementDays, NewAnnouncement } from './announcement.ts'
import type { ListApplications, OpenApplication, WithdrawApplication } from './application.ts'
import type { BindCard, UnbindCard } from './binding.ts'
import type { CardIdentifier } from './card.ts'
import type { CardFamily } from './cardRead.ts'
import type { EpochMs } from './calendarDate.ts'
import type { CaseCommands } from './case/commands.ts'
import type { RecordConfirmation, WithdrawConfirmation } from './confirmation.ts'
import type { DropListedCard, GiveCardPupil, ListCards, TypeCard } from './delivery.ts'
import type { KeepPayment, SettlePayment } from './keptPayment.ts'
import type { PhotoChangePart } from './photoChange.ts'
import type { RollChangePart } from './rollChange.ts'
import type { VerdictKind } from './verdict.ts'
import type { UndoYearTap, YearTap } from './yearTap.ts'

/**
 * Every change the desk queues for the city, by type. A tap is a fact, and so is what was said of the data on a
 * card, and what a list or a file of the city says: they can never be refused. A binding, an application and a change of the roll are claims.
 */
export interface CommandPayloads extends CaseCommands {
  'tap.recorded': {
    readonly tapId: string
    readonly reader: string
    readonly family: CardFamily | null
    readonly identifiers: readonly CardIdentifier[]
    readonly cardId: string | null
    readonly studentId: string | null
    readonly verdict: VerdictKind
    /** of the roll the verdict was made by */
    readonly dataVersion: number
    readonly dataAgeMs: number
  }
  /** a part of a change of the roll (core/rollChange.ts): names and 教育ID of pupils */
  'roll.changed': RollChangePart
  /** a part of a change of photos, by their content (core/photoChange.ts) */
  'photos.set': PhotoChangePart
  'card.bound': BindCard
  'card.unbound': UnbindCard
  /** 学年刷卡, 离校刷卡, 报到刷卡 */
  'card.year-tapped': YearTap
  'card.year-tap-undone': UndoYearTap
  'application.opened': OpenApplication
  'application.withdrawn': WithdrawApplication
  'application.listed': ListApplications
  /** the data as they were confirmed or disputed: names, 教育ID, who said so */
  'confirmation.recorded': RecordConfirmation
  'confirmation.withdrawn': WithdrawConfirmation
  /** 到卡清单: whose cards are on their way, as the list says it: names, 教育ID, card numbers */
  'delivery.listed': ListCards
  'delivery.card-typed': TypeCard
  'delivery.pupil-given': GiveCardPupil
  'delivery.card-dropped': DropListedCard
  /** 未对上的缴费: a line of a file, with its 教育ID */
  'payment.kept': KeepPayment
  'payment.settled': SettlePayment
  /** 缴费公告, as it was typed from the city's paper */
  'announcement.entered': NewAnnouncement
  'announcement.dropped': AnnouncementDays
}

export type CommandType = keyof CommandPayloads

/** What an act hands over: the envelope is made where it is stored. */
export type Command = {
  readonly [T in CommandType]: {
    readonly cmdId: string // UUIDv7
    readonly type: T
    readonly schemaVersion: number
    readonly payload: CommandPayloads[T]
    /** entity id → version the clerk saw */
    readonly basedOn: Readonly<Record<string, number>>
  }
}[CommandType]

/** The moment of recording. The wall clock is evidence, never an order (sync.md 5.2, Clock). */
export interface RecordedMoment {
  readonly recordedAt: EpochMs
  /** one start of the program */
  readonly bootId: string
  /** monotonic, since that start */
  readonly uptimeMs: number
  /** null until the city has been reached once */
  readonly estServerOffsetMs: number | null
  readonly uncertaintyMs: number | null
}

/** Who records: the desk's identity. `operatorId` and `leaseId` are null until operators sign in. */
export interface Recorder {
  readonly deviceId: string
  /** grows when a desk is restored from a backup, so that a number is never used twice */
  readonly deviceEpoch: number
  readonly schoolId: string
  readonly operatorId: string | null
  readonly leaseId: string | null
}

/** The command envelope of sync.md 5.2: one row of the outbox. */
export interface Envelope extends RecordedMoment, Recorder {
  readonly cmdId: string
  /** gapless, from 1, within deviceId and deviceEpoch */
  readonly deviceSeq: number
  /** hash of the row before; 64 zeros at the first */
  readonly prevHash: string
  /** SHA-256, lower-case hex, of the canonical form of everything else */
  readonly hash: string
  readonly type: CommandType
  readonly schemaVersion: number
  readonly payload: Command['payload']
  readonly basedOn: Readonly<Record<string, number>>
}

export const FIRST_PREV_HASH = '0'.repeat(64)

/**
 * A text that is canonical already. A thread makes it of a large payload: main only puts it into its envelope,
 * instead of going through thousands of pupils.
 */
export class CanonicalText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What is hashed: JSON with the keys of every object in code-point order, no white space. */
export function canonical(value: unknown): string {
  if (value instanceof CanonicalText) return value.text
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

/** Closes an envelope over its content and its place in the chain. */
export function seal(open: Omit<Envelope, 'hash'>, sha256: (text: string) => string): Envelope {
  return { ...open, hash: sha256(canonical(open)) }
}
