import type { AuditAct, AuditMoment } from '../core/audit.ts'
import type { Operator } from '../core/staff.ts'
import { binding, type Binding } from './binding.ts'
import type { Clock } from './clock.ts'
import type { DeskHands, DeskWork } from './deskWork.ts'
import { keepTwice } from './keepTwice.ts'
import type { Log } from './log.ts'
import { newCards, type NewCards } from './newCards/newCards.ts'
import { recordedMoment } from './recordedMoment.ts'
import { rollDesk, type RollDesk } from './roll/rollDesk.ts'
import type { RollProgress } from '../core/rollRequests.ts'
import { sweepPictures } from './roll/sweepPictures.ts'
import type { OpenSchool } from './school.ts'

export interface SchoolActParts {
  readonly clock: Clock
  readonly bootId: string
  readonly work: DeskWork
  readonly hands: DeskHands
  readonly log: Log
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  readonly moment: () => AuditMoment
  readonly audit: (act: AuditAct) => void
  /** what is said of the desk is another now */
  readonly onChange: () => void
  readonly onProgress: (progress: RollProgress | null) => void
}

/** What the desk does with the school's own data: the roll, which card is whose, and cards for newcomers. */
export interface SchoolActs {
  readonly roll: RollDesk
  readonly binding: Binding
  readonly newCards: NewCards
  /** the desk was locked: what was chosen and not taken is forgotten */
  forget(): void
  /** takes away what came to nothing. @param over somebody waits for the desk */
  tidy(over: () => boolean): Promise<void>
}

export function schoolActs(parts: SchoolActParts): SchoolActs {
  const recorded = () => recordedMoment(parts.clock, parts.bootId)
  const onStored = (school: OpenSchool): void => {
    keepTwice(school, parts.log)
    parts.onChange()
  }
  const roll = rollDesk({ ...parts, recorded, onStored })
  const bound = binding({ ...parts, recorded, onStored, settled: roll.settled })
  return {
    roll,
    binding: bound,
    newCards: newCards({ ...parts, recorded, onStored, settled: roll.settled }),
    forget() {
      roll.forget()
      bound.forget()
    },
    async tidy(over) {
      await roll.settled()
      await sweepPictures(parts.school().data.db, over)
    },
  }
}
