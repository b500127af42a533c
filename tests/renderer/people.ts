import type { Role, StaffLine, StaffTile } from '../../core/staff.ts'

function tile(
  id: string,
  name: string,
  rehearsalPin: string,
  ...roles: readonly Role[]
): StaffTile {
  return { id, name, roles, needsCard: false, rehearsalPin }
}

/** Who is at the fake desk: one of each role, and one who is everything. */
export const STAFF = {
  clerk: tile('clerk', '王芳', '730251', 'clerk'),
  supervisor: tile('supervisor', '张静', '730252', 'clerk', 'supervisor'),
  teacher: tile('teacher', '刘敏', '730253', 'class-teacher'),
  helper: tile('helper', '陈浩', '730254', 'check-in-helper'),
  administrator: tile('administrator', '赵磊', '730255', 'administrator'),
  everything: tile('everything', '孙丽', '730256', 'clerk', 'supervisor', 'administrator'),
} as const satisfies Record<string, StaffTile>

/** As the administrator sees them: one never got a PIN, one guessed too often, one has left. */
export const STAFF_LINES: readonly StaffLine[] = [
  ...Object.values(STAFF).map(({ id, name, roles }) => line(id, name, roles)),
  { ...line('new', '周敏', ['clerk']), state: 'no-pin' },
  { ...line('guessed', '钱进', ['check-in-helper']), locked: true },
  { ...line('left', '吴强', ['clerk']), state: 'ended' },
]

function line(id: string, name: string, roles: readonly Role[]): StaffLine {
  const classes = roles.includes('class-teacher') ? ['三年级2班'] : []
  return {
    id,
    name,
    roles,
    classes,
    state: 'active',
    locked: false,
    hasCard: false,
    needsCard: false,
  }
}

/** A crowded office, one of them with a long name. */
export const MANY_PEOPLE: readonly StaffTile[] = [
  ...Object.values(STAFF),
  tile('long', '阿卜杜热合曼·买买提艾力江', '730257', 'clerk', 'supervisor', 'class-teacher'),
  ...['李强', '周敏', '吴秀兰', '郑伟', '冯玉', '褚宁', '卫平', '蒋欣'].map((name, n) =>
    tile(`more-${n}`, name, `73026${n}`, n % 2 === 0 ? 'clerk' : 'class-teacher'),
  ),
]
