import { expect, it } from 'vitest'
import { canBeSecond } from '../../core/secondPerson.ts'
import { ROLES, type Role } from '../../core/staff.ts'

it('two people are an administrator and a supervisor, whoever asks first', () => {
  const pairs = ROLES.flatMap((first) =>
    ROLES.filter((second) => canBeSecond([first], [second])).map((second) => [first, second]),
  )
  expect(pairs).toEqual([
    ['supervisor', 'administrator'],
    ['administrator', 'supervisor'],
  ])
})

it('who is both needs either of them', () => {
  const both: readonly Role[] = ['clerk', 'supervisor', 'administrator']
  expect(ROLES.filter((role) => canBeSecond(both, [role]))).toEqual(['supervisor', 'administrator'])
  expect(canBeSecond(['clerk'], both)).toBe(false)
})
