import { onMounted, watch } from 'vue'
import { useCase } from '../../stores/case.ts'
import { useCaseForm } from '../../stores/caseForm.ts'
import { useDesk } from '../../stores/desk.ts'
import { useVerify } from '../../stores/verify.ts'
import { offersOf, RIGHT_OF } from './doing.ts'
import { laidAs, laidFirst, leadsTo } from './laidAs.ts'

/**
 * Every card that is laid down while a case is open, and the one that led here. One of this pupil's opens what it
 * is laid down for; whose another one is leaves with its verdict.
 */
export function useCaseTaps(): void {
  const ofCase = useCase()
  const form = useCaseForm()
  const desk = useDesk()
  const verify = useVerify()

  function take(): void {
    const { page, laid } = ofCase
    if (page === null || laid === null || form.open !== null) return
    if (laid.person?.studentId !== page.person.studentId) return
    const acts = leadsTo(laid)
    const offer = laidFirst(offersOf(page), page, laid).find(
      ({ act }) => acts.includes(act) && desk.may(RIGHT_OF[act]),
    )
    if (offer !== undefined) form.begin(offer)
  }

  /** The card an act waits for, or another of this pupil's. */
  function isOfUse(): boolean {
    const { page, laid } = ofCase
    if (page === null || laid === null) return false
    const { kind } = laidAs(laid, page.person.studentId, form.open?.act ?? null)
    return kind === 'fits' || kind === 'own'
  }

  function hear(): void {
    const { shown } = verify
    if (shown !== null) ofCase.lay(shown)
    else if (!isOfUse()) ofCase.lay(null)
    take()
  }

  onMounted(hear)
  watch(() => verify.shown?.tapId, hear)
  watch(() => ofCase.page?.person.studentId, hear)
}
