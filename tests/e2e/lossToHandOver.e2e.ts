import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, type Locator } from 'playwright/test'
import type { CardRead } from '../../core/cardRead.ts'
import type { KioskBridge } from '../../core/contract.ts'
import type { RehearsalSample } from '../../electron/rehearsal/samples.ts'
import { chipProgram } from '../helpers/chipProgram.ts'
import { startPcscd, type Pcscd } from '../helpers/pcscd.ts'
import { insertCard, type CardProgram, type VirtualCard } from '../helpers/virtualCard.ts'
import { samplesOf, SEEN_MS } from './hand.ts'
import { deskReady, launchDesk, nextVerdict, picture, type RunningDesk } from './launch.ts'

declare const window: Window & { readonly kiosk: KioskBridge }

/** 09:00 in Beijing. */
const morning = (day: string): number => Date.parse(`${day}T01:00:00Z`)

/** A chip nobody has on record: the new card's. */
const NEW_CHIP: CardRead = {
  ...{ family: 'bmac', number: '1000751987654321', uid: null, enabled: true, blacklisted: false },
  transit: null,
}

let pcscd: Pcscd
let desk: RunningDesk
let sample: RehearsalSample
let scratch: string

const at = (name: string): Locator => desk.page.locator(`[data-test="${name}"]`)
const setClock = (day: string): Promise<unknown> =>
  desk.page.evaluate(
    (when) => window.kiosk.request('rehearsal.setClock', { at: when }),
    morning(day),
  )

/** Where the case stands, what is next, and how many lines its timeline has. */
async function stands(stage: string, next: string, entries: number): Promise<void> {
  await expect(at('case-panel')).toHaveAttribute('data-stage', stage)
  await expect(at('case-panel')).toHaveAttribute('data-next', next)
  await expect(at('case-next')).not.toBeEmpty()
  await expect(at('case-entry')).toHaveCount(entries)
}

async function openCase(): Promise<void> {
  await at('search-input').fill(sample.name ?? '')
  await at('search-hit').first().click()
  await at('open-case').click()
  await expect(at('case-name')).toHaveText(sample.name ?? '')
}

async function act(
  name: string,
  fill: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const button = at(`act-${name}`)
  // What is not among the first stands in the menu.
  if (!(await button.isVisible())) await at('case-more').click()
  await button.click()
  await fill()
  await at('case-go').click()
  await expect(at('case-go')).toBeHidden()
}

async function laid(program: CardProgram, kind: string): Promise<VirtualCard> {
  const said = await nextVerdict(desk.page)
  const card = await insertCard(pcscd.ports[0], program)
  await said(kind)
  return card
}

async function lifted(card: VirtualCard): Promise<void> {
  await card.pull()
  await sleep(SEEN_MS)
}

test.beforeAll(async () => {
  const started = await startPcscd()
  if (started.kind !== 'running') {
    test.skip(started.impossible, started.why)
    throw new Error(started.why)
  }
  pcscd = started
  scratch = mkdtempSync(join(tmpdir(), 'loss-'))
  desk = await launchDesk()
  await deskReady(desk)
  const found = samplesOf(join(desk.folder, 'rehearsal')).get('valid')
  if (found === undefined) throw new Error('No sample card that is good.')
  sample = found
})

test.afterAll(async () => {
  await desk?.close()
  desk?.forget()
  if (scratch) rmSync(scratch, { recursive: true, force: true })
  await pcscd?.stop()
})

test.describe.configure({ mode: 'serial' })

test('a loss is reported and a new card applied for', async () => {
  await setClock('2026-09-30')
  await openCase()
  await act('report-loss', () => at('loss-where').fill('345 路公交车上'))
  await stands('lost', 'apply', 1)
  await expect(at('case-undo')).toBeVisible()
  await picture(desk.page, 'chain-lost')
  await act('apply')
  await stands('awaiting-info', 'confirm-data', 2)
})

test('制卡信息 is confirmed, and the fee recorded before the window opens', async () => {
  await at('act-confirm-data').click()
  await at('said-student').check()
  await picture(desk.page, 'chain-confirm')
  await at('confirm-right').click()
  await stands('to-order', 'open-order', 2)
  await act('open-order')
  await stands('awaiting-window', 'notify', 3)
  await act('notify')
  await stands('awaiting-window', 'wait-window', 4)
  await expect(at('case-line').first()).toContainText('10月12日')
})

