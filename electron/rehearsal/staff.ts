import type { StaffTile, Role } from '../../core/staff.ts'

/** Somebody of the rehearsal school; their PIN is no secret, it stands on the screen. */
export interface RehearsalPerson extends Pick<StaffTile, 'id' | 'name' | 'roles'> {
  readonly pin: string
}

const person = (
  id: string,
  name: string,
  pin: string,
  ...roles: readonly Role[]
): RehearsalPerson => ({
  id: `rehearsal-${id}`,
  name,
  roles,
  pin,
})

/** One of each role, and one who is a small school's everything (单人办理). */
export const REHEARSAL_STAFF: readonly RehearsalPerson[] = [
  person('clerk', '王芳', '730251', 'clerk'),
  person('supervisor', '张静', '730252', 'clerk', 'supervisor'),
  person('teacher', '刘敏', '730253', 'class-teacher'),
  person('helper', '陈浩', '730254', 'check-in-helper'),
  person('administrator', '赵磊', '730255', 'administrator'),
  person('everything', '孙丽', '730256', 'clerk', 'supervisor', 'administrator'),
]

export const rehearsalPin = (operatorId: string): string | null =>
  REHEARSAL_STAFF.find(({ id }) => id === operatorId)?.pin ?? null
