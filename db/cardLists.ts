import { decideListing, type ListApplications } from '../core/application.ts'
import type { EpochMs } from '../core/calendarDate.ts'
import type { CardData } from '../core/confirmation.ts'
import { storeAct, type ActToStore, type ByAct } from './acts.ts'
import { applyApplication, getApplication } from './applications.ts'
import { lastConfirmation } from './confirmationRows.ts'
import type { Database } from './database.ts'
import { applicationsOfList, openApplications } from './openApplications.ts'
import { prepared } from './statements.ts'
import { reading } from './writing.ts'

/** Of one command: 100 KB of ids. What is more waits for the next list. */
const IN_ONE_LIST = 2_000

/**
 * 生成制卡名单: every application whose data are confirmed goes to the city, as one act.
 *
 * @returns how many; 0: nothing is confirmed, and nothing was written
 * @throws DeskError; then there is no list
 */
export function makeCardList(
  db: Database,
  order: ActToStore & { readonly listId: string },
): number {
  const { listId } = order
  const made = storeAct(
    db,
    order,
    'The list was not made',
    () => {
      const applicationIds = goingToCity(db, listId)
      return applicationIds.length === 0
        ? ({ kind: 'refused' } as const)
        : ({ kind: 'done', applicationIds } as const)
    },
    ({ applicationIds }) => {
      const payload: ListApplications = { listId, applicationIds }
      const about = `${listId} ${applicationIds.length}`
      return {
        command: { type: 'application.listed', payload },
        show: (act) => applyListed(db, payload, act),
        audit: { kind: 'card-list-made', studentId: null, about, reason: null },
      }
    },
  )
  return made.kind === 'done' ? made.applicationIds.length : 0
}

const goingToCity = (db: Database, listId: string): readonly string[] =>
  openApplications(db)
    .filter(
      ({ application, enrolment, standing }) =>
        decideListing(application, enrolment, standing, listId).kind === 'done',
    )
    .slice(0, IN_ONE_LIST)
    .map(({ application }) => application.applicationId)

function applyListed(db: Database, { listId, applicationIds }: ListApplications, act: ByAct): void {
  prepared<[string, number, number]>(db, 'INSERT INTO card_list VALUES (?, ?, ?)').run(
    ...[listId, act.at, applicationIds.length],
  )
  for (const applicationId of applicationIds) {
    const studentId = getApplication(db, applicationId)?.studentId
    if (studentId !== undefined)
      applyApplication(db, { type: 'application-listed', applicationId, studentId, listId }, act)
  }
}

/** Found again after a loss: the list went, whatever the roll says now. */
export function replayListed(db: Database, command: ListApplications, act: ByAct): void {
  applyListed(db, command, act)
}

export interface CardList {
  readonly listId: string
  readonly madeAt: EpochMs
  readonly pupils: number
}

/** Newest first. */
export function cardLists(db: Database): readonly CardList[] {
  return reading('The lists were not read', () =>
    prepared<[], CardList>(
      db,
      `SELECT list_id AS listId, made_at AS madeAt, pupils FROM card_list
       ORDER BY made_at DESC, list_id DESC`,
    ).all(),
  )
}

/** One pupil of a 制卡名单, as confirmed: what the city prints. */
export interface CardListRow extends CardData {
  readonly studentId: string
  readonly className: string | null
}

/**
 * The rows of one list, class by class, with the data as they were confirmed; whose pupils or confirmations
 * are deleted by now are not among them. Whole numbers: for an export alone.
 */
export function rowsOfCardList(db: Database, listId: string): readonly CardListRow[] {
  return applicationsOfList(db, listId).flatMap(({ application, className }) => {
    const said = lastConfirmation(db, application.applicationId)
    return said === null ? [] : [{ ...said.data, studentId: application.studentId, className }]
  })
}
