import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTS, grantOf, RIGHTS, type Act, type Grant } from '../../core/rights.ts'
import { ROLES, type Role } from '../../core/staff.ts'

/** Acts that show or change something of a pupil: not the administrator's (domain.md 5.8). */
const OF_THE_DESK: readonly Act[] = [
  'enter-calendar',
  'export-queue',
  'manage-staff',
  'lift-tries',
  'read-log',
  'see-care',
  'yearly-pack',
  'manage-backups',
  'copy-backup',
  'renew-sheet',
  'manage-retention',
  'change-settings',
  'restore',
]

const WIDTH = { 'own-event': 0, 'own-class': 1, school: 2 } as const
const widthOf = (grant: Grant | null): number => (grant === null ? -1 : WIDTH[grant.scope])

describe('the table of rights', () => {
  it('keeps the administrator away from the data of pupils', () => {
    expect(ACTS.filter((act) => grantOf(['administrator'], act) !== null)).toEqual(OF_THE_DESK)
  })

  it('keeps a check-in helper to the own event', () => {
    const granted = ACTS.flatMap((act) => {
      const grant = grantOf(['check-in-helper'], act)
      return grant === null ? [] : [[act, grant.scope]]
    })
    expect(granted).toEqual([
      ['tap', 'own-event'],
      ['check-in', 'own-event'],
      ['undo-own-act', 'school'],
      ['export-list', 'own-event'],
    ])
  })

  it('lets a class teacher see only the own class', () => {
    for (const act of ['tap', 'search', 'tell-education-id', 'reveal-field'] as const)
      expect([act, grantOf(['class-teacher'], act)?.scope]).toEqual([act, 'own-class'])
  })

  it('leaves 解挂 of a replaced card to the supervisor alone, with PIN and reason', () => {
    expect(Object.keys(RIGHTS['lift-loss-of-replaced'])).toEqual(['supervisor'])
    expect(grantOf(['supervisor'], 'lift-loss-of-replaced')?.needs).toEqual(['re-auth', 'reason'])
  })

  it('asks a clerk for the chip at 解挂 and for a reason before a whole 教育ID', () => {
    expect(grantOf(['clerk'], 'lift-loss')?.needs).toEqual(['chip-matches'])
    expect(grantOf(['clerk'], 'tell-education-id')?.needs).toEqual(['reason'])
  })

  it('names nobody for no act: every act has somebody who may', () => {
    for (const act of ACTS) expect([act, grantOf(ROLES, act) !== null]).toEqual([act, true])
  })
})

describe('several roles in one person', () => {
  const someRoles = fc.subarray([...ROLES])

  it('may what each of them may, and nothing that none of them may', () => {
    fc.assert(
      fc.property(someRoles, fc.constantFrom(...ACTS), (roles, act) => {
        const each = roles.map((role: Role) => widthOf(grantOf([role], act)))
        expect(widthOf(grantOf(roles, act))).toBe(Math.max(-1, ...each))
      }),
    )
  })

  it('takes the easier of two equally wide grants, in whatever order they are named', () => {
    for (const roles of [
      ['clerk', 'supervisor'],
      ['supervisor', 'clerk'],
    ] as const)
      expect(grantOf(roles, 'lift-loss')?.needs).toEqual([])
  })
})
