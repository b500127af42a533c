import type { ApplicationEvent } from './application.ts'
import type { CardBound, CardUnbound } from './binding.ts'
import type { CaseEvent } from './case/events.ts'
import type { ConfirmationEvent } from './confirmation.ts'
import type { RollEntry } from './rollChange.ts'
import type { AnnualTapped, AnnualUntapped } from './yearTap.ts'

/**
 * What an act came to, pupil by pupil (house.md, Acts). Provisional until the city has decided the same
 * command; the timeline of a pupil and the undoing of an act read these.
 */
export type DeskEvent =
  | { readonly type: 'pupil-entered'; readonly studentId: string; readonly to: RollEntry }
  | {
      readonly type: 'pupil-changed'
      readonly studentId: string
      readonly from: RollEntry
      readonly to: RollEntry
    }
  | { readonly type: 'pupil-withdrawn'; readonly studentId: string; readonly from: RollEntry }
  | {
      readonly type: 'photo-changed'
      readonly studentId: string
      /** picture ids; null: none */
      readonly from: string | null
      readonly to: string | null
    }
  /** by a line of a list or a file, which changes nothing of the pupil's: so a deletion finds the act */
  | { readonly type: 'named-in-file'; readonly studentId: string }
  | CardBound
  | CardUnbound
  | AnnualTapped
  | AnnualUntapped
  | ApplicationEvent
  | ConfirmationEvent
  | CaseEvent
