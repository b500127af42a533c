// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import YearTapsScreen from '../../renderer/features/yearTaps/YearTapsScreen.vue'
import { yearTaps as chinese } from '../../renderer/locales/zh-CN/yearTaps.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { useVerify } from '../../renderer/stores/verify.ts'
import { useYearTaps } from '../../renderer/stores/yearTaps.ts'
import { MONDAY, openDesk, TAPS } from './builders.ts'
import { tapDone, tapRefused } from './fakeSchoolYear.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

async function screen(prepare: (kiosk: FakeKiosk) => void = () => undefined) {
  const { page, kiosk } = await mountPage(YearTapsScreen, { prepare, desk: openDesk() })
  const verify = useVerify()
  await flushPromises()
  let taps = 0
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const press = async (name: string) => {
    await at(name).trigger('click')
    await flushPromises()
  }
  return {
    ...{ page, kiosk, at, press },
    asked: (name: string) => kiosk.asked.filter((one) => one.name === name),
    told: () => at('year-taps-told'),
    async tapped(kind: keyof typeof TAPS = 'valid') {
      verify.show({ ...TAPS[kind], tapId: `tap-${++taps}` })
      await flushPromises()
    },
  }
}

describe('学年刷卡', () => {
  it('takes card after card, says whose it was, and counts', async () => {
    const { at, asked, told, tapped, kiosk } = await screen()
    expect(at('year-taps-progress').text()).toBe('本学年已刷 77 / 79')
    kiosk.schoolYear.taps = {
      schoolYear: '2026-2027',
      classes: [{ classId: 'c-5', name: '五年级1班', pupils: 79, done: 78 }],
    }
    await tapped()
    await tapped()
    expect(asked('yearTaps.tap')).toMatchObject([
      { args: { of: 'annual', tapId: 'tap-1', destination: 'city' } },
      { args: { of: 'annual', tapId: 'tap-2' } },
    ])
    expect(told().attributes('data-kind')).toBe('done')
    expect(at('year-taps-progress').text()).toBe('本学年已刷 78 / 79')
  })

  it('says calmly that it was done before, and when', async () => {
    const { told, tapped } = await screen((kiosk) => {
      kiosk.schoolYear.tapped = tapRefused('tapped-already', { annualAt: MONDAY })
    })
    await tapped()
    expect(told().text()).toContain('本学年已刷过')
    expect(told().attributes('data-tone')).toBe('look')
  })

  it('names who of a class is missing, once asked', async () => {
    const { at, asked, press } = await screen()
    expect(asked('yearTaps.missing')).toEqual([])
    await press('year-taps-class')
    expect(at('year-taps-missing').text()).toContain('韩梅梅')
  })

  it('is taken back', async () => {
    const { told, tapped, press, asked } = await screen()
    await tapped()
    await press('year-taps-undo')
    expect(asked('yearTaps.undo')).toMatchObject([{ args: { yearTapId: 'y-1' } }])
    expect(told().attributes('data-kind')).toBe('undone')
  })

  it('leads to the first binding where nobody knows the card', async () => {
    const { at, tapped } = await screen((kiosk) => {
      kiosk.schoolYear.tapped = tapRefused('card-unknown', { person: null, cardState: null })
    })
    await tapped('unknown-card')
    expect(at('year-taps-bind').exists()).toBe(true)
  })
})

describe('离校刷卡', () => {
  it('asks where they go, and says what became of the card', async () => {
    const { at, asked, told, tapped, press } = await screen((kiosk) => {
      kiosk.schoolYear.tapped = tapDone({ of: 'leaving', cardState: 'KEPT_BY_LEAVER' })
    })
    expect(at('year-taps-destination').exists()).toBe(false)
    await press('year-taps-leaving')
    await at('going-elsewhere').setValue(true)
    await tapped()
    expect(asked('yearTaps.tap')).toMatchObject([
      { args: { of: 'leaving', destination: 'elsewhere' } },
    ])
    expect(told().text()).toContain('离校自存')
  })
})

const WHYS = Object.keys(chinese.yearTaps.refused) as (keyof typeof chinese.yearTaps.refused)[]

describe('the screen', () => {
  it.each(WHYS)('says what to do after %s', async (why) => {
    const { told, tapped } = await screen((kiosk) => {
      kiosk.schoolYear.tapped = tapRefused(why)
    })
    await tapped()
    expect(told().text()).toContain(chinese.yearTaps.refused[why].next)
  })

  it('forgets who was seen when the desk locks', async () => {
    const { tapped } = await screen()
    await tapped()
    forgetAll()
    expect([useYearTaps().told, useYearTaps().missing]).toEqual([null, []])
  })
})
