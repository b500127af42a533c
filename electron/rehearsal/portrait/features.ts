import type { Sex } from '../../../core/student.ts'
import type { Dice } from '../seeded.ts'

/** Everything that makes one face differ from another. Lengths in units of the view box. */
export interface Look {
  readonly sex: Sex
  readonly grade: number
  readonly dice: Dice
  /** half the width of the face at the temples, and of the chin's curve */
  readonly half: number
  readonly jaw: number
  readonly chin: number
  readonly eyes: number
  readonly skin: Skin
  readonly hairColour: string
  readonly hair: HairStyle
  readonly glasses: boolean
}

export interface Skin {
  readonly light: string
  /** ears, neck and nose */
  readonly shade: string
  readonly cheek: string
}

/** A hair style: what lies behind head and shoulders, over the jacket, and on the head. */
export interface HairStyle {
  readonly grades: readonly [number, number]
  readonly fringes: readonly Fringe[]
  readonly behind?: (look: Look) => string
  readonly over?: (look: Look) => string
  /** close to the head, as after the clippers */
  readonly cropped?: boolean
}

/** How the hair ends over the forehead. */
export type Fringe =
  | 'round'
  | 'low-round'
  | 'straight'
  | 'swept'
  | 'swept-other'
  | 'wisps'
  | 'spiky'
  | 'curtains'
  | 'back'
