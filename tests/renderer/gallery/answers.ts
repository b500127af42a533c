import type { ScanAnswer, SearchAnswer } from '../../../core/search.ts'
import { found as answer, line, MANY_LINES, TWINS } from '../pupils.ts'

/** What the fake desk finds, by the word in the gallery's URL. */
export function found(word: string): SearchAnswer {
  if (word === 'many') return answer(MANY_LINES, { total: 128 })
  if (word === 'twins') return answer(TWINS)
  if (word === 'one') return answer([line()])
  return answer([], { remark: word === 'date' ? 'looks-like-birth-date' : null })
}

export const SCANS: Readonly<Record<string, ScanAnswer>> = {
  several: { kind: 'several', students: TWINS },
  'unknown-number': { kind: 'none', why: 'unknown-number' },
  'looks-like-birth-date': { kind: 'none', why: 'looks-like-birth-date' },
  'nothing-in-it': { kind: 'none', why: 'nothing-in-it' },
  'other-school': { kind: 'other-school', school: null },
  'other-school-named': { kind: 'other-school', school: '北京市海淀区示例小学' },
}
