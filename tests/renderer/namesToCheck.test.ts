// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { getActivePinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import NamesToCheck from '../../renderer/features/names/NamesToCheck.vue'
import { useDesk } from '../../renderer/stores/desk.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { openDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

async function list(prepare: (kiosk: FakeKiosk) => void = () => undefined) {
  const { page, kiosk } = await mountPage(NamesToCheck, { prepare })
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  const lines = () => page.findAll('[data-test="name-line"]').map((one) => one.text())
  return { page, kiosk, at, lines }
}

describe('the names of the roll to check', () => {
  it('begin with classmates who differ by one look-alike', async () => {
    const { lines } = await list()
    expect(lines()).toHaveLength(4)
    expect(lines()[0]).toContain('同班有“张哈”')
    expect(lines()[0]).toContain('只差第2个字：本人是“晗”，对方是“哈”')
  })

  it('are shown by reason, each with its number', async () => {
    const { at, lines } = await list()
    expect(at('names-odd').text()).toBe('异常字符 5')
    await at('names-odd').trigger('click')
    expect(lines().join(' ')).toContain('间隔号是“・”（U+30FB），规范的是“·”。')
    expect(lines().join(' ')).toContain('第2个字符是全角空格（U+3000）')
    await at('names-variant').trigger('click')
    expect(lines().join(' ')).toContain('“髙”是繁体或异体，规范字是“高”。')
    await at('names-four-byte').trigger('click')
    expect(lines()).toHaveLength(2)
  })

  it('that are many are drawn some at a time', async () => {
    const { at, lines } = await list()
    await at('names-rare').trigger('click')
    expect(lines()).toHaveLength(20)
    await at('names-more').trigger('click')
    expect([lines().length, at('names-count').text()]).toEqual([66, '66 人'])
  })

  it('lead to the pupil', async () => {
    const { page } = await list()
    const line = page.find('[data-test="name-line"]')
    await line.trigger('click')
    expect(usePlace().studentId).toBe(line.attributes('data-student-id'))
  })

  it('may be none', async () => {
    const { at } = await list((kiosk) => (kiosk.names.toCheck = []))
    expect(at('names-none').text()).toContain('名册里没有要核对的姓名')
  })

  it('say why where they are refused', async () => {
    const { page } = await list((kiosk) => kiosk.refuse.set('names.toCheck', 'db-ruined'))
    expect(page.find('[role="alert"]').text()).toContain('没有打开名单：')
  })

  it('are covered in privacy mode, the characters that are meant, too', async () => {
    const { page } = await list()
    await useDesk().start()
    await useSettings().change({ privacyMode: true })
    expect(page.text()).not.toMatch(/晗|哈|40\d\d/)
    expect(page.text()).toContain('张*')
  })

  it('are forgotten with their list', async () => {
    const { page } = await list()
    expect(JSON.stringify(getActivePinia()?.state.value)).toContain('张晗')
    page.unmount()
    expect(JSON.stringify(getActivePinia()?.state.value)).not.toContain('张晗')
  })

  it('have every word in English', async () => {
    const warned = vi.spyOn(console, 'warn')
    const { page } = await mountPage(NamesToCheck, { desk: openDesk(), language: 'en' })
    for (const group of ['odd', 'variant', 'four-byte', 'rare'])
      await page.find(`[data-test="names-${group}"]`).trigger('click')
    expect(warned).not.toHaveBeenCalled()
  })
})
