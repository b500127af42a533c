import { readClass } from './className.ts'
import { readText, refusedCell, type CellRead } from './rollFileCell.ts'
import type { TableCell } from './rollFileTable.ts'
import { fold } from './searchText.ts'

export interface ClassRead {
  /** 1–12 */
  readonly grade: number | null
  /** within the grade; null: the file names no class */
  readonly number: number | null
}

/** A merged cell counts for all its lines: that is how lists name a grade or a class once. */
const FOR_ALL = { merged: 'one-for-all' } as const

/**
 * Reads a column of grades: 三年级, 3, 初一, 初中一年级, 七年级(初一); or of classes, where one column has both. A cohort (2024级)
 * says nothing by itself: that would take a date.
 */
export function readGradeCell(cell: TableCell): CellRead<ClassRead> {
  const read = readText(cell, FOR_ALL)
  if (read.kind !== 'read') return read
  if (NO_CLASS.test(read.value) || COHORT_ALONE.test(plainOf(read.value))) return { kind: 'empty' }
  const grade = gradeIn(read.value)
  return grade === null ? refusedCell('grade-unknown') : { kind: 'read', value: grade }
}

/** Reads a column of classes: 2, 第二班, 三年级2班, 初一(3)班, 2024级1班. */
export function readClassCell(cell: TableCell): CellRead<ClassRead> {
  const read = readText(cell, FOR_ALL)
  if (read.kind !== 'read') return read
  if (NO_CLASS.test(read.value)) return { kind: 'empty' }
  // 3.1 may have been 3.10: a number of a workbook does not say.
  const unsure = typeof cell !== 'string' && read.value.includes('.')
  const told = unsure ? null : classIn(read.value)
  return told === null ? refusedCell('class-unknown') : { kind: 'read', value: told }
}

/** What both columns say together; null stands for a column that says nothing. */
export function joinGradeAndClass(
  gradeCell: ClassRead | null,
  classCell: ClassRead | null,
): CellRead<ClassRead> {
  const grade = gradeCell?.grade ?? classCell?.grade ?? null
  const number = classCell?.number ?? gradeCell?.number ?? null
  if (classCell !== null && classCell.grade !== null && classCell.grade !== grade)
    return refusedCell('class-contradicts-grade')
  if (number === null)
    return grade === null ? { kind: 'empty' } : { kind: 'read', value: { grade, number } }
  return grade === null ? refusedCell('class-unknown') : { kind: 'read', value: { grade, number } }
}

const NO_CLASS = /^(无|未分班|未编班|暂无|[-—/]+)$/

/** 三年级 3 初一 初中一年级 七年级(初一) 小学三年级; or a class, where one column has both. */
function gradeIn(text: string): ClassRead | null {
  const plain = withoutStage(plainOf(text))
  const alone = /^(\d{1,2}|[一二三四五六七八九十]{1,2})$/.test(plain) ? `${plain}年级` : plain
  return wanted(alone) ?? wanted(alone.replace(/\(.*\)$/, ''))
}

/** 2班 2 (2)班 第二班 2024级1班 三年级2班 初一(3)班 三年级2班(实验) */
function classIn(text: string): ClassRead | null {
  const plain = withoutStage(plainOf(text)).replace(COHORT, '')
  const alone = /^第?\(?(\d{1,2}|[一二三四五六七八九十]{1,3})\)?班?$/.exec(plain)?.[1]
  return wanted(alone === undefined ? plain : `${alone}班`)
}

/** 2024级 24级 2030届 高2024级: what follows is the class. */
const COHORT = /^[小初高]?(20)?\d\d[级届]/
const COHORT_ALONE = /^(小学?|初中?|高中?)?(20)?\d\d[级届]$/

function plainOf(text: string): string {
  return fold(text).replace(/\s/g, '')
}

/** 小学三年级 → 三年级, 初中七年级 → 七年级, 高中二年级 → 高二年级 */
function withoutStage(plain: string): string {
  return plain
    .replace(/^小学?(?=[一二三四五六1-6])/, '')
    .replace(/^初中(?=[七八九789])|^初(?=[七八九789]年级)/, '')
    .replace(/^高中?(?=(1[0-2]|十[一二]?)年级)/, '')
    .replace(/^([初高])中/, '$1')
}

function wanted(plain: string): ClassRead | null {
  const read = readClass(plain)
  return read === null || !/^($|\()/.test(read.rest) ? null : read.wanted
}
