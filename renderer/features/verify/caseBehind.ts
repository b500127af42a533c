import type { TapShown } from '../../../core/tapShown.ts'

/** What is done next with the case of whose card this is: its words under `casePage.fromVerdict`. */
export interface CaseBehind {
  readonly studentId: string
  readonly words: 'lost' | 'not-handed-over' | 'found-held' | 'other'
}

/** null: nothing of the case is to be done by this card, or nobody is named by it */
export function caseBehind({ verdict, person }: TapShown): CaseBehind | null {
  if (person === null) return null
  const { studentId } = person
  switch (verdict.kind) {
    case 'lost':
    case 'found-held':
      return { studentId, words: verdict.kind }
    case 'not-handed-over':
      return verdict.state === 'ARRIVED' || verdict.state === 'WITH_TEACHER'
        ? { studentId, words: verdict.kind }
        : { studentId, words: 'other' }
    case 'replaced':
    case 'holds-two':
      return { studentId, words: 'other' }
    case 'void':
    case 'valid':
    case 'left':
    case 'wrong-school':
    case 'unknown-card':
    case 'chip-mismatch':
    case 'face-expired':
    case 'temporary-number':
    case 'two-cards':
    case 'unreadable':
      return null
  }
}
