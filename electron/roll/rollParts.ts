import type { CardField, Mapping, RollField } from '../../core/rollFileColumns.ts'
import type { RollProgress } from '../../core/rollRequests.ts'
import type { WrittenChange } from '../../core/schoolChange.ts'
import type { ActParts } from '../actParts.ts'
import type { Clock } from '../clock.ts'
import type { DeskHands, DeskWork } from '../deskWork.ts'
import type { Log } from '../log.ts'
import type { CardOfFile } from './compareCards.ts'

/** What the roll's part of the desk is made of. */
export interface RollParts extends Omit<ActParts, 'settled'> {
  readonly clock: Clock
  readonly work: DeskWork
  readonly hands: DeskHands
  readonly log: Log
  /** null: nothing is being worked at any more */
  readonly onProgress: (progress: RollProgress | null) => void
  /** resolves when no backup is being made: where both write, a commit waits for half a second */
  readonly backedUp: () => Promise<void>
}

/** What was looked through and can be taken. */
export type Ready =
  | {
      readonly kind: 'roll'
      readonly change: WrittenChange
      /** of the roll it was held against; 0: none yet */
      readonly version: number
      /** lines that cannot be used */
      readonly broken: number
      readonly mapping: Mapping<RollField>
    }
  | {
      readonly kind: 'cards'
      readonly cards: readonly CardOfFile[]
      readonly mapping: Mapping<CardField>
    }
  | { readonly kind: 'photos'; readonly change: WrittenChange }
