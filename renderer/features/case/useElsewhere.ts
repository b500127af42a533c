import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { NextStep } from '../../../core/case/nextStep.ts'
import type { WorkList } from '../../../core/case/workLists.ts'
import type { CaseShown } from '../../../core/caseRequests.ts'
import type { Act } from '../../../core/rights.ts'
import { useDesk } from '../../stores/desk.ts'
import { usePlace } from '../../stores/place.ts'
import { useRoll } from '../../stores/roll.ts'
import { useWork } from '../../stores/work.ts'

type Away = 'correct-roll' | 'make-list' | 'inquire' | 'receive' | 'wait-payment'

/** The steps that are done on another screen, and the right that takes; null: everybody's who sees the case. */
const AWAY: Readonly<Record<Away, Act | null>> = {
  'correct-roll': null,
  'make-list': 'apply-for-new-card',
  inquire: 'receive-and-hand-over',
  receive: 'receive-and-hand-over',
  'wait-payment': 'take-city-file',
}

const isAway = (next: NextStep | null): next is Away => next !== null && Object.hasOwn(AWAY, next)

/** The next step where it is done on another screen; null: here, or nowhere. */
export function useElsewhere(page: () => CaseShown) {
  const { t } = useI18n()
  const place = usePlace()
  const roll = useRoll()
  const work = useWork()
  const desk = useDesk()

  function goToList(list: WorkList, asWhole: boolean): void {
    work.turnTo(list, asWhole)
    place.go('cases')
  }

  const WAYS: Readonly<Record<Away, () => void>> = {
    'correct-roll': () => place.openStudent(page().person.studentId),
    'make-list'() {
      place.go('roll')
      roll.part = 'newCards'
    },
    inquire: () => goToList('overdue', false),
    receive: () => place.go('arrival'),
    'wait-payment': () => goToList('to-pay', true),
  }

  return computed(() => {
    const { next } = page()
    if (!isAway(next)) return null
    const right = AWAY[next]
    if (right !== null && !desk.may(right)) return null
    return { words: t(`casePage.elsewhere.${next}`), go: WAYS[next] }
  })
}
