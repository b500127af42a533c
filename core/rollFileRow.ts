import { assertNever } from './assertNever.ts'
import { classNameOf } from './className.ts'
import type { CellRead } from './rollFileCell.ts'
import { joinGradeAndClass, readClassCell, readGradeCell, type ClassRead } from './rollFileClass.ts'
import type { RollField } from './rollFileColumns.ts'
import {
  joinEnrolment,
  readDate,
  readEnrolmentWord,
  readSex,
  type FileEnrolment,
} from './rollFileEnrolment.ts'
import type { PlacedMapping } from './rollFileMapping.ts'
import { readName } from './rollFileName.ts'
import { readEducationId } from './rollFileNumber.ts'
import type { Table, TableCell, TableRow } from './rollFileTable.ts'
import { trouble, type RowTrouble } from './rollFileTroubles.ts'
import type { Sex } from './student.ts'

/** A pupil as a line of a roll file says it. null: the file, or the line, does not say. */
export interface RollFileRow {
  readonly line: number
  /** 8 digits with leading zeros */
  readonly educationId: string
  readonly name: string
  readonly sex: Sex | null
  /** 1–12 */
  readonly grade: number | null
  /** 1… within the grade */
  readonly classNumber: number | null
  /** 三年级2班; null when the pupil is in no class */
  readonly className: string | null
  readonly enrolment: FileEnrolment | null
}

/** A line, and what is wrong in it. */
export interface Line {
  readonly line: number
  /** readable, though the line may not be usable */
  readonly educationId: string | null
  readonly row: RollFileRow | null
  readonly troubles: readonly RowTrouble<RollField>[]
}

/** Reads one line below the headings. */
export function readLine(
  row: TableRow,
  placed: PlacedMapping<RollField>,
  from: Table['from'],
): Line {
  const { line } = row
  if (isNobody(placed.cell(row, 'educationId')) && isNobody(placed.cell(row, 'name')))
    return { line, educationId: null, row: null, troubles: nobody(row) }

  const troubles: RowTrouble<RollField>[] = []
  const take: Take = (field, read) => {
    switch (read.kind) {
      case 'read':
        return read.value
      case 'empty':
        return null
      case 'trouble':
        troubles.push(trouble(line, field, read.what))
        return null
      default:
        return assertNever(read)
    }
  }
  const has = (field: RollField): boolean => placed.fields.includes(field)
  const cell = (field: RollField): TableCell => placed.cell(row, field)

  const educationId = take('educationId', readEducationId(cell('educationId'), from))
  const named = take('name', readName(cell('name')))
  if (named?.odd === true) troubles.push(trouble(line, 'name', { kind: 'name-odd' }))
  const sex = has('sex') ? take('sex', readSex(cell('sex'))) : null
  const inClass = takeClass(readGradeCell(cell('grade')), readClassCell(cell('class')), take)
  const until = take('temporaryUntil', readDate(cell('temporaryUntil'), from))
  const enrolment = joinEnrolment(take('enrolment', readEnrolmentWord(cell('enrolment'))), until)

  const grade = inClass?.grade ?? null
  const classNumber = inClass?.number ?? null
  if (classNumber === null && (has('class') || has('grade')) && usable(troubles))
    troubles.push(trouble(line, 'class', { kind: 'class-missing' }))
  const className = grade === null || classNumber === null ? null : classNameOf(grade, classNumber)
  const pupil =
    educationId === null || named === null || !usable(troubles)
      ? null
      : { line, educationId, name: named.name, sex, grade, classNumber, className, enrolment }
  return { line, educationId, row: pupil, troubles }
}

type Take = <Value>(field: RollField, read: CellRead<Value>) => Value | null

/** Two columns that can both be read may still contradict each other. */
function takeClass(
  grade: CellRead<ClassRead>,
  inClass: CellRead<ClassRead>,
  take: Take,
): ClassRead | null {
  const both = [take('grade', grade), take('class', inClass)] as const
  const unread = grade.kind === 'trouble' || inClass.kind === 'trouble'
  return unread ? null : take('class', joinGradeAndClass(...both))
}

function usable(troubles: readonly RowTrouble<RollField>[]): boolean {
  return troubles.every(({ severity }) => severity === 'remark')
}

function isNobody(cell: TableCell): boolean {
  return cell === '' || (typeof cell !== 'string' && cell.kind === 'merged')
}

/** A line of merged cells alone is the lower end of a frame, no remark. */
function nobody({ line, cells }: TableRow): readonly RowTrouble<RollField>[] {
  const said = cells.some(
    (cell) => cell !== '' && (typeof cell === 'string' || cell.kind !== 'merged'),
  )
  return said ? [trouble<RollField>(line, null, { kind: 'no-pupil' })] : []
}
