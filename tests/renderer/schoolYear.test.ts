// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { rollDesk } from './rollDesk.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { MONDAY } from './builders.ts'
import { schoolYearView } from './fakeSchoolYear.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

async function year(prepare: (kiosk: FakeKiosk) => unknown = () => undefined) {
  const desk = await rollDesk(prepare)
  await desk.press('roll-part-year')
  const asked = (name: string) => desk.kiosk.asked.filter((one) => one.name === name)
  return { ...desk, asked, sum: () => desk.at('school-year-sum').text() }
}

describe('升级', () => {
  it('shows each class with what becomes of it, and what becomes of the cards', async () => {
    const { page, at, sum } = await year()
    const rows = page.findAll('[data-test="classes-ahead"] tbody tr')
    expect(rows.map((row) => row.attributes('data-leaves'))).toEqual(['false', 'true', 'true'])
    expect(rows[1]?.text()).toContain('毕业离校')
    expect(sum()).toContain('2 个班 79 人')
    expect(sum()).toContain('学生卡离校注销38')
    expect(sum()).toContain('学生卡离校自存38')
    expect((at('school-year-on').element as HTMLInputElement).value).toBe('2026-07-07')
  })

  it('asks whether grade 6 stays, and says so in the table before it is done', async () => {
    const { page, tick, press, asked } = await year()
    await tick('go-on-6')
    const rows = page.findAll('[data-test="classes-ahead"] tbody tr')
    expect(rows[1]?.attributes('data-leaves')).toBe('false')
    expect(rows[1]?.text()).toContain('初一1班')
    await press('school-year-take')
    expect(asked('schoolYear.take')).toMatchObject([
      { args: { on: '2026-07-07', goOn: [6], version: 3 } },
    ])
  })

  it('tells when it was done, by whom, and what comes next; and is done no second time', async () => {
    const { at, press } = await year()
    await press('school-year-take')
    expect(at('school-year-done').text()).toContain('周建国')
    expect(at('school-year-take').exists()).toBe(false)
    await press('school-year-to-roll')
    expect(at('roll-part-roll').attributes('aria-pressed')).toBe('true')
  })

  it('takes no day that is still to come', async () => {
    const { at, choose, isDisabled } = await year()
    await choose('school-year-on', '2030-01-01')
    expect(isDisabled('school-year-take')).toBe(true)
    expect(at('school-year-on').attributes('aria-invalid')).toBe('true')
  })

  it('says why it was not done', async () => {
    const { at, press } = await year((kiosk) => {
      kiosk.schoolYear.taken = { kind: 'refused', why: 'changed-meanwhile' }
    })
    await press('school-year-take')
    expect(at('roll-refused').attributes('data-why')).toBe('changed-meanwhile')
  })

  it('waits for a roll where there is no class', async () => {
    const { page } = await year((kiosk) => {
      kiosk.schoolYear.view = schoolYearView({ classes: [] })
    })
    expect(page.text()).toContain('还没有班级')
  })

  it('is not offered again where it was done before', async () => {
    const { at } = await year((kiosk) => {
      kiosk.schoolYear.view = schoolYearView({ done: { at: MONDAY, by: null } })
    })
    expect(at('school-year-done').exists()).toBe(true)
    expect(at('classes-ahead').exists()).toBe(false)
  })
})
