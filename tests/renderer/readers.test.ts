// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import type { ReadersView, ReaderView } from '../../core/deskState.ts'
import App from '../../renderer/App.vue'
import { readerSituation } from '../../renderer/composables/useReaders.ts'
import { openDesk } from './builders.ts'
import { mountPage } from './mountPage.ts'

afterEach(() => {
  document.body.innerHTML = ''
})

const device = (state: ReaderView['state']): ReaderView => ({ name: 'R', state, rehearsal: false })
const rehearsal: ReaderView = { name: '演练读卡器', state: 'ready', rehearsal: true }
const up = (...readers: ReaderView[]): ReadersView => ({ service: 'up', readers })

describe('the readers in one word', () => {
  it.each([
    [{ service: 'starting', readers: [rehearsal] } as const, 'starting', '正在找读卡器'],
    [{ service: 'down', readers: [rehearsal] } as const, 'no-service', '没有智能卡服务'],
    [up(rehearsal), 'no-reader', '没有读卡器'],
    [up(device('ready'), rehearsal), 'ready', '读卡器就绪'],
    [up(device('reading')), 'reading', '正在读卡'],
    [up(device('card-lying')), 'card-lying', '卡还在读卡器上'],
    [up(device('card-on')), 'card-on', '卡还在读卡器上'],
    [up(device('error')), 'error', '读卡器出错'],
  ])('%j is %s: %s', async (readers, situation, words) => {
    expect(readerSituation(readers)).toBe(situation)
    const { page } = await mountPage(App, { desk: openDesk({ readers }) })
    expect(page.find('[data-test="reader-state"]').text()).toBe(words)
    expect(page.find('[data-test="waiting"]').attributes('data-reader')).toBe(situation)
    expect(page.find('[data-test="waiting-reader"]').text()).not.toMatch(/reader\./)
  })

  it('is ready while one of two works', () => {
    expect(readerSituation(up(device('error'), device('ready')))).toBe('ready')
  })

  it('is reading while any reads, the rehearsal’s too', () => {
    expect(readerSituation(up({ ...rehearsal, state: 'reading' }))).toBe('reading')
  })
})
