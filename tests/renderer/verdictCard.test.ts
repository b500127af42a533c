// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { present } from '../../core/presentation.ts'
import type { TapShown } from '../../core/tapShown.ts'
import VerdictCard from '../../renderer/features/verify/VerdictCard.vue'
import { date, GOOD, person, tap, TAPS } from './builders.ts'
import { EVERY_TAP } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

afterEach(() => {
  document.body.innerHTML = ''
})

async function card(shown: TapShown, language: 'zh-CN' | 'en' = 'zh-CN') {
  const { page } = await mountPage(VerdictCard, { props: { tap: shown }, language })
  const text = (name: string) => page.find(`[data-test="${name}"]`).text()
  return { page, text }
}

describe.each(['zh-CN', 'en'] as const)('every verdict in %s', (language) => {
  it.each(Object.entries(EVERY_TAP))('%s has words, icon and next step', async (_name, shown) => {
    const warned = vi.spyOn(console, 'warn')
    const { page, text } = await card(shown, language)
    expect(text('verdict-title')).not.toMatch(/^$|verdict\./)
    expect(text('verdict-why')).not.toMatch(/^$|verdict\.|\{/)
    expect(text('next-step')).not.toMatch(/nextStep/)
    expect(page.find('header [data-icon]').attributes('data-icon')).toBe(
      present(shown.verdict.kind).icon,
    )
    const root = page.find('[data-test="verdict"]')
    expect(root.attributes('data-kind')).toBe(shown.verdict.kind)
    expect(root.attributes('data-tone')).toBe(present(shown.verdict.kind).tone)
    expect(root.attributes('data-tap-id')).toBe(shown.tapId)
    expect(warned).not.toHaveBeenCalled()
  })
})

describe('the words of a verdict', () => {
  it('put the person who reported the loss first, and the city last', async () => {
    const { text, page } = await card(TAPS.lost)
    expect(text('verdict-title')).toBe('已挂失')
    expect(text('verdict-why')).toBe('10月9日 周五 李老师登记，待市级确认')
    expect(page.find('[data-test="claim"]').exists()).toBe(true)
  })

  it('draw no claim once the city has confirmed it', async () => {
    const { page } = await card(tap({ kind: 'lost', since: TAPS.lost.at, by: null }))
    expect(page.find('[data-test="claim"]').exists()).toBe(false)
    expect(page.find('.claim').exists()).toBe(false)
  })

  it('tell the states of a card not yet handed over apart', async () => {
    const states = ['ORDERED', 'FAILED', 'ARRIVED', 'WITH_TEACHER'] as const
    const said = await Promise.all(
      states.map(async (state) =>
        (await card(tap({ kind: 'not-handed-over', state }))).text('next-step'),
      ),
    )
    expect(new Set(said).size).toBe(states.length)
  })

  it('do not ask to compare a photo that is not there', async () => {
    const { text } = await card(
      tap({ kind: 'valid', notes: [] }, { person: person({ hasPhoto: false }) }),
    )
    expect(text('next-step')).toContain('没有照片')
  })
})

describe('what a verdict shows of a person', () => {
  it('is the name, the class, the school and a tail', async () => {
    const { text } = await card(TAPS.valid)
    expect(text('person-name')).toBe('张子涵')
    expect(text('person-class')).toBe('三年级2班')
    expect(text('person-school')).toBe('演练校')
    expect(text('person-id')).toMatch(/…0417$/)
  })

  it('is nothing when there is no person', async () => {
    const { page } = await card(TAPS['wrong-school'])
    expect(page.find('[data-test="person"]').exists()).toBe(false)
    expect(page.find('[data-test="card-only"]').exists()).toBe(true)
  })

  it('never holds more digits of any number than a tail of four', async () => {
    for (const shown of Object.values(EVERY_TAP)) {
      const { page } = await card(shown)
      expect(page.text()).not.toMatch(/\d{5,}/)
    }
  })
})

describe('the three-validity strip', () => {
  it('shows an expired bus date beside a green verdict, and not in red', async () => {
    const { page } = await card(
      tap(
        { kind: 'valid', notes: [] },
        {
          validities: { ...GOOD, transit: { kind: 'expired', to: date('2026-09-30') } },
        },
      ),
    )
    const transit = page.find('[data-test="validity-transit"]')
    expect(page.find('[data-test="verdict"]').attributes('data-tone')).toBe('good')
    expect(transit.attributes('data-kind')).toBe('expired')
    expect(transit.attributes('data-mood')).toBe('info')
  })

  it('is not there when nothing was read', async () => {
    const { page } = await card(TAPS.unreadable)
    expect(page.find('[data-test="validity-face"]').exists()).toBe(false)
  })
})

it('takes a name made of markup as text', async () => {
  const name = '<img src=x onerror=alert(1)>'
  const { page, text } = await card(tap({ kind: 'valid', notes: [] }, { person: person({ name }) }))
  expect(text('person-name')).toBe(name)
  expect(page.find('[data-test="person"] img').exists()).toBe(false)
})
