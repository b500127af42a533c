// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import PaymentFile from '../../renderer/features/city/PaymentFile.vue'
import { useCity } from '../../renderer/stores/city.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { counts } from './fakeCity.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

enableAutoUnmount(afterEach)

async function part(prepare: (kiosk: FakeKiosk) => void = () => undefined) {
  const { page, kiosk } = await mountPage(PaymentFile, { prepare })
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  return {
    ...{ page, at, refuse: kiosk.refuse },
    asked: (name: string) => kiosk.asked.filter((one) => one.name === name),
    async press(name: string) {
      await at(name).trigger('click')
      await flushPromises()
    },
  }
}

describe('缴费对账', () => {
  it('shows what each payment would do, then takes the file', async () => {
    const { page, at, asked, press } = await part()
    await press('payments-open')
    const lines = () => page.findAll('[data-test="payments-line"]').map((one) => one.text())
    expect(lines()).toHaveLength(8)
    expect(lines()[0]).toContain('王小明')
    expect(lines()[7]).toContain('日期读不懂')
    await press('payments-only-nobody')
    expect(lines()).toHaveLength(1)
    expect(asked('city.take')).toEqual([])
    await press('payments-take')
    expect(asked('city.take')).toHaveLength(1)
    expect(at('payments-done').text()).toContain('到账，制卡开始 1')
    expect(at('payments-preview').exists()).toBe(false)
  })

  it('says that a file without results counts as come, and that one brings nothing', async () => {
    const { at, press } = await part((kiosk) => {
      const { preview } = kiosk.city
      if (preview?.kind !== 'preview') throw new Error('There is no preview.')
      kiosk.city.preview = {
        ...preview,
        withoutResult: true,
        counts: counts({ 'told-already': 8 }),
      }
    })
    await press('payments-open')
    expect(at('payments-preview').text()).toContain('每笔都按已到账处理')
    expect(at('payments-preview').text()).toContain('没有新的缴费')
    await press('payments-aside')
    expect(at('payments-open').exists()).toBe(true)
  })

  it('says why a file is none', async () => {
    const { at, press } = await part((kiosk) => {
      kiosk.city.preview = { kind: 'refused', why: 'no-columns' }
    })
    await press('payments-open')
    expect(at('payments-refused').text()).toContain('文件里没有要的列')
  })

  it('keeps what did not fit: tried again, or settled with a reason', async () => {
    const { page, at, asked, press } = await part()
    const rows = () => page.findAll('[data-test="unmatched-row"]')
    expect(
      rows()
        .map((one) => one.text())
        .join(),
    ).toContain('没有补卡申请')
    await press('unmatched-settle')
    await press('unmatched-yes')
    expect(asked('city.settle')).toEqual([])
    await at('unmatched-reason').setValue('外校学生')
    await press('unmatched-yes')
    expect(asked('city.settle')).toMatchObject([{ args: { reason: '外校学生' } }])
    expect(rows()).toHaveLength(2)
    await press('unmatched-retry')
    expect(rows()).toHaveLength(1)
    expect(at('payments-done').text()).toContain('又试了一次')
  })

  it('keeps a reason that was refused, and takes none along to another row', async () => {
    const { page, at, press, refuse } = await part()
    const typed = () => (at('unmatched-reason').element as HTMLTextAreaElement).value
    await press('unmatched-settle')
    await at('unmatched-reason').setValue('外校学生')
    refuse.set('city.settle', 'db-full')
    await press('unmatched-yes')
    expect(typed()).toBe('外校学生')
    await page.findAll('[data-test="unmatched-settle"]')[1]?.trigger('click')
    expect([typed(), page.text().includes('请写')]).toEqual(['', false])
    refuse.clear()
    await at('unmatched-reason').setValue('已退款')
    await press('unmatched-yes')
    expect(at('unmatched-reason').exists()).toBe(false)
    await press('unmatched-settle')
    expect([typed(), page.text().includes('请写')]).toEqual(['', false])
  })

  it('is forgotten when the desk locks', async () => {
    const { press } = await part()
    await press('payments-open')
    forgetAll()
    expect([useCity().preview, useCity().unmatched]).toEqual([null, null])
  })
})
