import { goesByList, stageOf } from '../../core/application.ts'
import type {
  ApplicationShown,
  CardListShown,
  NewCardClass,
  NewCardLine,
  NewCardList,
  NewCardStage,
} from '../../core/newCardRequests.ts'
import { newCardStanding } from '../../core/newCardStanding.ts'
import { markOf } from '../../db/cardData.ts'
import { cardLists } from '../../db/cardLists.ts'
import type { Database } from '../../db/database.ts'
import {
  applicationsOfList,
  openApplications,
  type ApplicationNow,
} from '../../db/openApplications.ts'
import { pupilsWithoutCard } from '../../db/withoutCard.ts'
import { linesOf } from '../search.ts'
import type { Within } from '../within.ts'

/** Who stands where: a pupil of 新生制卡, or of a reissue without a fee. */
interface Standing {
  readonly studentId: string
  readonly classId: string | null
  readonly className: string | null
  readonly stage: NewCardStage
  readonly now: ApplicationNow | null
}

function everybody(db: Database, within: Within): readonly Standing[] {
  const waiting = pupilsWithoutCard(db).map((one): Standing => ({
    ...one,
    stage: 'to-apply',
    now: null,
  }))
  // A 补卡 that is paid for is here for its confirmation alone: class teachers see no cases.
  const applied = openApplications(db)
    .filter(({ application, standing }) => goesByList(application) || standing.kind !== 'confirmed')
    .map((now): Standing => {
      const { application, classId, className, standing } = now
      const { studentId } = application
      return { studentId, classId, className, stage: stageOf(application, standing), now }
    })
  return [...waiting, ...applied].filter(within)
}

/** The classes with anybody in any stage, in the order of the school's classes; those in none come first. */
export function newCardClasses(
  db: Database,
  within: Within,
  order: readonly string[],
): readonly NewCardClass[] {
  const classes = new Map<string | null, { name: string | null; stages: Counts }>()
  for (const { classId, className, stage } of everybody(db, within)) {
    const one = classes.get(classId) ?? { name: className, stages: { ...NONE } }
    one.stages[stage] += 1
    classes.set(classId, one)
  }
  const placeOf = (name: string | null): number => (name === null ? -1 : order.indexOf(name))
  return [...classes]
    .map(([classId, one]) => ({ classId, ...one }))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name))
}

type Counts = Record<NewCardStage, number>
const NONE: Readonly<Counts> = { 'to-apply': 0, 'awaiting-info': 0, 'to-be-listed': 0, listed: 0 }

/** null: nobody one may know is there */
export function newCardList(
  db: Database,
  within: Within,
  classId: string | null,
  stage: NewCardStage,
): NewCardList | null {
  const here = everybody(db, within).filter((one) => one.classId === classId)
  if (here.length === 0) return null
  const lines = here
    .filter((one) => one.stage === stage)
    .flatMap(({ studentId, now }): readonly NewCardLine[] =>
      linesOf(db, [studentId]).map((pupil) => ({
        pupil,
        application: now === null ? null : applicationShown(now),
      })),
    )
  return { classId, stage, lines }
}

function applicationShown({ application, data, standing }: ApplicationNow): ApplicationShown {
  return {
    applicationId: application.applicationId,
    shown: newCardStanding(application, standing, data),
    standing,
    validTo: data.validTo,
    mark: markOf(data),
  }
}

export function cardListsShown(db: Database): readonly CardListShown[] {
  return cardLists(db).map((list) => {
    const all = applicationsOfList(db, list.listId)
    const open = all.filter(({ application }) => application.state === 'SUBMITTED')
    return {
      ...list,
      withCard: all.filter(({ application }) => application.state === 'CLOSED').length,
      changed: open.filter(({ standing }) => standing.kind !== 'confirmed').length,
    }
  })
}
