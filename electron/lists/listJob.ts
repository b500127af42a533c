import { assertNever } from '../../core/assertNever.ts'
import { beijingDate, type EpochMs } from '../../core/calendarDate.ts'
import type { ListForm } from '../../core/listRequests.ts'
import { LIST_COLUMNS, LISTS, type ListName } from '../../core/lists.ts'
import type { Language } from '../../core/settings.ts'
import type { Operator } from '../../core/staff.ts'
import { pupilsOfClass } from '../../db/classLists.ts'
import type { Database } from '../../db/database.ts'
import type { LookOptions } from '../../db/lookThrough.ts'
import { getDelivery } from '../../db/deliveries.ts'
import { openDatabase } from '../../db/open.ts'
import { when } from '../reports/when.ts'
import { withinOf } from '../within.ts'
import { listCsv } from './listCsv.ts'
import { listRows } from './listRows.ts'
import { LIST_WORDS } from './listWords.ts'
import { listXlsx } from './listXlsx.ts'

/** Plain data, so that a thread can do it. */
export interface ListJob {
  readonly place: LookOptions
  readonly list: ListName
  /** the class or the delivery list it is of; null: the school */
  readonly ofId: string | null
  readonly form: ListForm
  readonly names: 'masked' | 'whole' | 'none'
  readonly language: Language
  readonly madeAt: EpochMs
  /** whose rights say who is on it */
  readonly madeBy: Operator
}

export interface ListMade {
  readonly rows: number
  /** of the file, without its ending */
  readonly name: string
  readonly file: string | Uint8Array
}

/**
 * Gathers a list and gives it form, all in memory: nothing lies on a disk before somebody has said where.
 *
 * @throws DeskError
 */
export async function makeList(job: ListJob): Promise<ListMade> {
  const db = openDatabase({ ...job.place, readonly: true })
  try {
    return await made(db, job)
  } finally {
    db.close()
  }
}

async function made(db: Database, job: ListJob): Promise<ListMade> {
  const { list, ofId, names, language, madeAt, madeBy } = job
  const words = LIST_WORDS[language]
  const within = withinOf(madeBy, 'export-list')
  const ask = { within, ofId, whole: names === 'whole', now: madeAt, words }
  const rows = await listRows(db, list, { ...ask, when: when(language) })
  const title = titleOf(db, job)
  const columns = LISTS[list].columns.map((column) => LIST_COLUMNS[column])
  const table = {
    ...{ title, rows },
    madeBy: words.madeBy(madeBy.name, when(language).time(madeAt)),
    headings: columns.map(({ heading }) => heading[language]),
    kinds: columns.map(({ kind }) => kind),
  }
  return {
    rows: rows.length,
    name: words.fileName(forFiles(title), names, beijingDate(madeAt)),
    file: job.form === 'csv' ? listCsv(table) : await listXlsx(table),
  }
}

function titleOf(db: Database, { list, ofId, language }: ListJob): string {
  const title = LISTS[list].title[language]
  const words = LIST_WORDS[language]
  const { of } = LISTS[list]
  if (ofId === null) return title
  switch (of) {
    case 'school':
      return title
    case 'class': {
      const className = pupilsOfClass(db, ofId)?.name
      return className === undefined ? title : words.ofClass(className, title)
    }
    case 'delivery': {
      const at = getDelivery(db, ofId)?.at
      return at === undefined ? title : words.ofDelivery(when(language).day(at), title)
    }
    default:
      return assertNever(of)
  }
}

/** A class is named by a file from outside: what no system takes in the name of a file goes. */
export const forFiles = (title: string): string =>
  title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()
