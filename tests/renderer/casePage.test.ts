// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { CASE_STAGES, type CaseStage } from '../../core/case/caseStage.ts'
import { isPaid, offersOf } from '../../renderer/features/case/doing.ts'
import { caseRefused as chinese } from '../../renderer/locales/zh-CN/caseRefused.ts'
import { useDrafts } from '../../renderer/stores/drafts.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { useCase } from '../../renderer/stores/case.ts'
import { useCaseForm } from '../../renderer/stores/caseForm.ts'
import { MONDAY } from './builders.ts'
import { aCase, aCaseCard, aCaseOrder } from './caseShown.ts'
import { caseDesk } from './caseDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

/** The one button of each stage; null: somebody waits. */
const MAIN: Readonly<Record<CaseStage, string | null>> = {
  lost: 'act-apply',
  damaged: 'act-apply',
  'found-held': 'act-claim-found',
  draft: 'act-decide-waiver',
  'awaiting-info': 'act-confirm-data',
  disputed: 'act-elsewhere',
  'to-order': 'act-open-order',
  'to-notify': 'act-notify',
  'awaiting-window': 'act-notify',
  payable: 'act-claim-payment',
  paying: 'act-claim-payment',
  'paid-claimed': 'act-elsewhere',
  'payment-unknown': 'act-elsewhere',
  'paid-confirmed': 'act-confirm-data',
  'to-be-listed': 'act-elsewhere',
  listed: null,
  'in-production': null,
  'card-failed': null,
  shipped: 'act-elsewhere',
  arrived: 'act-hand-over',
  'with-teacher': 'act-close-pack',
  'on-hold': 'act-resume',
  left: 'act-send-on',
}

