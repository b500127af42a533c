import { applyCase } from './case/applyCase.ts'
import type { CaseState } from './case/caseState.ts'
import type { CaseCommands } from './case/commands.ts'
import { takePayment } from './case/payment.ts'
import { outcomeOf, outcomeOfRefusal, type PaymentOutcome } from './paymentOutcome.ts'

/**
 * What would become of a payment, and the case behind it: the next line of the same pupil is held against that.
 * The act itself is decided anew when it is taken.
 */
export function planPayment(
  state: CaseState,
  told: CaseCommands['payment.told'],
): { readonly outcome: PaymentOutcome; readonly state: CaseState } {
  const decision = takePayment(state, told)
  if (decision.kind === 'refused') return { outcome: outcomeOfRefusal(decision.why), state }
  const { events } = decision
  // Whose hand it was is no part of it: only the states are looked at.
  const nobody = { at: 0, operatorId: null }
  return {
    outcome: outcomeOf(events),
    state: events.reduce((now, event) => applyCase(now, event, nobody), state),
  }
}
