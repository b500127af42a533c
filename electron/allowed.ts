import { ruleOf } from '../core/channelRights.ts'
import type { Args, RequestName } from '../core/contract.ts'
import { DeskError } from '../core/errors.ts'
import { grantOf } from '../core/rights.ts'
import type { Operator } from '../core/staff.ts'

/**
 * Decides a request of the page before its handler sees it (hardening.md E25). What can only be granted
 * for a class or an event is refused where nothing narrows the answer to it: no handler does yet.
 *
 * @param operator who is signed in; null: nobody
 * @throws DeskError `signed-out`, `right-missing`
 */
export function checkRight<N extends RequestName>(
  operator: Operator | null,
  name: N,
  args: Args<N>,
): void {
  const rule = ruleOf(name, args)
  if (rule === 'anyone') return
  if (operator === null) throw new DeskError('signed-out', 'Nobody is signed in at the desk.')
  if (rule === 'signed-in') return
  if (grantOf(operator.roles, rule)?.scope !== 'school')
    throw new DeskError('right-missing', `The person at the desk may not do this: ${rule}.`)
}
