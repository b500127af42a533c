import { expect, test, type Locator } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { RunningDesk } from './launch.ts'
import { bring, choosing, goTo, launchInOctober, NOVEMBER } from './manualCaseDesk.ts'
import { manualPicture } from './manualPictures.ts'

declare const window: { readonly kiosk: KioskBridge }

/** The pictures of docs/manual.zh-CN.md of a lost card, from the loss to the hand-over of the new one. */
let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchInOctober()
})

test.afterAll(async () => {
  await desk?.close()
  desk?.forget()
})

test.describe.configure({ mode: 'serial' })

const at = (name: string): Locator => desk.page.locator(`[data-test="${name}"]`)

/** Of the cast, each with a good card and nobody of the same name: two of them are known by their 教育ID. */
const PAID = '孟语彤'
const PAID_TOO = '许星睿'
const TOLD = '查子淇'

async function openCaseOf(name: string): Promise<void> {
  await at('nav-verify').click()
  await at('search-input').fill(name)
  await at('search-hit').first().click()
  await at('open-case').click()
  await expect(at('case-panel')).toBeVisible()
}

test('the manual shows how a loss is reported', async () => {
  await openCaseOf('王雨萱')
  await at('act-report-loss').click()
  await at('when-earlier').check()
  await at('loss-day').fill('10月10日')
  await at('loss-time').fill('16:30')
  await at('loss-where').fill('345 路公交车上')
  await manualPicture(desk.page, 'case-loss')
  await at('case-cancel').click()
})

test('the manual shows what there is to do today', async () => {
  await bring(desk, '单以晴', 'lost')
  await bring(desk, '曾令辉', 'applied')
  await bring(desk, '解佳琪', 'ordered')
  await bring(desk, '仇英杰', 'ordered')
  await bring(desk, TOLD, 'told')
  for (const name of [PAID, PAID_TOO]) await bring(desk, name, 'told')
  await at('nav-today').click()
  await expect(at('call').first()).toBeVisible()
  await manualPicture(desk.page, 'today')
})

test('the manual shows who is to pay, and a case of them', async () => {
  await at('nav-cases').click()
  await at('work-to-pay').click()
  await expect(at('work-row').first()).toBeVisible()
  await manualPicture(desk.page, 'work-to-pay')
  await at('work-row').filter({ hasText: TOLD }).click()
  await expect(at('case-panel')).toHaveAttribute('data-stage', 'payable')
  await manualPicture(desk.page, 'case-payable')
})

test('the manual shows what a file of payments would do', async () => {
  await choosing(desk, '对账-10月12日.csv', [
    '教育ID,订单号,金额,支付日期,结果',
    '00071234,2026101200001,15.00,2026-10-12,已支付',
    '20120908,2026101200002,15.00,2026-10-12,已支付',
    // once more by somebody else of the family, nobody's, and of a pupil who has not applied
    '00071234,2026101200003,15.00,2026-10-12,已支付',
    '99990001,2026101200004,15.00,2026-10-12,已支付',
    '20121001,2026101200005,15.00,2026-10-12,已支付',
  ])
  await at('nav-cases').click()
  await at('payments-go').click()
  await at('payments-open').click()
  await expect(at('payments-preview')).toBeVisible()
  await manualPicture(desk.page, 'payments')
  await at('payments-take').click()
  await expect(at('payments-done')).toBeVisible()
})

test('the manual shows how cards arrive', async () => {
  await goTo(desk, NOVEMBER)
  await choosing(desk, '到卡清单-11月.csv', [
    '教育ID,姓名',
    `00071234,${PAID}`,
    `20120908,${PAID_TOO}`,
  ])
  await at('nav-arrival').click()
  await at('arrival-import').click()
  await at('arrival-file-take').click()
  await expect(at('arrival-row').first()).toBeVisible()
  await at('arrival-tick').first().click()
  await expect(at('arrival-name')).toBeVisible()
  await manualPicture(desk.page, 'arrival')
})

test('the manual shows how a card is handed over', async () => {
  const name = await at('arrival-name').innerText()
  await openCaseOf(name)
  await at('act-hand-over').click()
  await desk.page.evaluate(() => window.kiosk.request('rehearsal.tap', { sampleId: 'unknown' }))
  await expect(at('lay-card')).toHaveAttribute('data-laid', 'true')
  await at('collector-parent').check()
  await at('parent').fill('王丽华')
  await sign()
  await manualPicture(desk.page, 'case-hand-over')
  await at('case-go').click()
  await expect(at('case-holder')).toHaveAttribute('data-holder', 'HOLDS_ONE')
})

/** 王, about as a hand draws it. */
async function sign(): Promise<void> {
  const pad = at('sign-pad')
  await pad.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const stroke = async (...points: readonly (readonly [number, number])[]): Promise<void> => {
    const [first, ...others] = points.map(([a, b]) => [x + a * width, y + b * height] as const)
    if (first === undefined) return
    await desk.page.mouse.move(...first)
    await desk.page.mouse.down()
    for (const point of others) await desk.page.mouse.move(...point, { steps: 6 })
    await desk.page.mouse.up()
  }
  await stroke([0.36, 0.25], [0.47, 0.22], [0.58, 0.24])
  await stroke([0.38, 0.46], [0.47, 0.43], [0.55, 0.45])
  await stroke([0.47, 0.23], [0.48, 0.45], [0.46, 0.68])
  await stroke([0.33, 0.7], [0.48, 0.66], [0.64, 0.69])
}
