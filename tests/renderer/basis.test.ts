// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { BasisState } from '../../core/legalBasis.ts'
import { MONDAY, openDesk } from './builders.ts'
import { pupil } from './pupils.ts'
import { operator } from './staffLines.ts'
import { studentDesk } from './studentDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const of = (basis: BasisState) => studentDesk(pupil({ basis }))

describe('the legal basis of a pupil', () => {
  it.each<[BasisState, string, boolean]>([
    [{ kind: 'recorded', by: 'school' }, '学校法定职责', true],
    [{ kind: 'recorded', by: 'pupil' }, '监护人或本人已同意', true],
    [{ kind: 'missing', need: 'guardian-consent' }, '缺少监护人同意', false],
    [{ kind: 'missing', need: 'own-consent' }, '缺少本人同意', false],
    [{ kind: 'missing', need: 'school-basis' }, '学校还没有登记依据', false],
    [
      { kind: 'needs-renewal', why: 'not-separate', need: 'guardian-consent' },
      '需要重新确认',
      false,
    ],
    [{ kind: 'withdrawn', at: MONDAY, dutyRemains: true }, '10月12日 周一已撤回同意', false],
  ])('is said in words, quietly where all is well: %o', async (basis, words, quiet) => {
    const { at } = await of(basis)
    expect(at('basis').text()).toContain(words)
    expect(at('basis').attributes('data-quiet')).toBe(String(quiet))
    expect(at('basis').text()).not.toMatch(/basis\.|\{/)
  })

  it('takes a consent, and says whether it was a separate one', async () => {
    const { at, press, asks } = await of({ kind: 'missing', need: 'guardian-consent' })
    await press('basis-consent')
    await at('basis-separate').setValue(true)
    await press('basis-record')
    expect(asks('student.basis').map(({ args }) => args)).toEqual([
      { studentId: 's-1', kind: 'guardian-consent', separate: true },
    ])
    expect(at('basis').text()).toContain('已同意')
    expect(at('basis-form').exists()).toBe(false)
  })

  it('asks once before a withdrawal is recorded; no focus lies on it', async () => {
    const { at, press, asks } = await of({ kind: 'recorded', by: 'pupil' })
    await press('basis-withdraw')
    expect(document.activeElement).toBe(at('basis-not').element)
    expect(asks('student.basis')).toEqual([])
    await press('basis-withdraw-sure')
    expect(asks('student.basis').map(({ args }) => args)).toEqual([
      { studentId: 's-1', kind: 'withdrawn', separate: false },
    ])
    expect(at('basis').text()).toContain('已撤回')
  })

  it('takes a wish back with Esc, and keeps the page', async () => {
    const { at, press, asks } = await of({ kind: 'missing', need: 'own-consent' })
    await press('basis-consent')
    await at('basis-separate').trigger('keydown', { code: 'Escape', key: 'Escape' })
    expect([at('basis-form').exists(), at('student').exists()]).toEqual([false, true])
    expect(asks('student.basis')).toEqual([])
  })

  it('says why the desk did not take it', async () => {
    const { kiosk, at, press } = await of({ kind: 'missing', need: 'own-consent' })
    kiosk.refuse.set('student.basis', 'db-full')
    await press('basis-consent')
    await press('basis-record')
    expect(at('basis-form').text()).toContain('没有登记：磁盘满了')
  })

  it('has no act where the school has to record first, nor for who may not', async () => {
    const school = await of({ kind: 'missing', need: 'school-basis' })
    expect(school.at('basis-consent').exists()).toBe(false)
    school.page.unmount()
    // A check-in helper who is shown a page records nothing.
    const desk = openDesk({ operator: operator('check-in-helper') })
    const { at } = await studentDesk(pupil(), { desk })
    expect(at('basis-withdraw').exists()).toBe(false)
  })
})
