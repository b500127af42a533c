import { DeskError } from '../core/errors.ts'
import { grantOf, type Act } from '../core/rights.ts'
import type { Operator } from '../core/staff.ts'

/** Of which pupils the person at the desk may be told. */
export type Within = (pupil: { readonly className: string | null }) => boolean

const EVERYBODY: Within = () => true

/**
 * What an act is narrowed to for this person (domain.md 5.8). Nobody has an event of their own yet, so
 * who may only see those sees nobody.
 *
 * @throws DeskError `right-missing`
 */
export function withinOf(operator: Operator, act: Act): Within {
  const grant = grantOf(operator.roles, act)
  switch (grant?.scope) {
    case 'school':
      return EVERYBODY
    case 'own-class':
      return ({ className }) => className !== null && operator.classes.includes(className)
    case 'own-event':
      return () => false
    case undefined:
      throw new DeskError('right-missing', `The person at the desk may not do this: ${act}.`)
  }
}

/** A narrowing that holds back nobody needs no second look at each pupil. */
export const isEverybody = (within: Within): boolean => within === EVERYBODY
