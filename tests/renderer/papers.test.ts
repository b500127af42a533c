// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { CASE_STAGES } from '../../core/case/caseStage.ts'
import { caseDesk } from './caseDesk.ts'
import { aCase } from './caseShown.ts'
import { workDesk } from './workDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const shown = {
  kind: 'pages',
  pages: [{ mime: 'image/png', bytes: new Uint8Array(1) }],
  copy: 0,
} as const

describe('the slip for the parents', () => {
  it.each(CASE_STAGES)('is offered where there is something to tell (%s)', async (stage) => {
    const page = aCase(stage)
    const { at } = await caseDesk(page)
    expect(at('paper-slip').exists()).toBe(stage === 'lost' || page.application?.isOpen === true)
  })

  it('is shown in the language of the screen, then printed', async () => {
    const { at, press, kiosk } = await caseDesk(aCase('lost'), {
      prepare: (fake) => (fake.papers.shown = shown),
    })
    await press('paper-slip')
    expect(kiosk.papers.asked).toEqual({ of: 'slip', studentId: 's-1', language: 'zh-CN' })
    expect(at('paper-preview').find('h2').text()).toBe('张子涵 告知单')
    await press('paper-print')
    expect(at('paper-told').text()).toContain('已送到打印机')
    await press('paper-close')
    expect(at('paper-preview').exists()).toBe(false)
  })

  it('brings the page again where the last one was outdated', async () => {
    const exceptions = [{ kind: 'slip-outdated', told: null }] as const
    const { press, kiosk } = await caseDesk(aCase('to-notify', { exceptions }))
    await press('paper-slip')
    const pages = () => kiosk.asked.filter(({ name }) => name === 'case.page').length
    const before = pages()
    await press('paper-close')
    await flushPromises()
    expect(pages()).toBe(before + 1)
  })

  it('is not for those who may not print', async () => {
    const { at } = await caseDesk(aCase('lost'), { roles: ['administrator'] })
    expect(at('paper-slip').exists()).toBe(false)
  })
})

describe('the inquiry', () => {
  it('stands beside what is overdue', async () => {
    const { at, press, kiosk } = await workDesk('overdue')
    await press('paper-inquiry')
    expect(kiosk.papers.asked).toEqual({ of: 'inquiry', language: 'zh-CN' })
    expect(at('paper-preview').find('h2').text()).toBe('催办函')
  })

  it('says in a sentence that nothing is overdue', async () => {
    const { at, comes } = await workDesk('overdue', {
      prepare: (kiosk) => (kiosk.cases.lines = []),
    })
    await comes('inquiry-part')
    expect(at('inquiry-part').text()).toContain('没有逾期的卡，不用催办。')
    expect(at('paper-inquiry').exists()).toBe(false)
  })
})
