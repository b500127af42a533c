import { v7 as uuidv7 } from 'uuid'
import type { DeliveryPreview, ListedAnswer } from '../../core/arrivalRequests.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import type { CityAnswer, CityDelivery, CityRow } from '../../core/cityLink.ts'
import { DeskError } from '../../core/errors.ts'
import { PREVIEW_LINES } from '../../core/rollRequests.ts'
import type { Database } from '../../db/database.ts'
import {
  addDelivery,
  addDeliveryRow,
  deliveries,
  giveRowPupil,
  isListed,
  lastLine,
  type NewDeliveryRow,
} from '../../db/deliveries.ts'
import { getDeliveryRow, rowsByNumber } from '../../db/deliveryRows.ts'
import { ownPupil, studentIdOfEducationId } from '../../db/students.ts'
import { writing } from '../../db/writing.ts'
import { chooseCityFile } from '../city/cityParts.ts'
import { fileLink } from '../city/fileLink.ts'
import { tail } from '../shown.ts'
import type { ArrivalParts } from './arrivalParts.ts'

type Refused = Extract<ListedAnswer, { readonly kind: 'refused' }>
/** The list a row went on. */
type Listed = { readonly kind: 'listed'; readonly deliveryId: string } | Refused

export interface RowToAdd {
  readonly deliveryId: string | null
  readonly rowId: string | null
  readonly educationId: string | null
  readonly studentId: string | null
  readonly printedNumber: string | null
}

/** 到卡清单: by file, or row by row. */
export interface DeliveryLists {
  openFile(): Promise<DeliveryPreview | null>
  takeFile(): Listed
  add(row: RowToAdd): Listed
  /** the list typed rows of today go on; made where there is none */
  typedToday(): string
  forget(): void
}

type PreviewLine = Extract<DeliveryPreview, { readonly kind: 'preview' }>['lines'][number]
type Told = Extract<CityAnswer<CityDelivery>, { readonly kind: 'told' }>

const refused = (why: Refused['why']): Refused => ({ kind: 'refused', why })

export function deliveryLists(parts: ArrivalParts): DeliveryLists {
  let working = new AbortController()
  let chosen: Told | null = null
  const db = (): Database => parts.school().data.db

  function begin(): AbortSignal {
    working.abort()
    working = new AbortController()
    chosen = null
    return working.signal
  }

  function stillAsked(signal: AbortSignal): void {
    if (signal.aborted) throw new DeskError('called-off', 'The desk was locked, or it was ended.')
  }

  function typedToday(): string {
    const { at } = parts.moment()
    const today = beijingDate(at)
    const found = deliveries(db(), 5).find((one) => !one.fromFile && beijingDate(one.at) === today)
    if (found !== undefined) return found.deliveryId
    const deliveryId = uuidv7()
    addDelivery(db(), { deliveryId, fromFile: false, fileDigest: null }, [], parts.moment())
    return deliveryId
  }

  /** null: nobody of this school */
  function pupilOf({ educationId, studentId }: RowToAdd): string | null {
    const id =
      studentId ?? (educationId === null ? null : studentIdOfEducationId(db(), educationId))
    return ownPupil(db(), id)?.id ?? null
  }

  return {
    async openFile() {
      const signal = begin()
      const file = await chooseCityFile(parts.hands)
      stillAsked(signal)
      if (file === null || 'kind' in file) return file
      parts.onProgress({ at: 'reading', done: 0, total: null, canCallOff: true })
      try {
        const told = await fileLink(parts.work, file, signal).deliveries()
        stillAsked(signal)
        if (told.kind === 'refused') return told
        await parts.settled()
        chosen = told
        return preview(db(), told)
      } finally {
        if (!signal.aborted) parts.onProgress(null)
      }
    },
    takeFile() {
      const told = chosen
      if (told === null) return refused('nothing-chosen')
      if (isListed(db(), told.source.digest)) return refused('listed-already')
      chosen = null
      const deliveryId = uuidv7()
      const rows = told.rows.map((row) => listedRow(db(), row))
      const list = { deliveryId, fromFile: true, fileDigest: told.source.digest }
      addDelivery(db(), list, rows, parts.moment())
      return { kind: 'listed', deliveryId }
    },
    add(wish) {
      const { rowId, printedNumber } = wish
      const studentId = pupilOf(wish)
      if (studentId === null) return refused('pupil-unknown')
      const others = printedNumber === null ? [] : rowsByNumber(db(), printedNumber)
      if (others.some((row) => row.rowId !== rowId && row.cardId === null))
        return refused('number-listed')
      if (rowId !== null) {
        const row = getDeliveryRow(db(), rowId)
        if (row === null || row.cardId !== null) return refused('row-unknown')
        giveRowPupil(db(), rowId, studentId, printedNumber)
        return { kind: 'listed', deliveryId: row.deliveryId }
      }
      return writing(db(), 'The card was not put on the list', () => {
        const deliveryId = wish.deliveryId ?? typedToday()
        addDeliveryRow(db(), deliveryId, {
          ...{ rowId: uuidv7(), line: lastLine(db(), deliveryId) + 1, studentId, printedNumber },
          ...{ educationId: null, name: null, className: null, why: null, expected: true },
        })
        return { kind: 'listed', deliveryId }
      })
    },
    typedToday,
    forget() {
      begin()
    },
  }
}

/** Whose it is, by 教育ID alone: a name is nobody's key (domain.md 5.7-17). */
function pupilOfRow(db: Database, row: CityRow<CityDelivery>) {
  const id = row.kind === 'read' ? studentIdOfEducationId(db, row.told.educationId) : null
  return ownPupil(db, id)
}

function listedRow(db: Database, row: CityRow<CityDelivery>): NewDeliveryRow {
  const rowId = uuidv7()
  const { line } = row
  if (row.kind === 'unreadable') {
    const { educationId = '', name = '', class: className = '' } = row.texts
    return {
      ...{ rowId, line, studentId: null, expected: true, why: row.why, printedNumber: null },
      ...{ educationId: educationId || null, name: name || null, className: className || null },
    }
  }
  const studentId = pupilOfRow(db, row)?.id ?? null
  return { ...row.told, rowId, line, studentId, expected: true, why: null }
}

function preview(db: Database, { rows, source }: Told): DeliveryPreview {
  const all = rows.map((row) => ({ row, pupil: pupilOfRow(db, row) }))
  const known = all.flatMap(({ pupil }) => pupil ?? [])
  const unreadable = rows.filter(({ kind }) => kind === 'unreadable').length
  const lines = all.flatMap(({ row, pupil }): readonly PreviewLine[] => {
    const why =
      row.kind === 'unreadable'
        ? row.why
        : pupil === null
          ? 'nobody'
          : pupil.enrolment.kind === 'left'
            ? 'left'
            : null
    if (why === null) return []
    const { educationId, name, className } =
      row.kind === 'read'
        ? row.told
        : {
            educationId: row.texts['educationId'] ?? '',
            name: row.texts['name'] ?? null,
            className: row.texts['class'] ?? null,
          }
    const educationIdTail = educationId === '' ? null : tail(educationId)
    return [{ line: row.line, why, name, className, educationIdTail }]
  })
  return {
    ...{ kind: 'preview', fileName: source.name, rows: rows.length, pupils: known.length },
    leavers: known.filter(({ enrolment }) => enrolment.kind === 'left').length,
    ...{ nobody: rows.length - unreadable - known.length, unreadable },
    ...{ again: isListed(db, source.digest), lines: lines.slice(0, PREVIEW_LINES) },
  }
}
