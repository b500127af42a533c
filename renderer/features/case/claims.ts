import type { CaseLine, CaseShown } from '../../../core/caseRequests.ts'
import type { CaseStep } from '../../../core/case/caseStep.ts'

/** What is true here until the city says otherwise (domain.md 5.9). */
function isClaim(step: CaseStep): boolean {
  switch (step.of) {
    case 'loss':
      return step.by === 'desk'
    case 'card':
      return step.to === 'ACTIVE' && (step.from === 'LOST' || step.from === 'FOUND_HELD')
    case 'applied':
    case 'claimed':
      return true
    default:
      return false
  }
}

/** The city has acted on the case: what was claimed before is known to it. */
const isCitysWord = ({ by, steps }: CaseLine): boolean =>
  by === null &&
  steps.some(({ of }) => of === 'told' || of === 'production' || of === 'application')

/** Acts that the city has not confirmed, by cmdId. A payment it confirmed says that it knows of all before. */
export function claimsOf({ lines, orders }: CaseShown): ReadonlySet<string> {
  const paidAt = Math.max(
    0,
    ...orders.filter(({ state }) => state === 'CONFIRMED').map(({ stateAt }) => stateAt),
  )
  const answered = lines.findIndex(isCitysWord)
  const open = answered === -1 ? lines : lines.slice(0, answered)
  return new Set(
    open
      .filter(({ by, at, steps }) => by !== null && at > paidAt && steps.some(isClaim))
      .map(({ cmdId }) => cmdId),
  )
}
