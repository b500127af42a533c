import { ruleOf } from '../core/channelRights.ts'
import type { Args, RequestName } from '../core/contract.ts'
import { DeskError } from '../core/errors.ts'
import { grantOf } from '../core/rights.ts'
import type { Operator } from '../core/staff.ts'

/** Who asks, as main knows it. */
export interface Asking {
  readonly operator: Operator
  /** their PIN was entered once more within the last minute */
  readonly confirmed: boolean
  /** an administrator and a supervisor are there; or one person who is both has still to confirm */
  readonly second: () => 'there' | 'somebody-else' | 'own-pin'
}

/**
 * Requests whose answers electron/within.ts narrows to the own class or event. Any other that is
 * granted for those alone is refused: nothing would hold the rest of the school back.
 */
const NARROWED: readonly RequestName[] = [
  'taps.recent',
  'tap.current',
  'photo.get',
  'search.find',
  'scan.look',
  'student.page',
  'student.educationId',
  'student.history',
  'student.basis',
]

/**
 * Decides a request of the page before its handler sees it (hardening.md E25).
 *
 * @param asking null: nobody is signed in
 * @throws DeskError `signed-out`, `right-missing`, `re-auth-needed`, `second-person-needed`
 */
export function checkRight<N extends RequestName>(
  asking: Asking | null,
  name: N,
  args: Args<N>,
): void {
  const rule = ruleOf(name, args)
  if (rule === 'anyone') return
  if (asking === null) throw new DeskError('signed-out', 'Nobody is signed in at the desk.')
  if (rule === 'signed-in') return
  const grant = grantOf(asking.operator.roles, rule)
  if (grant === null || (grant.scope !== 'school' && !NARROWED.includes(name)))
    throw new DeskError('right-missing', `The person at the desk may not do this: ${rule}.`)
  if (grant.needs.includes('re-auth') && !asking.confirmed)
    throw new DeskError('re-auth-needed', 'This takes the PIN once more.')
  if (!grant.needs.includes('two-people')) return
  const second = asking.second()
  if (second === 'own-pin') throw new DeskError('re-auth-needed', 'One person: the PIN once more.')
  if (second !== 'there') throw new DeskError('second-person-needed', 'This takes two people.')
}
