import type { Sex } from '../../../core/student.ts'
import { keyOf, seeded, weighted, type Dice } from '../seeded.ts'
import { BOYS_HAIR, GIRLS_HAIR } from './hair.ts'
import type { HairStyle, Look, Skin } from './features.ts'

/** Whose portrait: the same sitter always looks the same. */
export interface Sitter {
  readonly studentId: string
  readonly sex: Sex
  /** 1–12; 13 left last summer */
  readonly grade: number
}

/** With how many pupils of a hundred have it. */
const SKINS: readonly (readonly [Skin, number])[] = [
  [{ light: '#f8dcc4', shade: '#eabf9f', cheek: '#f0a598' }, 27],
  [{ light: '#f6d3b5', shade: '#e5b48f', cheek: '#ec9b8a' }, 33],
  [{ light: '#f2c9a6', shade: '#dda780', cheek: '#e58f7b' }, 25],
  [{ light: '#eabb93', shade: '#d19a70', cheek: '#da8268' }, 12],
  [{ light: '#dea981', shade: '#c1875d', cheek: '#c9735a' }, 3],
]

const HAIR_COLOURS = ['#1d1a1c', '#262022', '#2c2321', '#322', '#223']

/** Small children have round, broad faces with low eyes; the face grows longer with the grades. */
export function lookOf({ studentId, sex, grade }: Sitter): Look {
  const dice = seeded(keyOf(studentId), grade)
  const age = Math.min(grade, 12) / 12
  const spread = (middle: number, by: number): number =>
    Math.round(middle + (dice.roll() * 2 - 1) * by)
  return {
    sex,
    grade,
    dice,
    half: spread(54 - 6 * age, 2.5),
    jaw: spread((sex === 'female' ? 27 : 30) - 4 * age, 5),
    chin: spread(199 + 9 * age, 3),
    eyes: spread(151 - 5 * age, 1.5),
    skin: weighted(dice, SKINS),
    hairColour: dice.pick(HAIR_COLOURS),
    hair: hairFor(dice, sex, grade),
    glasses: dice.chance(0.06 + 0.4 * age),
  }
}

function hairFor(dice: Dice, sex: Sex, grade: number): HairStyle {
  const styles = sex === 'female' ? GIRLS_HAIR : BOYS_HAIR
  return dice.pick(styles.filter(({ grades: [from, to] }) => grade >= from && grade <= to))
}
