import { beijingDate, beijingMidnight, type EpochMs } from '../../core/calendarDate.ts'
import { maskedName } from '../../core/maskedName.ts'
import { schoolYearOf } from '../../core/schoolYear.ts'
import type { YearTapKind } from '../../core/yearTap.ts'
import { cardLists, rowsOfCardList } from '../../db/cardLists.ts'
import { LISTS, type ColumnOf, type ListName } from '../../core/lists.ts'
import { classProgress, pupilsOfClass } from '../../db/classLists.ts'
import type { Database } from '../../db/database.ts'
import { getOperator } from '../../db/operators.ts'
import { rollChanges } from '../../db/rollChanges.ts'
import { getStudent, pupilsOnRoll } from '../../db/students.ts'
import { tapsSince } from '../../db/taps.ts'
import { yearTapProgress, yearTapsMissing } from '../../db/yearTapLists.ts'
import { namesOnRollToCheck } from '../namesToCheck.ts'
import type { When } from '../reports/when.ts'
import { isEverybody, type Within } from '../within.ts'
import type { ListWords } from './listWords.ts'
import { nameRemark } from './nameRemark.ts'
import { tail } from '../shown.ts'
import { arrivalDifferences } from './arrivalDifferences.ts'
import { ending, pupilCells, type PupilCells } from './pupilCells.ts'

export type Cell = string | number

/** By whom and for what a list is asked. */
export interface ListAsk {
  /** of whom they may be told: nobody else is on it */
  readonly within: Within
  /** the class or the delivery list it is of; null: the school */
  readonly ofId: string | null
  readonly whole: boolean
  readonly now: EpochMs
  readonly words: ListWords
  readonly when: When
}

type Rows<Column extends string> = readonly Readonly<Record<Column, Cell>>[]
type Source<N extends ListName> = (
  db: Database,
  ask: ListAsk,
) => Rows<ColumnOf<N>> | Promise<Rows<ColumnOf<N>>>

/** Where the rows of each list come from: a list without a source does not compile. */
const SOURCES: { readonly [N in ListName]: Source<N> } = {
  roll: (db, ask) => onRoll(db, ask, () => true),
  class: (db, ask) => classmates(db, ask),
  'without-card': (db, ask) => onRoll(db, ask, ({ isBound }) => !isBound),
  'without-photo': (db, ask) => onRoll(db, ask, ({ hasPhoto }) => !hasPhoto),
  progress: (db, { within }) =>
    classProgress(db)
      .filter(({ name }) => within({ className: name }))
      .map(({ name, pupils, bound }) => ({
        ...{ class: name, pupils, bound, lacking: pupils - bound },
        share: pupils === 0 ? '' : `${Math.floor((100 * bound) / pupils)}%`,
      })),
  names: async (db, ask) =>
    (await namesOnRollToCheck(db, ask.within)).flatMap((found) => {
      const student = getStudent(db, found.pupil.studentId)
      if (student === null) return []
      return [{ ...pupilCells(db, student, ask), remark: nameRemark(found, ask) }]
    }),
  'roll-changes': (db, ask) => changes(db, ask),
  'card-lists': (db, ask) => onCardLists(db, ask),
  'annual-missing': (db, ask) => stillToTap(db, ask, 'annual'),
  'leaving-missing': (db, ask) => stillToTap(db, ask, 'leaving'),
  'arrival-missing': (db, ask) => stillToTap(db, ask, 'arrival'),
  'arrival-difference': (db, ask) => arrivalDifferences(db, ask),
  taps: (db, ask) => tapsToday(db, ask),
}

/** @returns the rows of a list, each in the order of its columns */
export async function listRows(
  db: Database,
  list: ListName,
  ask: ListAsk,
): Promise<readonly (readonly Cell[])[]> {
  const columns: readonly string[] = LISTS[list].columns
  const rows = (await SOURCES[list](db, ask)) as Rows<string>
  return rows.map((row) => columns.map((column) => row[column] ?? ''))
}

function onRoll(
  db: Database,
  ask: ListAsk,
  wanted: (pupil: PupilCells) => boolean,
): readonly PupilCells[] {
  return pupilsOnRoll(db)
    .filter(ask.within)
    .map((student) => pupilCells(db, student, ask))
    .filter(wanted)
}

/** A class of others is as good as none. */
function classmates(db: Database, ask: ListAsk): readonly PupilCells[] {
  const found = ask.ofId === null ? null : pupilsOfClass(db, ask.ofId)
  if (found === null || !ask.within({ className: found.name })) return []
  return found.studentIds.flatMap((id) => {
    const student = getStudent(db, id)
    return student === null ? [] : [pupilCells(db, student, ask)]
  })
}

/** As they were confirmed, the newest list first. */
function onCardLists(db: Database, ask: ListAsk): Rows<ColumnOf<'card-lists'>> {
  const { whole, words, within } = ask
  return cardLists(db).flatMap(({ listId, madeAt }) =>
    rowsOfCardList(db, listId)
      .filter(({ className }) => within({ className }))
      .map(({ className, name, sex, educationId, school }) => ({
        ...{ listedOn: beijingDate(madeAt), class: className ?? '', school },
        name: whole ? name : maskedName(name),
        educationId: whole ? educationId : ending(tail(educationId)),
        sex: words.sex[sex],
      })),
  )
}

/** Class by class, as their screen counts them. */
function stillToTap(db: Database, ask: ListAsk, of: YearTapKind): readonly PupilCells[] {
  const year = schoolYearOf(beijingDate(ask.now))
  return yearTapProgress(db, of, year)
    .filter(({ name }) => ask.within({ className: name }))
    .flatMap(({ classId }) => yearTapsMissing(db, of, year, classId))
    .flatMap((id) => {
      const student = getStudent(db, id)
      return student === null ? [] : [pupilCells(db, student, ask)]
    })
}

/** More than a school makes in many years. */
const ALL_CHANGES = 10_000

/** Of the whole school: whoever knows only a part of it gets none. */
function changes(db: Database, { within, words, when }: ListAsk): Rows<ColumnOf<'roll-changes'>> {
  if (!isEverybody(within)) return []
  return rollChanges(db, ALL_CHANGES).map(({ at, why, counts, operatorId, undoneBy }) => ({
    ...counts,
    time: when.time(at),
    change: words.change[why],
    by: operatorId === null ? '' : (getOperator(db, operatorId)?.name ?? ''),
    undone: undoneBy === null ? '' : words.undone,
  }))
}

/** A tap that named nobody, or somebody else's pupil, is only for who may know everybody. */
function tapsToday(db: Database, ask: ListAsk): Rows<ColumnOf<'taps'>> {
  const { within, words, when } = ask
  return tapsSince(db, beijingMidnight(beijingDate(ask.now))).flatMap((tap) => {
    const student = tap.studentId === null ? null : getStudent(db, tap.studentId)
    if (student === null ? !isEverybody(within) : !within(student)) return []
    const { at, verdict, reader } = tap
    const what = { time: when.time(at), verdict: words.verdict[verdict], reader }
    const whose = student === null ? NOBODY : pupilCells(db, student, ask)
    return [{ ...whose, ...what }]
  })
}

const NOBODY = { class: '', name: '', educationId: '' } as const
