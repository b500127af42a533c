import type { CardState } from '../core/card.ts'
import type { CityTrouble } from '../core/cityTrouble.ts'
import { Personal } from '../core/personal.ts'
import type { Database } from './database.ts'
import type { DeliveryRow } from './deliveries.ts'
import { prepared } from './statements.ts'
import type { NamedStudent } from './students.ts'
import { reading } from './writing.ts'

interface Row extends Omit<DeliveryRow, 'expected' | 'why'> {
  readonly expected: number
  readonly why: string | null
}

const COLUMNS = `row.row_id AS rowId, row.delivery_id AS deliveryId, row.line, row.student_id AS studentId,
  row.education_id AS educationId, row.printed_number AS printedNumber, row.class_name AS className,
  row.why, row.expected, row.card_id AS cardId, row.arrived_at AS arrivedAt`

const FAILED = 'The list of cards was not read'

export function getDeliveryRow(db: Database, rowId: string): DeliveryRow | null {
  const row = reading(FAILED, () =>
    prepared<[string], Row>(db, `SELECT ${COLUMNS} FROM delivery_row AS row WHERE row_id = ?`).get(
      rowId,
    ),
  )
  return row === undefined ? null : rowOf(row)
}

/** The pupil's rows, of the newest list first. */
export function rowsOfPupil(db: Database, studentId: string): readonly DeliveryRow[] {
  return reading(FAILED, () =>
    prepared<[string], Row>(
      db,
      `SELECT ${COLUMNS} FROM delivery_row AS row JOIN delivery USING (delivery_id)
       WHERE row.student_id = ? ORDER BY delivery.at DESC, row.line`,
    )
      .all(studentId)
      .map(rowOf),
  )
}

/** Rows whose number is this one, or begins with it, as a chip's begins the printed one (cards.md 1.6 b). */
export function rowsByNumber(db: Database, number: string): readonly DeliveryRow[] {
  const behind = number.slice(0, -1) + String.fromCharCode(number.charCodeAt(number.length - 1) + 1)
  return reading(FAILED, () =>
    prepared<[string, string], Row>(
      db,
      `SELECT ${COLUMNS} FROM delivery_row AS row WHERE printed_number >= ? AND printed_number < ?`,
    )
      .all(number, behind)
      .map(rowOf),
  )
}

/** A row with its pupil and its card as they are now. */
export interface DeliveryLine {
  readonly row: DeliveryRow
  readonly listedName: Personal | null
  readonly pupil: (NamedStudent & { readonly hasPhoto: boolean }) | null
  readonly left: boolean
  readonly card: CardState | null
}

interface LineRow extends Row {
  readonly name: string | null
  readonly pupilName: string | null
  readonly pupilClass: string | null
  readonly pupilTail: string | null
  readonly hasPhoto: number
  readonly enrolment: string | null
  readonly cardState: string | null
}

/** A list, class by class; rows of nobody first. @param rowId one row alone */
export function deliveryLines(
  db: Database,
  of: { readonly deliveryId: string } | { readonly rowId: string },
): readonly DeliveryLine[] {
  const [column, value] =
    'rowId' in of ? (['row_id', of.rowId] as const) : (['delivery_id', of.deliveryId] as const)
  return reading(FAILED, () =>
    prepared<[string], LineRow>(
      db,
      `SELECT ${COLUMNS}, row.name, student.name AS pupilName, class.name AS pupilClass,
              substr(student.education_id, -4) AS pupilTail, student.enrolment, card.state AS cardState,
              EXISTS (SELECT 1 FROM photo WHERE photo.student_id = student.id) AS hasPhoto
       FROM delivery_row AS row
       LEFT JOIN student ON student.id = row.student_id
       LEFT JOIN class ON class.id = student.class_id
       LEFT JOIN card ON card.id = row.card_id
       WHERE row.${column} = ?
       ORDER BY student.id IS NOT NULL, class.grade, class.number, row.line`,
    )
      .all(value)
      .map(lineOf),
  )
}

function lineOf(all: LineRow): DeliveryLine {
  const { name, pupilName, pupilClass, pupilTail, hasPhoto, enrolment, cardState, ...row } = all
  const { studentId } = row
  return {
    row: rowOf(row),
    listedName: name === null ? null : new Personal(name),
    pupil:
      pupilName === null || studentId === null
        ? null
        : {
            ...{ id: studentId, name: new Personal(pupilName), className: pupilClass },
            ...{ educationIdTail: pupilTail, hasPhoto: hasPhoto === 1 },
          },
    left: enrolment === 'left',
    card: cardState as CardState | null,
  }
}

/** `why` is what `addDeliveryRow` wrote. */
const rowOf = (row: Row): DeliveryRow => ({
  ...row,
  why: row.why as CityTrouble | null,
  expected: row.expected === 1,
})

/** Cards that lie here and have to go back, in no order. */
export interface CardHere {
  readonly cardId: string
  readonly studentId: string
  readonly since: number
  readonly state: 'ARRIVED' | 'DAMAGED'
  /** it came on a list */
  readonly listed: boolean
}

/** Cards of leavers, and broken ones, of the own school. */
export function cardsToReturn(db: Database): readonly CardHere[] {
  type Found = Omit<CardHere, 'listed'> & { readonly listed: number }
  return reading(FAILED, () =>
    prepared<[], Found>(
      db,
      `SELECT card.id AS cardId, student_id AS studentId, state_since AS since, state,
              EXISTS (SELECT 1 FROM delivery_row WHERE card_id = card.id) AS listed
       FROM card JOIN student ON student.id = card.student_id
       JOIN school ON school.id = student.school_id AND own = 1
       WHERE state = 'DAMAGED' OR (state = 'ARRIVED' AND enrolment = 'left')
       ORDER BY state_since, card.id`,
    )
      .all()
      .map((found) => ({ ...found, listed: found.listed === 1 })),
  )
}
