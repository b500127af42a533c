import type { Photo } from '../core/contract.ts'
import type { Operator } from '../core/staff.ts'
import type { TapLine, TapShown } from '../core/tapShown.ts'
import { grantOf } from '../core/rights.ts'
import { getPhoto } from '../db/photos.ts'
import { ownPupil } from '../db/students.ts'
import { recentTaps } from '../db/taps.ts'
import type { OpenSchool } from './school.ts'
import { withinOf, type Within } from './within.ts'

export interface TapViewParts {
  /** @throws DeskError while no school is open */
  readonly school: () => OpenSchool
  /** @throws DeskError `signed-out` */
  readonly operator: () => Operator
  /** the tap whose time on the screen is not over; null: none */
  readonly current: () => TapShown | null
}

/** What may be told of taps to the person at the desk: the pupils of others stay nameless. */
export interface TapViews {
  recent(limit: number): readonly TapLine[]
  current(): TapShown | null
  photo(studentId: string): Photo | null
}

export function tapViews(parts: TapViewParts): TapViews {
  const within = (): Within => withinOf(parts.operator(), 'tap')
  return {
    recent(limit) {
      const mayKnow = within()
      return recentTaps(parts.school().data.db, limit).map((line) =>
        mayKnow(line) ? line : { ...line, ...NOBODY },
      )
    },
    current() {
      const tap = parts.current()
      return tap === null ? null : tapFor(tap, within())
    },
    photo(studentId) {
      const { db } = parts.school().data
      const student = ownPupil(db, studentId)
      return student !== null && within()(student) ? getPhoto(db, studentId) : null
    },
  }
}

const NOBODY = { studentId: null, name: null, className: null, educationIdTail: null } as const

/** The verdict is for everybody who may take a tap, the person only for who may know them. */
export function tapFor(tap: TapShown, within: Within): TapShown {
  return tap.person !== null && !within(tap.person) ? { ...tap, person: null } : tap
}

/** Whether a card laid down while they are at the desk is a tap at all. */
export function mayTap(operator: Operator): boolean {
  return grantOf(operator.roles, 'tap') !== null
}
