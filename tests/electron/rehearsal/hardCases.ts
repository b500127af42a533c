import type { CardState } from '../../../core/card.ts'
import type { RollStudent } from '../../../core/roll.ts'
import { grouped, type Book } from './book.ts'

/** The hard cases of domain.md 5.7 (and 5.1, 5.2) that a roll can hold, each by a finder. */
export const HARD_CASES: Readonly<Record<string, (book: Book) => readonly RollStudent[]>> = {
  'two pupils of one name in one class (5.7-17)': (book) =>
    namesakes(book, (pupil) => `${pupil.name} ${pupil.classId}`, 2),
  'three pupils of one name in one grade': (book) =>
    namesakes(book, (pupil) => `${pupil.name} ${gradeOf(book, pupil)}`, 3),
  'a character of four bytes': named(/[\u{20000}-\u{3FFFF}]/u),
  'a character of the first extension': named(/[\u3400-\u4DBF]/),
  'a name with the middle dot': named(/^\p{Script=Han}+\u00B7\p{Script=Han}+/u),
  'a name of three parts': named(/\u00B7.+\u00B7/),
  'a compound surname': named(/^(欧阳|司马|上官|诸葛|皇甫|尉迟)/),
  ...Object.fromEntries(
    [...'单解曾仇区朴查盖'].map((surname) => [
      `the polyphonic surname ${surname}`,
      named(new RegExp(`^${surname}`)),
    ]),
  ),
  'a 教育ID like a birth date (5.1)': withId(/^20[01]\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/),
  'a 教育ID with leading zeros (5.1)': withId(/^00/),

  'a lost card (5.7-4)': holding('LOST'),
  'a replacement in production (5.7-2)': holding('LOST', 'ORDERED'),
  'a replacement at school, not collected': holding('LOST', 'ARRIVED'),
  'a replaced card and its successor (5.7-3)': holding('REPLACED', 'ACTIVE'),
  'a first card in production': holding('ORDERED'),
  'a card that could not be made': holding('FAILED'),
  'a card at school, not collected': holding('ARRIVED'),
  'a card with the class teacher': holding('WITH_TEACHER'),
  'a broken card': holding('DAMAGED'),
  'a card in the found box': holding('FOUND_HELD'),
  'an unreadable new card sent back (5.7-18)': holding('RETURNED', 'ORDERED'),
  'a void card beside the good one': holding('VOID', 'ACTIVE'),
  'two good cards (5.7-12)': holding('ACTIVE', 'ACTIVE'),
  'no card at all': holding(),

  'another school on the face (5.7-8)': (book) =>
    book.ownPupils.filter((pupil) =>
      book.cardsOf(pupil).some((card) => card.faceSchool !== '演练校'),
    ),
  'face expired, still enrolled (5.7-11)': (book) =>
    book.ownPupils.filter((pupil) =>
      book
        .cardsOf(pupil)
        .some(({ faceValidTo }) => faceValidTo !== null && faceValidTo < book.today),
    ),
  'temporary enrolment (5.7-26)': enrolled('temporary'),
  'enrolment suspended': enrolled('suspended'),
  'transferred out, card signed off': leaver('transferred', 'LEFT'),
  'gone with the card still good': leaver('transferred', 'ACTIVE'),
  'graduated, card kept': leaver('graduated', 'KEPT_BY_LEAVER'),
  'arrived for one who is gone (5.7-10)': leaver('graduated', 'RETURNED'),
  'a pupil of another school (5.7-7)': (book) =>
    book.students.filter((student) => student.schoolId !== 'school-own'),
  'only the UID is known (M1)': (book) =>
    book.ownPupils.filter((pupil) =>
      book
        .cardsOf(pupil)
        .some(({ identifiers }) => identifiers.every(({ kind }) => kind === 'uid')),
    ),
  'only the printed number is known': (book) =>
    book.ownPupils.filter((pupil) =>
      book
        .cardsOf(pupil)
        .some(({ identifiers }) => identifiers.every(({ kind }) => kind === 'printed')),
    ),
}

type Finder = (book: Book) => readonly RollStudent[]

function named(pattern: RegExp): Finder {
  return (book) => book.ownPupils.filter(({ name }) => pattern.test(name))
}

function withId(pattern: RegExp): Finder {
  return (book) => book.ownPupils.filter(({ educationId }) => pattern.test(educationId ?? ''))
}

function holding(...states: readonly CardState[]): Finder {
  return (book) => book.ownPupils.filter((pupil) => book.statesOf(pupil).join() === states.join())
}

function enrolled(kind: RollStudent['enrolment']['kind']): Finder {
  return (book) => book.ownPupils.filter(({ enrolment }) => enrolment.kind === kind)
}

function leaver(why: 'transferred' | 'graduated', state: CardState): Finder {
  return (book) =>
    book.students.filter(
      (student) =>
        student.enrolment.kind === 'left' &&
        student.enrolment.why === why &&
        book.statesOf(student).includes(state),
    )
}

function gradeOf(book: Book, pupil: RollStudent): number {
  return book.roll.classes.find(({ id }) => id === pupil.classId)?.grade ?? 0
}

function namesakes(
  book: Book,
  key: (pupil: RollStudent) => string,
  least: number,
): readonly RollStudent[] {
  return [...grouped(book.ownPupils, key).values()].filter((all) => all.length >= least).flat()
}
