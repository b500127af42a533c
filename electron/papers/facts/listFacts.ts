import { beijingDate } from '../../../core/calendarDate.ts'
import type { HandOverRow, InquiryRow } from '../../../core/paper.ts'
import { cardsOfStudent, identifiersOfCard } from '../../../db/cards.ts'
import { pupilsOfClass } from '../../../db/classLists.ts'
import { lastCollection } from '../../../db/collections.ts'
import type { Database } from '../../../db/database.ts'
import { openCases } from '../../../db/openCases.ts'
import { getStudent } from '../../../db/students.ts'
import { caseFacts, type DayFacts } from '../../cases/caseFacts.ts'
import { cardTail, personShown, tail } from '../../shown.ts'

/** Rows of a paper, and whom they name: the paper itself has no ids. */
interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly studentIds: readonly string[]
}

interface OfPupil<Row> {
  readonly studentId: string
  readonly row: Row
}

const rowsOf = <Row>(all: readonly OfPupil<Row>[]): Rows<Row> => ({
  rows: all.map(({ row }) => row),
  studentIds: all.map(({ studentId }) => studentId),
})

/** 领卡单: who of a class has a card waiting at school, or with the teacher; null: no such class. */
export function handOverRows(
  db: Database,
  classId: string,
): (Rows<HandOverRow> & { readonly className: string }) | null {
  const found = pupilsOfClass(db, classId)
  if (found === null) return null
  const all = found.studentIds.flatMap((studentId): readonly OfPupil<HandOverRow>[] => {
    const student = getStudent(db, studentId)
    const card = cardsOfStudent(db, studentId).find(
      ({ state }) => state === 'ARRIVED' || state === 'WITH_TEACHER',
    )
    if (student === null || card === undefined) return []
    const { name, educationIdTail } = personShown(student)
    const taken = card.state === 'WITH_TEACHER' ? lastCollection(db, card.id) : null
    const signed =
      taken?.collector.kind === 'class-teacher'
        ? { by: taken.collector.name, on: beijingDate(taken.at) }
        : null
    const number = cardTail(identifiersOfCard(db, card.id))
    return [{ studentId, row: { name, educationIdTail, signed, cardTail: number } }]
  })
  return { className: found.name, ...rowsOf(all) }
}

/** 催办函: what is overdue today, the longest first. */
export function inquiryRows(db: Database, day: DayFacts): Rows<InquiryRow> {
  const all = openCases(db)
    .flatMap((state): readonly OfPupil<InquiryRow>[] => {
      const { production } = caseFacts(db, state, day)
      const { studentId } = state
      const student = getStudent(db, studentId)
      if (production === null || production.overdueBy === 0 || student === null) return []
      const { name, educationIdTail } = personShown(student)
      const cityNo = state.orders.findLast((order) => order.state === 'CONFIRMED')?.cityNo ?? null
      const row = {
        ...{ name, educationIdTail, orderTail: cityNo === null ? null : tail(cityNo) },
        ...{ paidOn: production.from, promised: production.promised },
        overdueBy: production.overdueBy,
      }
      return [{ studentId, row }]
    })
    .toSorted((a, b) => b.row.overdueBy - a.row.overdueBy)
  return rowsOf(all)
}
