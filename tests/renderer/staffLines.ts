import { defineComponent, h, type Component } from 'vue'
import type { OpenDesk } from '../../core/deskState.ts'
import type { Operator, Role, StaffLine } from '../../core/staff.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { openDesk } from './builders.ts'

export function staffLine(part: Partial<StaffLine> = {}): StaffLine {
  return {
    id: 'o-1',
    name: '李老师',
    roles: ['clerk'],
    classes: [],
    state: 'active',
    locked: false,
    hasCard: false,
    needsCard: false,
    ...part,
  }
}

/** Every state a person can be in, a long name and many roles among them. */
export const PEOPLE: readonly StaffLine[] = [
  staffLine({
    id: 'o-adm',
    name: '王建国',
    roles: ['administrator'],
    hasCard: true,
    needsCard: true,
  }),
  staffLine({ id: 'o-sup', name: '李秀英', roles: ['supervisor', 'clerk'], hasCard: true }),
  staffLine({ id: 'o-cl', name: '周敏', locked: true }),
  staffLine({
    id: 'o-long',
    name: '阿卜杜热合曼·买买提艾力江·吐尔逊',
    roles: ['clerk', 'class-teacher', 'check-in-helper'],
    classes: ['三年级1班', '三年级2班', '四年级6班'],
  }),
  staffLine({ id: 'o-new', name: '赵晓', roles: ['check-in-helper'], state: 'no-pin' }),
  staffLine({ id: 'o-old', name: '陈志强', state: 'ended', hasCard: true, locked: true }),
]

export const CLASSES = Array.from({ length: 12 }, (_, n) => {
  const grade = '一二三四五六'[Math.floor(n / 2)] ?? ''
  return `${grade}年级${(n % 2) + 1}班`
})

export function operator(...roles: readonly Role[]): Operator {
  return { id: 'o-adm', name: '王建国', roles, classes: [] }
}

export const deskOf = (...roles: readonly Role[]): OpenDesk =>
  openDesk({ operator: operator(...roles) })

/** A screen on a desk that is open, without the frame around it. */
export function alone(screen: Component, desk: OpenDesk): Component {
  return defineComponent(() => {
    useDesk().state = desk
    return () => h(screen)
  })
}