describe('the case of a pupil', () => {
  it.each(CASE_STAGES)('has one next step, in words, at the stage %s', async (stage) => {
    const state = stage === 'draft' ? 'DRAFT' : stage === 'on-hold' ? 'ON_HOLD' : 'SUBMITTED'
    const page = aCase(stage)
    const { page: screen, at } = await caseDesk({
      ...page,
      application: page.application && { ...page.application, state },
    })
    const main = screen.findAll('[data-main]').map((one) => one.attributes('data-test'))
    expect(main).toEqual(MAIN[stage] === null ? [] : [MAIN[stage]])
    expect(at('case-stage').text()).not.toMatch(/^case/)
    expect(at('case-next').text()).not.toMatch(/case/)
  })

  it('reports a loss of now, and of an earlier hour', async () => {
    const { press, type, acts, at } = await caseDesk(aCase(null))
    await press('act-report-loss')
    await press('when-earlier')
    await press('case-go')
    expect(acts()).toEqual([])
    expect(at('field-says').text()).toContain('请填日期和时间')
    await type('loss-day', '10月9日')
    await type('loss-time', '15:20')
    await type('loss-where', '345 路')
    await press('case-go')
    expect(acts()).toMatchObject([
      {
        ...{ act: 'report-loss', cardId: 'old', where: '345 路' },
        reportedAt: Date.parse('2026-10-09T15:20:00+08:00'),
      },
    ])
  })

  it('5.7-9 takes a leaver’s card back from the class teacher, and gives it to nobody', async () => {
    const { enrolment } = aCase('left')
    const page = { ...aCase('with-teacher'), enrolment, application: null, orders: [] }
    const { press, acts, page: screen } = await caseDesk(page)
    await press('act-close-pack')
    expect(
      screen.findAll('[data-test^="pack-"]').map((one) => one.attributes('data-test')),
    ).toEqual(['pack-back'])
    await press('case-go')
    expect(acts()).toMatchObject([{ act: 'close-pack', how: 'back', cardId: 'new' }])
  })

  it('says why it was refused beside the act, and keeps what was typed', async () => {
    const { press, type, at, page } = await caseDesk(aCase('lost'), {
      prepare: ({ cases }) => (cases.refused = 'holds-other'),
    })
    await press('act-apply')
    await at('waive').setValue(true)
    await type('waiver', '低保家庭')
    await press('case-go')
    expect(at('case-refused').text()).toBe(chinese.caseRefused['holds-other'])
    expect((at('waiver').element as HTMLTextAreaElement).value).toBe('低保家庭')
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Escape' }))
    await flushPromises()
    expect(at('do-apply').exists()).toBe(false)
    await press('act-apply')
    expect((page.find('[data-test="waiver"]').element as HTMLTextAreaElement).value).toBe(
      '低保家庭',
    )
  })

  it('gives what was typed back to whoever signs in again', async () => {
    const before = await caseDesk(aCase('damaged'))
    await before.press('act-return-card')
    await before.type('reason', '折断')
    const { typed } = useCaseForm()
    forgetAll()
    expect(useCaseForm().typed).toBe('')
    before.page.unmount()
    const { at } = await caseDesk(aCase('damaged'))
    useDrafts().returned = { case: typed }
    useDrafts().returned = { case: typed }
    await flushPromises()
    expect((at('reason').element as HTMLTextAreaElement).value).toBe('折断')
  })

  it('is taken back for five minutes', async () => {
    const undo = { cmdId: 'x-1', until: MONDAY + 272_000 }
    const { press, acts, at } = await caseDesk(aCase('lost', { undo }))
    expect(at('case-told').text()).toMatch(/已办：挂失.*撤销.*还剩 4:3[12]/)
    await press('case-undo')
    expect(acts()).toEqual([{ act: 'undo', studentId: 's-1', cmdId: 'x-1' }])
    expect(at('case-told').text()).toBe('已撤销')
  })

  it('has the focus on what stands now when the button of the way back is gone', async () => {
    const undo = { cmdId: 'x-1', until: MONDAY + 272_000 }
    const { press, at, kiosk } = await caseDesk(aCase('lost', { undo }))
    kiosk.cases.behind = aCase(null)
    ;(at('case-undo').element as HTMLElement).focus()
    await press('case-undo')
    expect(document.activeElement?.getAttribute('data-test')).toBe('case-stage')
  })

  it('closes a form whose act went with what was taken back', async () => {
    const undo = { cmdId: 'x-1', until: MONDAY + 272_000 }
    const { press, kiosk } = await caseDesk(aCase('lost', { undo }))
    await press('act-apply')
    expect(useCaseForm().open?.act).toBe('apply')
    kiosk.cases.behind = aCase(null)
    await press('case-undo')
    expect(useCaseForm().open).toBeNull()
  })

  it('stays open at an Esc that is the input method’s own', async () => {
    const { press } = await caseDesk(aCase('damaged'))
    await press('act-return-card')
    const esc = { code: 'Escape', key: 'Process' }
    window.dispatchEvent(new KeyboardEvent('keydown', { ...esc, isComposing: true }))
    expect(useCaseForm().open?.act).toBe('return-card')
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Escape', key: 'Escape' }))
    expect(useCaseForm().open).toBeNull()
  })

  it('takes nothing paid for a card before as paid for this one', async () => {
    const earlier = { ...aCaseOrder('CONFIRMED'), isOfOpen: false }
    const second = aCase('to-order', { orders: [earlier] })
    const { at, page } = await caseDesk(second)
    expect(page.findAll('[data-main]').map((one) => one.text())).toEqual(['登记缴费'])
    expect(at('case-fee').text()).toContain('还没登记缴费')
    expect(page.find('[data-earlier]').text()).toContain('上一次补卡')
    expect(offersOf(second).map(({ act }) => act)).toContain('withdraw')
    expect(isPaid(second)).toBe(false)
  })

  it('draws a claim with a dashed line until the city has answered', async () => {
    const { page, at } = await caseDesk(aCase('awaiting-info'))
    expect(page.findAll('.entry.claim')).toHaveLength(2)
    expect(at('case-claims').text()).toBe('以市级确认为准')
    const confirmed = await caseDesk(aCase('in-production'))
    expect(confirmed.at('case-claims').exists()).toBe(false)
  })

  it('says until when it is promised, and how late it is', async () => {
    const page = aCase('in-production')
    const { at } = await caseDesk({
      ...page,
      production: page.production && {
        ...page.production,
        ...{ overdueBy: 3, promised: { ...page.production.promised, certain: false } },
      },
    })
    expect(at('case-line').text()).toBe('约 10月10日（预估）')
    expect(at('case-late').text()).toBe('已超过承诺日 3 个工作日')
  })

  it('offers a supervisor alone what a supervisor decides', async () => {
    const clerk = await caseDesk(aCase('on-hold'), { roles: ['clerk'] })
    expect(clerk.page.find('[data-main]').exists()).toBe(false)
    expect(clerk.at('case-next').text()).toContain('请卡管员')
  })

  it('settles two cards by the one that stays', async () => {
    const cards = [aCaseCard('old', 'ACTIVE'), aCaseCard('new', 'ACTIVE', '9027')]
    const { press, type, acts } = await caseDesk(
      aCase(null, { holder: 'HOLDS_TWO', cards, exceptions: [{ kind: 'holds-two' }] }),
    )
    await press('settle-holds-two')
    await press('keep-new')
    await press('case-go')
    expect(acts()).toEqual([])
    await type('reason', '新卡在用')
    await press('case-go')
    expect(acts()).toMatchObject([
      { act: 'settle-two', cardId: 'new', others: 'VOID', reason: '新卡在用' },
    ])
  })

  it('confirms the card data in place, and reads the case again', async () => {
    const { press, kiosk, at } = await caseDesk(aCase('awaiting-info'))
    await press('act-confirm-data')
    await press('confirm-right')
    const asked = kiosk.asked.map(({ name }) => name)
    expect(asked.slice(asked.indexOf('newCards.confirm'))).toContain('case.page')
    expect(at('case-told').text()).toContain('制卡信息已确认无误')
    await press('case-undo')
    expect(kiosk.asked.some(({ name }) => name === 'newCards.takeBack')).toBe(true)
  })

  it.each([
    ['to-order', 'act-open-order', { act: 'open-order', channel: 'app' }],
    ['to-notify', 'act-notify', { act: 'move-order', to: 'PENDING' }],
    ['payable', 'act-claim-payment', { act: 'claim-payment', paidOn: '2026-10-12' }],
    ['payable', 'act-pay', { act: 'move-order', to: 'PAYING' }],
    ['paying', 'act-not-paid', { act: 'move-order', to: 'PENDING' }],
    ['paying', 'act-unknown', { act: 'move-order', to: 'UNKNOWN' }],
    ['payable', 'act-cancel-order', { act: 'move-order', to: 'CANCELLED' }],
  ] as const)('moves the money on at %s by %s', async (stage, button, wish) => {
    const { press, acts } = await caseDesk(aCase(stage))
    await press(button)
    await press('case-go')
    expect(acts()).toMatchObject([wish])
  })

  it('forgets the pupil at a lock', async () => {
    const { page } = await caseDesk(aCase('lost'))
    forgetAll()
    await flushPromises()
    expect(page.text()).not.toContain('张子涵')
    expect(useCase().page).toBeNull()
  })
})
