import type { Sex } from '../../../core/student.ts'

export interface Sitter {
  readonly studentId: string
  readonly sex: Sex
  /** 1–12; 13 left last summer */
  readonly grade: number
}

/** A drawn portrait, 3:4, the same for the same sitter. */
export function drawPortrait({ sex }: Sitter): string {
  const cloth = sex === 'female' ? '#c8505a' : '#2f5fa8'
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 320"><path fill="#dbe9f5" d="M0 0h240v320H0z"/>' +
    `<circle cx="120" cy="140" r="60" fill="#f3cfae"/><path fill="${cloth}" d="M20 320q20-90 100-90t100 90z"/></svg>`
  )
}
