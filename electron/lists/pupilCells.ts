import { inOrderOfCount } from '../../core/cardThatCounts.ts'
import type { ColumnOf } from '../../core/lists.ts'
import { maskedName } from '../../core/maskedName.ts'
import type { Student } from '../../core/student.ts'
import { cardsOfStudent, identifiersOfCard } from '../../db/cards.ts'
import type { Database } from '../../db/database.ts'
import { cardTail, personShown, wholeEducationId } from '../shown.ts'
import type { ListAsk } from './listRows.ts'

/** One pupil as a line of a list; the last two are no columns. */
export interface PupilCells extends Readonly<Record<ColumnOf<'roll'>, string>> {
  readonly isBound: boolean
  readonly hasPhoto: boolean
}

/** Masked, or whole for whoever gave a reason: the number of a card is a tail in both. */
export function pupilCells(
  db: Database,
  student: Student,
  { whole, words }: Pick<ListAsk, 'whole' | 'words'>,
): PupilCells {
  const { name, sex, className, educationIdTail, hasPhoto } = personShown(student)
  const cards = cardsOfStudent(db, student.id)
  const [card] = inOrderOfCount(cards)
  const tail = card === undefined ? null : cardTail(identifiersOfCard(db, card.id))
  return {
    class: className ?? '',
    name: whole ? name : maskedName(name),
    educationId: whole ? (wholeEducationId(student) ?? '') : ending(educationIdTail),
    sex: words.sex[sex],
    enrolment: words.enrolment[student.enrolment.kind],
    card: card === undefined ? words.noCard : words.cardState[card.state],
    cardTail: ending(tail),
    photo: hasPhoto ? words.photo.there : words.photo.missing,
    isBound: cards.some(({ state }) => state === 'ACTIVE'),
    hasPhoto,
  }
}

/** With a sign in front, no spreadsheet takes 0012 for 12. */
export const ending = (tail: string | null): string => (tail === null ? '' : `…${tail}`)
