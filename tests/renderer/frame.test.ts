// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DeskErrorCode } from '../../core/errors.ts'
import App from '../../renderer/App.vue'
import RehearsalPanel from '../../renderer/features/rehearsal/RehearsalPanel.vue'
import TroubleScreen from '../../renderer/features/trouble/TroubleScreen.vue'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { MONDAY, openDesk, samples } from './builders.ts'
import { mountPage } from './mountPage.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

describe('the frame', () => {
  it('says reader, age of the data, waiting rows and the desk’s time', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval'], now: MONDAY - 3_600_000 })
    const clock = { offsetMs: 3_600_000, settable: true }
    const { page } = await mountPage(App, { desk: openDesk({ clock }) })
    const bar = page.find('[data-test="status-bar"]').text()
    for (const words of ['读卡器就绪', '数据 2 小时前', '离线', '3 条待上传'])
      expect(bar).toContain(words)
    expect(page.find('[data-test="clock"]').text()).toContain('10月12日 周一 08:02')
  })

  it('marks the rehearsal school, and never a real one', async () => {
    const rehearsal = await mountPage(App)
    expect(rehearsal.page.find('[data-test="rehearsal-banner"]').text()).toContain('数据均为虚构')
    expect(rehearsal.page.find('.watermarked').exists()).toBe(true)
    const clock = { offsetMs: 0, settable: false }
    const real = await mountPage(App, { desk: openDesk({ mode: 'real', clock }) })
    for (const one of [
      '[data-test="rehearsal-banner"]',
      '.watermarked',
      '[data-test="nav-rehearsal"]',
    ])
      expect(real.page.find(one).exists()).toBe(false)
  })

  it('says so while the key is in a file', async () => {
    const { page } = await mountPage(App, { desk: openDesk({ notices: ['key-exception'] }) })
    expect(page.find('[data-test="notice-key-exception"]').text()).toContain('密钥')
  })

  it('speaks English when the desk does', async () => {
    const desk = openDesk()
    const { page } = await mountPage(App, {
      desk: { ...desk, settings: { ...desk.settings, language: 'en' } },
    })
    expect(page.find('[data-test="nav-verify"]').text()).toBe('Verify')
    expect(document.documentElement.lang).toBe('en')
  })

  it('takes a state that was pushed before the first answer came', async () => {
    await mountPage(App, {
      prepare: (kiosk) =>
        vi.spyOn(kiosk, 'request').mockImplementationOnce(async () => {
          kiosk.push(openDesk({ waiting: 9 }))
          return { ok: true, value: openDesk({ waiting: 3 }) as never }
        }),
    })
    expect(useDesk().open?.waiting).toBe(9)
  })
})

describe('trouble', () => {
  const codes = Object.keys(zhCN.trouble.of) as DeskErrorCode[]

  it.each(codes)('%s says what, why and what next', async (code) => {
    const { page } = await mountPage(TroubleScreen, { props: { code, place: '/data' } })
    const text = page.find(`[data-test="trouble"][data-code="${code}"]`).text()
    for (const words of Object.values(zhCN.trouble.of[code])) expect(text).toContain(words)
    expect(text).toContain('/data')
  })

  it('opens the desk when a second try succeeds', async () => {
    const { page, kiosk } = await mountPage(App)
    kiosk.push({ kind: 'trouble', code: 'db-full', place: '/data' })
    await vi.dynamicImportSettled()
    await flushPromises()
    const again = page.find('[data-test="retry"]')
    vi.spyOn(kiosk, 'request').mockResolvedValueOnce({ ok: true, value: openDesk() as never })
    await again.trigger('click')
    await flushPromises()
    expect(page.find('[data-test="waiting"]').exists()).toBe(true)
  })
})

describe('the rehearsal', () => {
  it('has every sample card in a group, with words', async () => {
    const { page } = await mountPage(RehearsalPanel)
    for (const { id } of samples())
      expect(page.find(`[data-test="sample-${id}"]`).text()).not.toMatch(/^$|rehearsal\./)
  })

  it('taps the card that was clicked', async () => {
    const { page, kiosk } = await mountPage(RehearsalPanel)
    await page.find('[data-test="sample-lost"]').trigger('click')
    expect(kiosk.asked.at(-1)).toEqual({ name: 'rehearsal.tap', args: { sampleId: 'lost' } })
  })

  it('says why when the desk refuses', async () => {
    const { page } = await mountPage(RehearsalPanel, {
      prepare: (kiosk) => kiosk.refuse.set('rehearsal.tap', 'not-in-rehearsal'),
    })
    await page.find('[data-test="sample-lost"]').trigger('click')
    await flushPromises()
    expect(page.find('[role="alert"]').text()).toContain('正式学校里不能这样做')
  })
})

describe('a setting', () => {
  it('shows at once and is kept by the desk', async () => {
    const { kiosk } = await mountPage(App)
    const settings = useSettings()
    const kept = settings.change({ volume: 20 })
    expect(settings.current.volume).toBe(20)
    await kept
    expect(kiosk.asked.at(-1)).toEqual({ name: 'settings.change', args: { volume: 20 } })
  })

  it('goes back when the desk refuses it, and says why', async () => {
    await mountPage(App, { prepare: (kiosk) => kiosk.refuse.set('settings.change', 'db-full') })
    const settings = useSettings()
    await settings.change({ volume: 20 })
    expect([settings.current.volume, settings.refused]).toEqual([70, 'db-full'])
  })
})
