import { decideBinding, type BindCard } from '../../core/binding.ts'
import { readCardRows } from '../../core/rollFileCards.ts'
import type { CardField, Mapping } from '../../core/rollFileColumns.ts'
import {
  PREVIEW_LINES,
  type CardFilePreview,
  type CardRowTrouble,
  type FileRefusal,
} from '../../core/rollRequests.ts'
import { bindingState } from '../../db/bindings.ts'
import type { LookOptions } from '../../db/lookThrough.ts'
import { openDatabase } from '../../db/open.ts'
import { studentIdOfEducationId } from '../../db/students.ts'
import { readTable } from '../importing/readTable.ts'

export interface CompareCardsJob {
  readonly place: LookOptions
  readonly bytes: Uint8Array
  readonly sheet: string | null
  readonly mapping: Mapping<CardField>
}

/** A pupil and the number on their card, as a file says it. */
export interface CardOfFile {
  readonly studentId: string
  readonly printedNumber: string
}

export type CardsCompared =
  | {
      readonly kind: 'compared'
      readonly preview: CardFilePreview
      readonly cards: readonly CardOfFile[]
    }
  | { readonly kind: 'refused'; readonly why: FileRefusal }

/** Reads a card file and holds each line against what is known of pupil and card. For a thread. */
export async function compareCards(job: CompareCardsJob): Promise<CardsCompared> {
  const read = await readTable(job.bytes, job.sheet)
  if (read.kind === 'refused') return read
  const file = readCardRows(read.table, job.mapping)
  if (file.kind === 'no-headings') return { kind: 'refused', why: 'no-headings' }
  const db = openDatabase({ ...job.place, readonly: true })
  try {
    const cards: CardOfFile[] = []
    const troubles: CardRowTrouble[] = file.troubles.map((one) => ({
      ...{ line: one.line, kind: 'file', trouble: one },
    }))
    let same = 0
    for (const { line, educationId, printedNumber } of file.rows) {
      const studentId = studentIdOfEducationId(db, educationId) ?? ''
      const command = bindingOf({ studentId, printedNumber }, '')
      const decision = decideBinding(bindingState(db, studentId, command.identifiers), command)
      if (decision.kind === 'done') cards.push({ studentId, printedNumber })
      else if (decision.why === 'bound-already') same += 1
      else troubles.push({ line, kind: 'refused', why: decision.why })
    }
    troubles.sort((one, other) => one.line - other.line)
    return {
      kind: 'compared',
      cards,
      preview: {
        ...{ kind: 'preview', fits: cards.length, same, troubleCount: troubles.length },
        troubles: troubles.slice(0, PREVIEW_LINES),
      },
    }
  } finally {
    db.close()
  }
}

/** The binding a line of a card file is: the printed number begins with the chip's (cards.md 1.6 b). */
export function bindingOf({ studentId, printedNumber }: CardOfFile, cardId: string): BindCard {
  return {
    ...{ cardId, studentId, by: 'file', takesOver: false, faceSchool: null, faceValidTo: null },
    identifiers: [{ kind: 'printed', value: printedNumber }],
  }
}
