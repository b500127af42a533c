import type { CardRead } from '../core/cardRead.ts'
import type { TapShown } from '../core/tapShown.ts'
import type { OtherNumber } from '../native/reader.ts'
import type { ActParts } from './actParts.ts'
import { arrivals, type Arrivals } from './arrival/arrivals.ts'
import { binding, type Binding } from './binding.ts'
import { cardOnTable } from './cardOnTable.ts'
import { isClockBehind } from './cases/caseParts.ts'
import { cases, type Cases } from './cases/cases.ts'
import { packs, type Packs } from './cases/packs.ts'
import { calendars, type Calendars } from './calendars.ts'
import { cityPayments, type CityPayments } from './city/cityPayments.ts'
import type { Clock } from './clock.ts'
import type { DeskHands, DeskWork } from './deskWork.ts'
import { keepTwice } from './keepTwice.ts'
import type { Log } from './log.ts'
import { actNow } from './actParts.ts'
import { newCards, type NewCards } from './newCards/newCards.ts'
import { recordedMoment } from './recordedMoment.ts'
import { rollDesk, type RollDesk } from './roll/rollDesk.ts'
import { schoolYears, type SchoolYears } from './roll/schoolYears.ts'
import type { RollProgress } from '../core/rollRequests.ts'
import { sweepPictures } from './roll/sweepPictures.ts'
import type { OpenSchool } from './school.ts'
import { signedOut } from './signedOut.ts'
import { yearTaps, type YearTaps } from './yearTaps.ts'

export interface SchoolActParts extends Pick<ActParts, 'school' | 'operator' | 'moment' | 'audit'> {
  readonly clock: Clock
  readonly bootId: string
  readonly work: DeskWork
  readonly hands: DeskHands
  readonly log: Log
  /** what is said of the desk is another now */
  readonly onChange: () => void
  readonly onProgress: (progress: RollProgress | null) => void
  /** resolves when no backup is being made */
  readonly backedUp: () => Promise<void>
}

/** What the desk does with the school's own data: the roll, which card is whose, and cards for newcomers. */
export interface SchoolActs {
  readonly roll: RollDesk
  readonly years: SchoolYears
  readonly binding: Binding
  readonly yearTaps: YearTaps
  /** a card was laid down; its other number is read where nobody knows it yet */
  hear(tap: TapShown, card: CardRead | null, otherNumber: OtherNumber): void
  readonly newCards: NewCards
  readonly cases: Cases
  readonly packs: Packs
  readonly payments: CityPayments
  readonly arrivals: Arrivals
  readonly calendars: Calendars
  /** files are read or written; who needs the disk for something else waits */
  isTakingOver(): boolean
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
  let takingOver = false
  const onProgress = (progress: RollProgress | null): void => {
    takingOver = progress !== null
    parts.onProgress(progress)
  }
  const roll = rollDesk({ ...parts, recorded, onStored, onProgress })
  const table = cardOnTable()
  /** Who asked still acts when a roll that was being taken over is through: else it would be the next one's act. */
  async function settled(): Promise<void> {
    const { id } = parts.operator()
    await roll.settled()
    if (parts.operator().id !== id) signedOut()
  }
  const ofCards = { ...parts, recorded, onStored, settled, table }
  const payments = cityPayments({ ...ofCards, onProgress })
  const arrived = arrivals({ ...ofCards, onProgress })
  return {
    roll,
    years: schoolYears(parts, roll),
    binding: binding(ofCards),
    yearTaps: yearTaps(ofCards),
    hear: table.hear,
    newCards: newCards(ofCards),
    cases: cases(ofCards),
    packs: packs(ofCards),
    payments,
    arrivals: arrived,
    calendars: calendars({
      ...{ db: () => parts.school().data.db, moment: parts.moment },
      clockBehind: () => isClockBehind(parts.school(), parts.clock),
      act: () => actNow(ofCards),
      onStored: () => onStored(parts.school()),
    }),
    isTakingOver: () => takingOver,
    forget() {
      roll.forget()
      table.forget()
      payments.forget()
      arrived.forget()
    },
    async tidy(over) {
      await roll.settled()
      await sweepPictures(parts.school().data.db, over)
    },
  }
}
