/** A class, a whole grade (no number), or all classes of that number (no grade). */
export type ClassWanted =
  | { readonly grade: number; readonly number: number | null }
  | { readonly grade: null; readonly number: number }

const CHINESE = '[一二三四五六七八九十]{1,3}'
const GRADE = `(?:(?<stage>初|高)(?<inStage>[一二三123])|(?<grade>1[0-2]|[1-9]|${CHINESE}))`
const NUMBER = `(?<number>\\d{1,2}|${CHINESE})`

/** 三年级 3年级 初一 高二年级 */
const WHOLE_GRADE = new RegExp(`^${GRADE}(?<suffix>年级|年)?$`)
/** 2班 十二班; then whatever follows */
const NUMBER_ONLY = new RegExp(`^${NUMBER}班`)
/** 三 2班 */
const APART = new RegExp(
  `(?<=^|\\s)(1[0-2]|[1-9]|${CHINESE})\\s+(?=(?:\\d{1,2}|${CHINESE})班)`,
  'g',
)
/** 三2 3.2 三年级2班 三(2)班 初一3 高二(1)班; then, without a space, whatever follows */
const CLASS = new RegExp(`^${GRADE}(?<suffix>年级|年)?(?<sign>[.·(/-])?${NUMBER}\\)?(?<ban>班)?`)

/** Joins a grade and a class that stand apart, of a folded text: 三 2班 is 三年2班. */
export function joinClass(text: string): string {
  return text.replace(APART, '$1年')
}

/**
 * Reads the name of a class at the beginning of a folded word, as clerks write it.
 *
 * @returns the class and what stands behind it; null when it is none. 高一 is both a grade and the
 * beginning of a name: the caller asks for both.
 */
export function readClass(
  word: string,
): { readonly wanted: ClassWanted; readonly rest: string } | null {
  const alone = NUMBER_ONLY.exec(word)
  const number = numeral(alone?.groups?.['number'] ?? '0')
  if (alone && number !== null)
    return { wanted: { grade: null, number }, rest: word.slice(alone[0].length) }
  const whole = WHOLE_GRADE.exec(word)?.groups
  if (whole !== undefined && (whole['suffix'] ?? whole['stage']) !== undefined) {
    const grade = gradeOf(whole)
    return grade === null ? null : { wanted: { grade, number: null }, rest: '' }
  }
  return classAt(word)
}

function classAt(word: string): { readonly wanted: ClassWanted; readonly rest: string } | null {
  const found = CLASS.exec(word)
  const parts = found?.groups
  if (!found || !parts) return null
  const { number = '', sign, suffix, ban, stage, grade: typed = '' } = parts
  const grade = gradeOf(parts)
  const inGrade = numeral(number)
  const rest = word.slice(found[0].length)
  if (grade === null || inGrade === null || /^\d/.test(rest)) return null
  // 三二 or 高一一 alone is rather a name; 32 is a number
  const byDigits = /\d/.test(number)
  const apart = sign ?? suffix ?? stage
  if (!byDigits && ban === undefined) return null
  if (/\d/.test(typed) && apart === undefined) return null
  return { wanted: { grade, number: inGrade }, rest }
}

function gradeOf(parts: Partial<Record<string, string>>): number | null {
  const { stage, inStage = '', grade = '' } = parts
  if (stage !== undefined) return (stage === '初' ? 6 : 9) + (numeral(inStage) ?? 0)
  const number = numeral(grade)
  return number !== null && number <= 12 ? number : null
}

const DIGITS = '一二三四五六七八九'

/** 1–99 in Arabic or Chinese; null: 三二 and the like, 0. */
function numeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) > 0 ? Number(text) : null
  const form = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!form || (form[1] !== undefined && form[2] === undefined && form[3] !== undefined))
    return null
  const ones = DIGITS.indexOf(form[3] ?? ' ') + 1
  if (form[2] === undefined) return DIGITS.indexOf(text) + 1
  return (form[1] === undefined ? 1 : DIGITS.indexOf(form[1]) + 1) * 10 + ones
}

const GRADES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']
  .concat(['初一', '初二', '初三'])
  .concat(['高一', '高二', '高三'])

/** A class as the desk writes it: 三年级2班, 初一3班. */
export function classNameOf(grade: number, number: number): string {
  return `${GRADES[grade - 1] ?? `${grade}年级`}${number}班`
}
