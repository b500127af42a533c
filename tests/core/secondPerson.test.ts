import { expect, it } from 'vitest'
import { canBeSecond, standsAlone } from '../../core/secondPerson.ts'
import { ROLES, type Role } from '../../core/staff.ts'

it('two people are an administrator and a supervisor, whoever asks first; anybody else asks a supervisor', () => {
  const pairs = ROLES.flatMap((first) =>
    ROLES.filter((second) => canBeSecond([first], [second])).map((second) => [first, second]),
  )
  expect(pairs).toEqual([
    ['clerk', 'supervisor'],
    ['class-teacher', 'supervisor'],
    ['check-in-helper', 'supervisor'],
    ['supervisor', 'administrator'],
    ['administrator', 'supervisor'],
  ])
})

it('who is both needs either of them', () => {
  const both: readonly Role[] = ['clerk', 'supervisor', 'administrator']
  expect(ROLES.filter((role) => canBeSecond(both, [role]))).toEqual(['supervisor', 'administrator'])
  expect(canBeSecond(['clerk'], both)).toBe(true)
})

it('one person stands alone only where it is the supervisor who asks', () => {
  expect(standsAlone(true, ['supervisor', 'administrator'])).toBe(true)
  expect(standsAlone(true, ['administrator'])).toBe(true)
  expect(standsAlone(true, ['clerk'])).toBe(false)
  expect(standsAlone(false, ['supervisor', 'administrator'])).toBe(false)
})
