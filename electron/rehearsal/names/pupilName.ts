import type { Sex } from '../../../core/student.ts'
import { weighted, type Dice } from '../seeded.ts'
import { givenNamesOf, RARE_CHARACTERS } from './givenNames.ts'
import { minorityName } from './minorityNames.ts'
import { SURNAMES } from './surnames.ts'

const MINORITY_SHARE = 0.008
const RARE_SHARE = 0.002
const SINGLE_SHARE = 0.12
const DOUBLED_SHARE = 0.015

/** A name as a Beijing school roll has it. */
export function pupilName(dice: Dice, sex: Sex): string {
  return dice.chance(MINORITY_SHARE)
    ? minorityName(dice, sex)
    : `${weighted(dice, SURNAMES)}${givenName(dice, sex)}`
}

function givenName(dice: Dice, sex: Sex): string {
  const names = givenNamesOf(sex)
  const kind = dice.roll()
  if (kind < RARE_SHARE) return dice.pick(RARE_CHARACTERS)
  if (kind < RARE_SHARE + SINGLE_SHARE) return dice.pick(names.single)
  const doubled = dice.pick(names.doubled)
  if (kind < RARE_SHARE + SINGLE_SHARE + DOUBLED_SHARE) return `${doubled}${doubled}`
  const first = dice.pick(names.first)
  const second = dice.pick(names.second)
  return first === second ? first : `${first}${second}`
}
