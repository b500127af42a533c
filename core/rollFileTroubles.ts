/**
 * What is wrong in a line of a file. No text of the file is in it, so it can be shown, counted and logged: the line number
 * leads to the text.
 *
 * @typeParam Field the columns of this sort of file
 */
export type RowTrouble<Field extends string> = {
  /** as in TableRow */
  readonly line: number
  /** null: the whole line */
  readonly field: Field | null
  /** `unusable`: the line is not taken over. `remark`: it is, without what was wrong. */
  readonly severity: Severity
} & TroubleKind

export type Severity = 'unusable' | 'remark'

export type TroubleKind =
  | { readonly kind: CellTrouble }
  | { readonly kind: 'education-id-missing' | 'education-id-malformed' }
  /** 7 digits where 8 belong, and a spreadsheet may have dropped a zero: nothing is filled in */
  | { readonly kind: 'leading-zero-lost' }
  /** a 身份证号 or 全国学籍号 stands where a 教育ID or a card's number belongs */
  | { readonly kind: 'identity-number-in-column' }
  /** `name-damaged`: characters are gone (?, □, *). `name-odd`: digits, signs, private use: may be right. */
  | { readonly kind: 'name-missing' | 'name-damaged' | 'name-odd' }
  | { readonly kind: 'sex-missing' | 'sex-unknown' }
  /** `class-contradicts-grade`: 三年级 in one column, 四年级2班 in the other */
  | { readonly kind: 'class-missing' | 'class-unknown' | 'class-contradicts-grade' }
  | { readonly kind: 'grade-unknown' }
  | { readonly kind: 'enrolment-unknown' | 'date-unknown' }
  | { readonly kind: 'card-number-missing' | 'card-number-malformed' }
  /**
   * The number stands in another line too. `same`: the two lines say the same, the first one counts;
   * otherwise none of them does.
   */
  | {
      readonly kind: 'education-id-twice' | 'card-number-twice'
      readonly otherLine: number
      readonly same: boolean
    }
  /** a total, a signature, a note: neither a number nor a name */
  | { readonly kind: 'no-pupil' }

/** Those that concern one line alone. */
export type PlainTrouble = Exclude<TroubleKind, { readonly otherLine: number }>['kind']

/** What is wrong with a cell, whatever belongs there. */
export type CellTrouble =
  | 'formula' // nothing computed is believed
  | 'number-damaged' // 1.10101E+17
  | 'merged-cell' // one number or name for several lines
  | 'cell-error'
  | 'cell-too-long'

/** What a pupil cannot be taken over without; trouble in another column is a remark. */
const NEEDED: ReadonlySet<string> = new Set([
  'educationId',
  'name',
  'grade',
  'class',
  'printedNumber',
])
/** Wherever they stand, the line can be used. */
const REMARKS: ReadonlySet<TroubleKind['kind']> = new Set([
  'name-odd',
  'class-missing',
  'no-pupil',
] as const)

/** A trouble with its weight. A class that cannot be read is not taken for none: the pupil would lose theirs. */
export function trouble<Field extends string>(
  line: number,
  field: Field | null,
  what: TroubleKind,
): RowTrouble<Field> {
  const harmless = REMARKS.has(what.kind) || ('same' in what && what.same)
  const needed = field !== null && NEEDED.has(field)
  return { line, field, severity: harmless || !needed ? 'remark' : 'unusable', ...what }
}
