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

/** 领卡单: who of a class has a card waiting at school, or with the teacher; null: no such class. */
export function handOverRows(
  db: Database,
  classId: string,
): { readonly className: string; readonly rows: readonly HandOverRow[] } | null {
  const found = pupilsOfClass(db, classId)
  if (found === null) return null
  const rows = found.studentIds.flatMap((studentId): readonly HandOverRow[] => {
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
    return [{ name, educationIdTail, signed, cardTail: cardTail(identifiersOfCard(db, card.id)) }]
  })
  return { className: found.name, rows }
}

/** 催办函: what is overdue today, the longest first. */
export function inquiryRows(db: Database, day: DayFacts): readonly InquiryRow[] {
  return openCases(db)
    .flatMap((state): readonly InquiryRow[] => {
      const { production } = caseFacts(db, state, day)
      const student = getStudent(db, state.studentId)
      if (production === null || production.overdueBy === 0 || student === null) return []
      const { name, educationIdTail } = personShown(student)
      const cityNo = state.orders.findLast((order) => order.state === 'CONFIRMED')?.cityNo ?? null
      return [
        {
          ...{ name, educationIdTail, orderTail: cityNo === null ? null : tail(cityNo) },
          ...{ paidOn: production.from, promised: production.promised },
          overdueBy: production.overdueBy,
        },
      ]
    })
    .toSorted((a, b) => b.overdueBy - a.overdueBy)
}
