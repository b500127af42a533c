import { ruleOf, type ChannelRule } from '../core/channelRights.ts'
import type { Args, RequestName } from '../core/contract.ts'
import { DeskError } from '../core/errors.ts'
import { grantOf, unmaskedGrantOf, type Act } from '../core/rights.ts'
import type { Operator } from '../core/staff.ts'

/** Who asks, as main knows it. */
export interface Asking {
  readonly operator: Operator
  /** their PIN was entered once more within the last minute */
  readonly confirmed: boolean
  /** the second person is there, or has still to enter their PIN; or one person who is both theirs */
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
  'names.compare',
  'names.toCheck',
  'binding.classes',
  'binding.class',
  'binding.bind',
  'binding.undo',
  'list.export',
  'list.progress',
  'pack.classes',
  'pack.class',
  'pack.take',
  'paper.preview',
  'paper.print',
  'paper.save',
  'newCards.view',
  'newCards.class',
  'newCards.confirm',
  'newCards.dispute',
  'newCards.takeBack',
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
  const { act, proposed, masked } = wishOf(rule)
  const { roles } = asking.operator
  const grant = masked ? grantOf(roles, act) : unmaskedGrantOf(roles, act)
  if (grant === null || (grant.scope !== 'school' && !NARROWED.includes(name)))
    throw new DeskError('right-missing', `The person at the desk may not do this: ${act}.`)
  if (masked) return
  if (grant.needs.includes('re-auth') && !asking.confirmed)
    throw new DeskError('re-auth-needed', 'This takes the PIN once more.')
  const together = grant.needs.includes('agreement') && !proposed
  if (!together && !grant.needs.includes('two-people')) return
  const second = asking.second()
  if (second === 'own-pin') throw new DeskError('re-auth-needed', 'One person: the PIN once more.')
  if (second !== 'there') throw new DeskError('second-person-needed', 'This takes two people.')
}

/** A proposal takes nobody's agreement: nothing happens by it. What is masked takes no PIN: it names nobody. */
function wishOf(rule: Exclude<ChannelRule, 'anyone' | 'signed-in'>): {
  readonly act: Act
  readonly proposed: boolean
  readonly masked: boolean
} {
  if (typeof rule === 'string') return { act: rule, proposed: false, masked: false }
  return 'masked' in rule
    ? { act: rule.masked, proposed: false, masked: true }
    : { act: rule.proposes, proposed: true, masked: false }
}
