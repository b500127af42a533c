// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DevicesView, ReaderAdvice } from '../../core/devices.ts'
import App from '../../renderer/App.vue'
import { failureShare } from '../../renderer/features/devices/failureShare.ts'
import DevicesScreen from '../../renderer/features/devices/DevicesScreen.vue'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { MONDAY, openDesk, TAPS } from './builders.ts'
import { DEVICES, reader, TESTED } from './deviceBuilders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: MONDAY })
})

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const mountDevices = (view: DevicesView = DEVICES.good) =>
  mountPage(DevicesScreen, { prepare: (kiosk) => (kiosk.devices = view) })

const text = (page: VueWrapper, name: string): string => page.find(`[data-test="${name}"]`).text()
const asks = (kiosk: FakeKiosk, name: string) => kiosk.asked.filter((one) => one.name === name)

describe('a reader', () => {
  it('says its name, its state, its last tap, and how often each kind of card failed', async () => {
    const { page } = await mountDevices()
    const card = page.find('[data-test="reader"]')
    expect(card.text()).toContain('ACS ACR122U PICC Interface 00 00')
    expect(text(page, 'reader-words')).toBe('读卡器就绪')
    expect(text(page, 'last-tap')).toBe('上次刷卡：2 小时前（10月12日 周一 06:02）')
    expect(text(page, 'family-bmac')).toContain('读到 312 次读不到 3 次（1%）')
    expect(text(page, 'family-t-union')).toContain('全部读到')
    expect(text(page, 'failed-unknown')).toContain('2 次')
  })

  it('that never saw a card says so, and shows no empty figures', async () => {
    const fresh = reader({ lastTapAt: null, families: [], failedUnknown: 0 })
    const { page } = await mountDevices({ service: 'up', readers: [fresh], testing: false })
    expect(text(page, 'last-tap')).toBe('还没有刷过卡')
    expect(page.find('.figures').exists()).toBe(false)
  })

  it('that is not plugged in keeps its figures', async () => {
    const { page } = await mountDevices({
      service: 'up',
      readers: [reader({ state: null })],
      testing: false,
    })
    expect(text(page, 'reader-words')).toBe('没有接上')
    expect(text(page, 'family-bmac')).toContain('312')
  })

  const ADVICE = Object.keys(zhCN.devices.advice) as ReaderAdvice[]

  it.each(ADVICE)('with %s says what is wrong and what to do', async (advice) => {
    const one = reader({ advice: [advice] })
    const { page } = await mountDevices({ service: 'up', readers: [one], testing: false })
    const words = text(page, `advice-${advice}`)
    expect(words).toContain(zhCN.devices.advice[advice].what)
    expect(words).toContain(zhCN.devices.advice[advice].next)
  })

  it.each([
    [0, 0, '0%'],
    [312, 3, '1%'],
    [999, 1, '<1%'],
    [0, 4, '100%'],
  ])('that read %i and failed %i failed %s', (read, failed, share) => {
    expect(failureShare({ read, failed })).toBe(share)
  })
})

describe('without a reader', () => {
  it('says that the service is down once, not at each reader', async () => {
    const { page } = await mountDevices(DEVICES.down)
    expect(page.findAll('[data-test="service-down"]')).toHaveLength(1)
    expect(page.find('[data-test="advice-service-down"]').exists()).toBe(false)
  })

  it('asks to plug one in, and cannot be tested', async () => {
    const { page } = await mountDevices(DEVICES.none)
    expect(text(page, 'no-reader')).toContain('请接上读卡器')
    expect(page.find('[data-test="test-button"]').attributes('disabled')).toBeDefined()
    expect(text(page, 'test-tap')).toContain('请先接上读卡器')
  })

  it('says that the rehearsal reader is none, and works', async () => {
    const { page } = await mountDevices({ ...DEVICES.down, service: 'up' })
    expect(text(page, 'no-reader')).toContain('演练读卡器照常可用')
    expect(page.find('[data-test="test-button"]').attributes('disabled')).toBeUndefined()
  })

  it('says why when the desk has no answer', async () => {
    const { page } = await mountPage(DevicesScreen, {
      prepare: (kiosk) => kiosk.refuse.set('devices.view', 'db-full'),
    })
    expect(page.find('[role="alert"]').text()).toContain(zhCN.trouble.of['db-full'].what)
  })
})

