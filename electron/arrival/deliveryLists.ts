import { v7 as uuidv7 } from 'uuid'
import type { DeliveryPreview, ListedAnswer } from '../../core/arrivalRequests.ts'
import { beijingDate } from '../../core/calendarDate.ts'
import type { CityAnswer, CityDelivery, CityRow } from '../../core/cityLink.ts'
import type { ListedCard } from '../../core/delivery.ts'
import { DeskError } from '../../core/errors.ts'
import { PREVIEW_LINES } from '../../core/rollRequests.ts'
import { readTypedCardNumber } from '../../core/typedCardNumber.ts'
import type { Database } from '../../db/database.ts'
import { deliveries, isListed, lastLine } from '../../db/deliveries.ts'
import { giveCardPupil, listCards, typeCard } from '../../db/deliveryActs.ts'
import { getDeliveryRow, rowsByNumber, rowsOfPupil } from '../../db/deliveryRows.ts'
import { ownPupil, studentIdOfEducationId } from '../../db/students.ts'
import { chooseCityFile } from '../city/cityParts.ts'
import { fileLink } from '../city/fileLink.ts'
import { actNow } from '../actParts.ts'
import { nextTurn } from '../nextTurn.ts'
import { tail } from '../shown.ts'
import type { ArrivalParts } from './arrivalParts.ts'

type Refused = Extract<ListedAnswer, { readonly kind: 'refused' }>
/** The list a row is on, or was; null: the newest. */
export type Listed = { readonly kind: 'listed'; readonly deliveryId: string | null } | Refused

export interface RowToAdd {
  readonly deliveryId: string | null
  readonly rowId: string | null
  readonly educationId: string | null
  readonly studentId: string | null
  /** as it was typed; empty: none */
  readonly printedNumber: string
}

/** 到卡清单: by file, or row by row. */
export interface DeliveryLists {
  openFile(): Promise<DeliveryPreview | null>
  takeFile(): Listed
  add(row: RowToAdd): Listed
  /** the list typed rows of today go on; where there is none, of one that begins with its first row */
  typedToday(): string
  forget(): void
}

type PreviewLine = Extract<DeliveryPreview, { readonly kind: 'preview' }>['lines'][number]
type Told = Extract<CityAnswer<CityDelivery>, { readonly kind: 'told' }>

interface Whose {
  readonly row: CityRow<CityDelivery>
  readonly pupil: ReturnType<typeof ownPupil>
}

/** Looked through in one turn: a look is some 0.05 ms. */
const AT_ONCE = 100

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
    return uuidv7()
  }

  /** null: nobody of this school */
  function pupilOf({ educationId, studentId }: RowToAdd): string | null {
    const id =
      studentId ?? (educationId === null ? null : studentIdOfEducationId(db(), educationId))
    return ownPupil(db(), id)?.id ?? null
  }

  /** A second row of one list would wait for a card that never comes. */
  const waits = (studentId: string, deliveryId: string, but: string | null): boolean =>
    rowsOfPupil(db(), studentId).some(
      (row) =>
        row.deliveryId === deliveryId && row.rowId !== but && row.expected && row.cardId === null,
    )

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
        stillAsked(signal)
        const whose: Whose[] = []
        for (const [at, row] of told.rows.entries()) {
          if (at % AT_ONCE === AT_ONCE - 1) {
            await nextTurn()
            stillAsked(signal)
          }
          whose.push({ row, pupil: pupilOfRow(db(), row) })
        }
        chosen = told
        return preview(db(), told, whose)
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
      const cards = told.rows.map((row) => listedCard(db(), row))
      const command = { deliveryId, fileDigest: told.source.digest, cards }
      listCards(db(), { ...actNow(parts), command, newId: uuidv7 })
      return { kind: 'listed', deliveryId }
    },
    add(wish) {
      const { rowId } = wish
      const studentId = pupilOf(wish)
      if (studentId === null) return refused('pupil-unknown')
      const number = readTypedCardNumber(wish.printedNumber)
      if (number.kind === 'fault') return refused(number.why)
      const printedNumber = number.kind === 'none' ? null : number.value
      const others = printedNumber === null ? [] : rowsByNumber(db(), printedNumber)
      if (others.some((row) => row.rowId !== rowId && row.cardId === null))
        return refused('number-listed')
      if (rowId !== null) {
        const row = getDeliveryRow(db(), rowId)
        if (row === null || row.cardId !== null) return refused('row-unknown')
        if (waits(studentId, row.deliveryId, rowId)) return refused('pupil-listed')
        giveCardPupil(db(), { ...actNow(parts), command: { rowId, studentId, printedNumber } })
        return { kind: 'listed', deliveryId: row.deliveryId }
      }
      const deliveryId = wish.deliveryId ?? typedToday()
      if (waits(studentId, deliveryId, null)) return refused('pupil-listed')
      const card = {
        ...{ rowId: uuidv7(), line: lastLine(db(), deliveryId) + 1, studentId, printedNumber },
        ...{ educationId: null, name: null, className: null, why: null },
      }
      typeCard(db(), { ...actNow(parts), command: { deliveryId, card } })
      return { kind: 'listed', deliveryId }
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

function listedCard(db: Database, row: CityRow<CityDelivery>): ListedCard {
  const rowId = uuidv7()
  const { line } = row
  if (row.kind === 'unreadable') {
    const { educationId = '', name = '', class: className = '' } = row.texts
    return {
      ...{ rowId, line, studentId: null, why: row.why, printedNumber: null },
      ...{ educationId: educationId || null, name: name || null, className: className || null },
    }
  }
  const studentId = pupilOfRow(db, row)?.id ?? null
  return { ...row.told, rowId, line, studentId, why: null }
}

function preview(db: Database, { rows, source }: Told, all: readonly Whose[]): DeliveryPreview {
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
