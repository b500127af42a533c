import { v7 as uuidv7 } from 'uuid'
import type { CalendarDate } from '../../core/calendarDate.ts'
import {
  decideRollChange,
  type RollChange,
  type RollEntry,
  type RollNow,
} from '../../core/rollChange.ts'
import { differenceOf, type DifferenceLine, type Missing } from '../../core/rollDifference.ts'
import { readRollRows } from '../../core/rollFile.ts'
import type { Mapping, RollField } from '../../core/rollFileColumns.ts'
import { trouble, type RowTrouble } from '../../core/rollFileTroubles.ts'
import {
  PREVIEW_LINES,
  type FileRefusal,
  type PreviewLine,
  type PreviewPupil,
  type RollPreview,
} from '../../core/rollRequests.ts'
import { written, type WrittenChange } from '../../core/schoolChange.ts'
import { getDataState } from '../../db/dataState.ts'
import type { LookOptions } from '../../db/lookThrough.ts'
import { openDatabase } from '../../db/open.ts'
import { rollNow } from '../../db/rollNow.ts'
import { readTable } from '../importing/readTable.ts'
import { tail } from '../shown.ts'

export interface CompareRollJob {
  readonly place: LookOptions
  readonly bytes: Uint8Array
  readonly sheet: string | null
  readonly mapping: Mapping<RollField>
  readonly missing: Missing
  readonly today: CalendarDate
}

/** A file held against the roll, and the change it would be. */
export type RollCompared =
  | {
      readonly kind: 'compared'
      readonly preview: RollPreview
      readonly change: WrittenChange
      /** of the roll it was held against; 0: none yet */
      readonly version: number
    }
  | { readonly kind: 'refused'; readonly why: FileRefusal }

/** Reads a roll file and holds it against the roll, by a connection that only reads. For a thread. */
export async function compareRoll(job: CompareRollJob): Promise<RollCompared> {
  const read = await readTable(job.bytes, job.sheet)
  if (read.kind === 'refused') return read
  const file = readRollRows(read.table, job.mapping)
  if (file.kind === 'no-headings') return { kind: 'refused', why: 'no-headings' }
  const db = openDatabase({ ...job.place, readonly: true })
  try {
    const roll = rollNow(db)
    const { rows, heldBack } = file
    const { missing, today } = job
    const found = differenceOf({
      ...{ rows, heldBack, roll, missing, today, school: null },
      changeId: uuidv7(),
      newId: uuidv7,
    })
    const decided = decideRollChange(roll, found.change)
    if (decided.kind === 'refused')
      throw new Error(`A difference that cannot be decided: ${decided.why}.`)
    const troubles = [
      ...file.troubles,
      ...found.lines.flatMap((one) =>
        one.kind === 'incomplete' ? [{ ...lacksSex, line: one.line }] : [],
      ),
    ]
    return {
      kind: 'compared',
      preview: previewOf(found.lines, troubles, { roll, after: decided.roll, missing, found }),
      change: written({ of: 'roll', change: found.change }),
      version: getDataState(db)?.version ?? 0,
    }
  } finally {
    db.close()
  }
}

/** In a column the roll can do without, and a newcomer cannot. */
const lacksSex = {
  ...trouble<RollField>(0, 'sex', { kind: 'sex-missing' }),
  severity: 'unusable',
} as const

interface Found {
  readonly roll: RollNow
  /** with the classes that are opened */
  readonly after: RollNow
  readonly missing: Missing
  readonly found: {
    readonly same: number
    readonly otherClasses: number
    readonly change: RollChange
  }
}

function previewOf(
  lines: readonly DifferenceLine[],
  troubles: readonly RowTrouble<RollField>[],
  { roll, after, missing, found }: Found,
): RollPreview {
  const of = (kind: DifferenceLine['kind']): number =>
    lines.filter((one) => one.kind === kind).length
  const broken = new Set(
    troubles.filter(({ severity }) => severity === 'unusable').map(({ line }) => line),
  )
  const classOf = (classId: string | null): string | null =>
    classId === null
      ? null
      : ((after.classes.get(classId) ?? roll.classes.get(classId))?.name ?? null)
  const pupil = (entry: RollEntry): PreviewPupil => ({
    name: entry.name,
    educationIdTail: tail(entry.educationId),
    className: classOf(entry.classId),
    sex: entry.sex,
    enrolment: entry.enrolment.kind,
  })
  return {
    kind: 'preview',
    counts: {
      new: of('new'),
      changed: of('changed'),
      gone: of('gone'),
      same: found.same,
      sameName: of('same-name'),
      broken: broken.size,
    },
    lines: firstOfEach(lines).flatMap((one) => shownLine(one, pupil, roll)),
    troubles: troubles.slice(0, PREVIEW_LINES),
    troubleCount: troubles.length,
    classesOpened: found.change.classes.flatMap((one) =>
      one.kind === 'opens' ? [one.to.name] : [],
    ),
    otherClasses: found.otherClasses,
    missing,
  }
}

function firstOfEach(lines: readonly DifferenceLine[]): readonly DifferenceLine[] {
  const seen = new Map<DifferenceLine['kind'], number>()
  return lines.filter(({ kind }) => {
    const nth = (seen.get(kind) ?? 0) + 1
    seen.set(kind, nth)
    return nth <= PREVIEW_LINES
  })
}

function shownLine(
  one: DifferenceLine,
  pupil: (entry: RollEntry) => PreviewPupil,
  roll: RollNow,
): readonly PreviewLine[] {
  switch (one.kind) {
    case 'new':
      return [{ kind: 'new', line: one.line, pupil: pupil(one.entry) }]
    case 'changed': {
      const { line, fields } = one
      return [{ kind: 'changed', line, fields, pupil: pupil(one.to), before: pupil(one.from) }]
    }
    case 'gone':
      return [{ kind: 'gone', pupil: pupil(one.entry) }]
    case 'same-name': {
      const other = roll.pupils.get(one.studentId)
      return other === undefined
        ? []
        : [{ kind: 'same-name', line: one.line, pupil: pupil(one.entry), other: pupil(other) }]
    }
    case 'incomplete':
      return []
  }
}