describe('the test tap', () => {
  it('waits for a card, says that it is not recorded, and is cancelled by the same button', async () => {
    const { page, kiosk } = await mountDevices()
    const button = page.find('[data-test="test-button"]')
    await button.trigger('click')
    await flushPromises()
    expect(text(page, 'test-waiting')).toBe('请把任意一张卡放到读卡器上')
    expect(text(page, 'test-tap')).toContain('试卡不计入记录')
    expect(button.text()).toBe('取消')
    await button.trigger('click')
    await flushPromises()
    expect(asks(kiosk, 'devices.test').map(({ args }) => args)).toEqual([
      { on: true },
      { on: false },
    ])
    expect(page.find('[data-test="test-waiting"]').exists()).toBe(false)
  })

  it('ends with Esc', async () => {
    const { page, kiosk } = await mountDevices(DEVICES.testing)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await flushPromises()
    expect(kiosk.devices.testing).toBe(false)
    expect(page.find('[data-test="test-waiting"]').exists()).toBe(false)
  })

  it.each(Object.entries(TESTED))('shows what %s means and what to do', async (_name, tap) => {
    const { page, kiosk } = await mountDevices(DEVICES.testing)
    kiosk.devices = { ...kiosk.devices, testing: false }
    kiosk.tested(tap)
    await flushPromises()
    const said =
      tap.result.kind === 'card'
        ? zhCN.devices.card[tap.result.advice]
        : zhCN.devices.unread[tap.result.failure]
    const words = text(page, 'test-result')
    for (const part of [said.what, said.next, '86 毫秒', tap.reader, '08:02'])
      expect(words).toContain(part)
    expect(words).not.toMatch(/devices\.|family\./)
    expect(text(page, 'test-button')).toBe('再试一张')
  })

  it('shows family, tail and kind of number of a card', async () => {
    const { page, kiosk } = await mountDevices()
    kiosk.tested(TESTED.good)
    await flushPromises()
    for (const part of ['北京一卡通芯片', '尾号 5678', '固定'])
      expect(text(page, 'test-result')).toContain(part)
    kiosk.tested(TESTED.phone)
    await flushPromises()
    for (const part of ['手机', '读不出', '每次不同'])
      expect(text(page, 'test-result')).toContain(part)
  })

  it('has sample cards at hand in the rehearsal only', async () => {
    const rehearsal = await mountPage(App, {
      prepare: (kiosk) => (kiosk.devices = DEVICES.testing),
    })
    usePlace().go('devices')
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(rehearsal.page.findAll('[data-test="test-samples"] button')).toHaveLength(4)
    rehearsal.page.unmount()
    const real = await mountPage(App, {
      desk: openDesk({ mode: 'real' }),
      prepare: (kiosk) => (kiosk.devices = DEVICES.testing),
    })
    usePlace().go('devices')
    await flushPromises()
    expect(real.page.find('[data-test="test-waiting"]').exists()).toBe(true)
    expect(real.page.find('[data-test="test-samples"]').exists()).toBe(false)
  })
})

describe('the screen', () => {
  it('ends the test when it is left, and forgets the card that was tried', async () => {
    const { page, kiosk } = await mountDevices(DEVICES.testing)
    page.unmount()
    await flushPromises()
    expect(asks(kiosk, 'devices.test').at(-1)?.args).toEqual({ on: false })
    expect(kiosk.devices.testing).toBe(false)
    const before = asks(kiosk, 'devices.view').length
    kiosk.tested(TESTED.good)
    expect(asks(kiosk, 'devices.view')).toHaveLength(before)
  })

  it('looks again when the desk changes', async () => {
    const { page, kiosk } = await mountPage(App, {
      prepare: (fake) => (fake.devices = DEVICES.none),
    })
    usePlace().go('devices')
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(page.find('[data-test="reader"]').exists()).toBe(false)
    kiosk.devices = DEVICES.good
    kiosk.push(openDesk({ waiting: 4 }))
    await flushPromises()
    expect(page.findAll('[data-test="reader"]')).toHaveLength(2)
  })

  it('makes way for a tap that was no test', async () => {
    const { page, kiosk } = await mountPage(App)
    usePlace().go('devices')
    await vi.dynamicImportSettled()
    await flushPromises()
    kiosk.tap(TAPS.lost)
    await flushPromises()
    expect(page.find('[data-test="devices"]').exists()).toBe(false)
    expect(page.find('[data-test="verdict"]').exists()).toBe(true)
  })

  it('is reached from the reader’s line at the bottom', async () => {
    const { page } = await mountPage(App)
    await page.find('[data-test="reader-state"]').trigger('click')
    expect(usePlace().screen).toBe('devices')
  })
})
