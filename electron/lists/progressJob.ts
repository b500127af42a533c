import { beijingDate, type EpochMs } from '../../core/calendarDate.ts'
import type { ClassProgress } from '../../core/bindingShown.ts'
import type { Language } from '../../core/settings.ts'
import type { Operator } from '../../core/staff.ts'
import { classProgress, pupilsOfClass } from '../../db/classLists.ts'
import type { Database } from '../../db/database.ts'
import type { LookOptions } from '../../db/lookThrough.ts'
import { openDatabase } from '../../db/open.ts'
import { getOwnSchool } from '../../db/schools.ts'
import { getStudent } from '../../db/students.ts'
import { when } from '../reports/when.ts'
import { withinOf } from '../within.ts'
import { forFiles } from './listJob.ts'
import { LIST_WORDS, type ListWords } from './listWords.ts'
import { progressHtml } from './progressHtml.ts'
import { ending, pupilCells, type PupilCells } from './pupilCells.ts'
import { personShown } from '../shown.ts'

/** Plain data, so that a thread can do it. */
export interface ProgressJob {
  readonly place: LookOptions
  /** null: all that they may know */
  readonly classId: string | null
  readonly names: 'masked' | 'whole'
  readonly language: Language
  readonly madeAt: EpochMs
  /** whose rights say which classes are in it */
  readonly madeBy: Operator
}

export interface ProgressMade {
  /** classes in it; 0: there is nothing to print */
  readonly classes: number
  /** pupils named in it */
  readonly rows: number
  /** of the file, without its ending */
  readonly name: string
  readonly html: string
  readonly madeBy: string
}

/** A class, and who of it still has no card, in the order of its list. */
export interface ClassPage {
  readonly of: ClassProgress
  readonly lacking: readonly Pick<PupilCells, 'name' | 'educationId' | 'card'>[]
}

/** @throws DeskError */
export function makeProgress(job: ProgressJob): ProgressMade {
  const db = openDatabase({ ...job.place, readonly: true })
  try {
    return made(db, job)
  } finally {
    db.close()
  }
}

function made(
  db: Database,
  { classId, names, language, madeAt, madeBy }: ProgressJob,
): ProgressMade {
  const words = LIST_WORDS[language]
  const within = withinOf(madeBy, 'export-list')
  const classes = classProgress(db).filter(
    (one) => within({ className: one.name }) && (classId === null || one.classId === classId),
  )
  const pages = classes.map((of) => ({ of, lacking: lackingIn(db, of, names === 'whole', words) }))
  const time = when(language).time(madeAt)
  const [only] = classes
  const { title } = words.progress
  const named = classId === null || only === undefined ? title : words.ofClass(only.name, title)
  return {
    classes: classes.length,
    rows: pages.reduce((sum, { lacking }) => sum + lacking.length, 0),
    name: words.fileName(forFiles(named), names, beijingDate(madeAt)),
    html: progressHtml({
      ...{ pages, language, words, asOf: words.progress.asOf(time) },
      school: getOwnSchool(db)?.name ?? '',
      // Of all classes, one that is done needs no page: the first one says so.
      overview: classId === null,
    }),
    madeBy: words.madeBy(madeBy.name, time),
  }
}

function lackingIn(
  db: Database,
  { classId }: ClassProgress,
  whole: boolean,
  words: ListWords,
): ClassPage['lacking'] {
  return (pupilsOfClass(db, classId)?.studentIds ?? []).flatMap((id) => {
    const student = getStudent(db, id)
    if (student === null) return []
    const { isBound, name, card } = pupilCells(db, student, { whole, words })
    // On paper that goes through hands a number is a tail, whoever printed it.
    return isBound
      ? []
      : [{ name, card, educationId: ending(personShown(student).educationIdTail) }]
  })
}
