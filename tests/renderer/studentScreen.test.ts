// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CardState } from '../../core/card.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { SLOW_AFTER_MS } from '../../renderer/stores/student.ts'
import { MONDAY } from './builders.ts'
import { pupil, PUPILS, shownCard, TWINS } from './pupils.ts'
import { studentDesk } from './studentDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'], now: MONDAY }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('a pupil’s page', () => {
  it.each(Object.keys(PUPILS))('has words for everything in it: %s', async (name) => {
    const warned = vi.spyOn(console, 'warn')
    const { at } = await studentDesk(name)
    expect(at('student').text()).not.toMatch(/student\.|standing\.|cardState\.|cardCame\.|\{/)
    expect(at('next-step').text()).not.toBe('')
    expect(warned).not.toHaveBeenCalled()
  })

  it.each(Object.keys(PUPILS))(
    'never holds more digits of any number than a tail: %s',
    async (name) => {
      const { at } = await studentDesk(name)
      expect(
        at('student')
          .html()
          .replace(/<[^>]*>/g, ' '),
      ).not.toMatch(/\d{5,}/)
    },
  )

  it.each(Object.keys(zhCN.cardState) as CardState[])(
    'says what %s means and what comes next',
    async (state) => {
      const { at, kiosk, settle } = await studentDesk('good')
      kiosk.page = pupil({ cards: [shownCard({ state })] })
      usePlace().openStudent('s-2')
      await settle()
      expect(at('standing').attributes('data-standing')).toBe(state)
      expect(at('standing').text()).toContain(zhCN.standing[state].next)
    },
  )

  it.each([
    ['no-card', 'no-card'],
    ['two-cards', 'two-cards'],
    ['face-expired', 'face-expired'],
    ['left', 'gone'],
    ['reissue', 'reissue'],
  ])('puts first what matters most: %s', async (name, standing) => {
    const { at } = await studentDesk(name)
    expect(at('standing').attributes('data-standing')).toBe(standing)
  })

  it('tells a reissue by its own stage, and leads to the case', async () => {
    const { at, press } = await studentDesk('reissue')
    expect(at('standing').text()).toContain(zhCN.caseWords.stage['awaiting-window'])
    expect(at('standing').text()).not.toContain(zhCN.standing.LOST.next)
    await press('open-case')
    expect(usePlace()).toMatchObject({ screen: 'case', studentId: 's-1' })
  })

  it('says which card counts, which was scanned, and what is only a claim', async () => {
    const { page, at } = await studentDesk('lost')
    const [first, second] = page.findAll('[data-test="student-card"]')
    expect(first?.find('[data-test="card-counts"]').exists()).toBe(true)
    expect(second?.find('[data-test="card-counts"]').exists()).toBe(false)
    expect(first?.find('[data-test="card-scanned"]').exists()).toBe(true)
    expect(at('claim').text()).toBe('待市级确认')
  })

  it.each([
    ['REPLACED', 'ACTIVE', '刚才扫的卡：已补新卡', '收回这张卡，请改用名下正常的卡'],
    ['LOST', 'ACTIVE', '刚才扫的卡：已挂失', '收回这张卡，请改用名下正常的卡'],
    ['LOST', 'ORDERED', '刚才扫的卡：已挂失', '收回这张卡，等新卡办理领卡'],
    ['REPLACED', 'LOST', '刚才扫的卡：已补新卡', '收回这张卡，请卡管员核对名下的卡'],
    ['ARRIVED', 'ACTIVE', '刚才扫的卡：到校待领', '核对本人，办理领卡'],
  ] as const)(
    'speaks of the card that was scanned, a %s one, not of the %s one that counts',
    async (state, counts, title, next) => {
      const { at, kiosk, settle } = await studentDesk('good')
      const old = shownCard({ cardId: 'c-0', state })
      kiosk.page = pupil({ cards: [shownCard({ state: counts }), old] })
      usePlace().openStudent('s-2', 'c-0')
      await settle()
      expect(at('standing').attributes()).toMatchObject({
        'data-standing': state,
        'data-mood': 'look',
        'data-of-scanned': 'true',
      })
      for (const words of [title, next]) expect(at('standing').text()).toContain(words)
    },
  )

  it.each([
    ['two-cards', 'c-2', 'two-cards'],
    ['left', 'c-0', 'gone'],
    ['twin', 'c-1', 'ACTIVE'],
  ])('stays with the pupil where that says more: %s', async (name, scanned, standing) => {
    const { at } = await studentDesk(name, { scanned })
    expect(at('standing').attributes('data-standing')).toBe(standing)
    expect(at('standing').attributes('data-of-scanned')).toBe('false')
  })

  it('says as of when the bus dates are', async () => {
    const { at } = await studentDesk('good')
    expect(at('transit-read').text()).toBe('公交日期为 10月12日 周一 刷卡时读到')
  })

  it('names others of the same name, and leads to them', async () => {
    const { page } = await studentDesk('twin')
    const links = page.findAll('[data-test="same-name-link"]')
    expect(links.map((one) => one.text())).toEqual(['三年级2班 尾号 …2207', '三年级2班 尾号 …9165'])
    await links[1]?.trigger('click')
    expect(usePlace().studentId).toBe(TWINS[1]?.studentId)
  })

  it('says so when the pupil is not on the roll', async () => {
    const { at } = await studentDesk(null)
    expect(at('student-gone').text()).toContain('名册里没有这名学生')
  })

  it('says that it is being opened, but only where that takes long', async () => {
    const { kiosk, at, settle } = await studentDesk('good')
    let answer: () => void = () => undefined
    const request = kiosk.request.bind(kiosk)
    vi.spyOn(kiosk, 'request').mockImplementation(async (name, args) => {
      if ((name as string) !== 'student.page') return request(name, args)
      await new Promise<void>((resolve) => (answer = resolve))
      return request(name, args)
    })
    usePlace().openStudent('s-2')
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1)
    expect(at('student-slow').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(at('student-slow').text()).toBe('正在打开…')
    answer()
    await settle()
    expect([at('student-slow').exists(), at('student-name').exists()]).toEqual([false, true])
  })

  it('has no button that does nothing yet', async () => {
    const { page } = await studentDesk('lost')
    const buttons = page
      .findAll('[data-test="student"] button')
      .map((one) => one.attributes('data-test'))
    expect(buttons).toEqual([
      'student-back',
      'open-case',
      'show-education-id',
      'basis-withdraw',
      'pupil-correct',
      'pupil-out',
      'name-check-open',
      'show-history',
    ])
  })
})
