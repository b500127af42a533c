import { computed } from 'vue'
import { canBeSecond, secondRoles } from '../../../core/secondPerson.ts'
import { useDesk } from '../../stores/desk.ts'

/** Who can be the second person beside the one at the desk; and where nobody can, whom it takes. */
export function useColleagues() {
  const desk = useDesk()
  const colleagues = computed(() => {
    const { operator, people = [] } = desk.open ?? {}
    return people.filter(
      ({ id, roles }) => id !== operator?.id && canBeSecond(operator?.roles ?? [], roles),
    )
  })
  /** the words under `confirm.nobodyElse` */
  const wanted = computed(() => {
    const [role, another] = secondRoles(desk.open?.operator.roles ?? [])
    return role === undefined || another !== undefined ? 'either' : role
  })
  return { colleagues, wanted }
}
