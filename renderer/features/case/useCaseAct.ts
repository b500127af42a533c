import type { CaseWish } from '../../../core/case/caseWish.ts'
import { useAct } from '../../composables/useAct.ts'
import { useCase } from '../../stores/case.ts'
import { useCaseForm } from '../../stores/caseForm.ts'

/** One act of the case: a PIN more where the desk wants one; done, its form is closed. */
export function useCaseAct() {
  const ofCase = useCase()
  const form = useCaseForm()
  const { busy, refused, act } = useAct('confirm.why.case')

  async function doing(question: () => Promise<boolean>): Promise<boolean> {
    const isDone = (await act(question)) === true
    if (isDone) form.done()
    return isDone
  }

  return { busy, refused, doing, go: (wish: CaseWish) => doing(() => ofCase.act(wish)) }
}
