import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CaseShown } from '../../../core/caseRequests.ts'
import { usePlace } from '../../stores/place.ts'
import { useRoll } from '../../stores/roll.ts'
import { useDesk } from '../../stores/desk.ts'

/** The next step where it is done on another screen; null: here, or nowhere. */
export function useElsewhere(page: () => CaseShown) {
  const { t } = useI18n()
  const place = usePlace()
  const roll = useRoll()
  const desk = useDesk()
  return computed(() => {
    const { next, person } = page()
    if (next === 'correct-roll')
      return {
        words: t('casePage.elsewhere.student'),
        go: () => place.openStudent(person.studentId),
      }
    if (next === 'make-list' && desk.may('apply-for-new-card'))
      return {
        words: t('casePage.elsewhere.list'),
        go: () => {
          place.go('roll')
          roll.part = 'newCards'
        },
      }
    return null
  })
}