test('the window stays closed over 国庆, opens on the Monday, and the payment is claimed', async () => {
  await setClock('2026-10-05')
  await openCase()
  await stands('awaiting-window', 'wait-window', 4)
  await picture(desk.page, 'chain-window-closed')
  await setClock('2026-10-12')
  await openCase()
  await stands('payable', 'claim-payment', 4)
  await act('claim-payment')
  await stands('paid-claimed', 'wait-payment', 5)
  await expect(at('case-claims')).toBeVisible()
})

test('a file of the city confirms it, and the 20 working days begin', async () => {
  await setClock('2026-10-13')
  const educationId = await desk.page.evaluate(async () => {
    const found = await window.kiosk.request('case.lists', { list: 'to-pay' })
    const studentId = found.ok ? (found.value.lines[0]?.studentId ?? '') : ''
    const told = await window.kiosk.request('student.educationId', {
      studentId,
      reason: 'transfer',
    })
    return told.ok ? (told.value ?? '') : ''
  })
  const file = join(scratch, '缴费对账.csv')
  writeFileSync(
    file,
    `\uFEFF教育ID,订单号,金额,支付日期,支付状态\r\n${educationId},BJ20261012001,15.00,2026-10-12,支付成功\r\n`,
  )
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
  await at('nav-cases').click()
  await at('work-to-pay').click()
  await at('payments-go').click()
  await at('payments-open').click()
  await expect(at('payments-line')).toHaveCount(1)
  await picture(desk.page, 'chain-payments')
  await at('payments-take').click()
  await expect(at('payments-done')).toBeVisible()
  await openCase()
  await stands('in-production', 'wait-production', 6)
  await expect(at('case-panel')).toContainText('11月9日')
  await setClock('2026-11-10')
  await openCase()
  await stands('in-production', 'inquire', 6)
  await expect(at('case-late')).toBeVisible()
  await picture(desk.page, 'chain-overdue')
})

test('the card is tapped in at its arrival', async () => {
  await setClock('2026-11-11')
  await at('nav-arrival').click()
  const card = await insertCard(pcscd.ports[0], chipProgram(NEW_CHIP))
  await expect(at('arrival')).toContainText('这张卡是谁的')
  await at('arrival-find').fill(sample.name ?? '')
  await desk.page.keyboard.press('Enter')
  await at('arrival-confirm').click()
  await expect(at('arrival-undo')).toBeVisible()
  await picture(desk.page, 'chain-arrived')
  await lifted(card)
  await openCase()
  await stands('arrived', 'hand-over', 7)
})

test('one gesture hands it over: tap, collector, signature, the old card', async () => {
  await at('act-hand-over').click()
  await expect(at('lay-card')).toBeVisible()
  const card = await insertCard(pcscd.ports[0], chipProgram(NEW_CHIP))
  await at('collector-student').check()
  await at('oldCard-still-lost').check()
  const pad = await at('sign-pad').boundingBox()
  if (pad === null) throw new Error('There is nowhere to sign.')
  const { mouse } = desk.page
  await mouse.move(pad.x + 40, pad.y + pad.height / 2)
  await mouse.down()
  await mouse.move(pad.x + pad.width / 2, pad.y + 20, { steps: 8 })
  await mouse.move(pad.x + pad.width - 40, pad.y + pad.height / 2, { steps: 8 })
  await mouse.up()
  await picture(desk.page, 'chain-hand-over')
  await at('case-go').click()
  await expect(at('case-entry')).toHaveCount(8)
  await lifted(card)
  await at('nav-verify').click()
  // The same card within two seconds of its going is the same tap.
  await sleep(2_500)
  await lifted(await laid(chipProgram(NEW_CHIP), 'valid'))
})

test('the old card turns up: it proves nothing, and is taken in', async () => {
  const { read } = sample
  if (read.kind !== 'card' || read.card.family !== 'bmac') throw new Error('No number to go by.')
  await lifted(await laid(chipProgram(read.card), 'replaced'))
  await picture(desk.page, 'chain-old-found')
  await openCase()
  // It is this very card that is asked about: the other one is in use.
  const tail = read.card.number.slice(-4)
  await at('foundAt').fill('图书馆')
  await at('case-go').click()
  await expect(at('case-entry')).toHaveCount(9)
  await expect(at('case-exception')).toHaveCount(1)
  await expect(at('case-exception')).toContainText('收回的旧卡')
  await expect(at('case-panel')).toContainText('卡正常')
  await expect(at('case-card').filter({ hasText: tail })).toContainText('拾获待领')
  await expect(at('case-holder')).toHaveText('持卡正常')
  await picture(desk.page, 'chain-done')
})
