import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, type Locator } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { CardRead } from '../../core/cardRead.ts'
import { chipProgram } from '../helpers/chipProgram.ts'
import { startPcscd, type Pcscd } from '../helpers/pcscd.ts'
import { insertCard, type CardProgram, type VirtualCard } from '../helpers/virtualCard.ts'
import { ADMINISTRATOR, fillPerson, firstRun, SUPERVISOR } from './firstRunHand.ts'
import { SEEN_MS } from './hand.ts'
import { nextVerdict, picture, type RunningDesk } from './launch.ts'
import { launchRealDesk, realDesksApp } from './realDesk.ts'

declare const window: Window & { readonly kiosk: KioskBridge }

const PHRASES = ['春天的第一场雨下在操场上', '图书馆三楼靠窗的那张桌子'] as const
const PUPILS = 3_000
const IN_A_CLASS = 40

let pcscd: Pcscd
let app: ReturnType<typeof realDesksApp>
let scratch: string
let desk: RunningDesk

const at = (name: string): Locator => desk.page.locator(`[data-test="${name}"]`)

const digits = (n: number, length: number): string => String(n).padStart(length, '0')
const educationId = (n: number): string => digits(30_000_000 + n, 8)
const chipOf = (n: number): CardRead => ({
  ...{ family: 'bmac', number: `1000751${digits(n, 9)}`, uid: null, enabled: true },
  ...{ blacklisted: false, transit: null },
})
const cardOf = (n: number): CardProgram => chipProgram(chipOf(n), `31051700${digits(n, 11)}`)
/** The same card as a reader sees it that asks for T-Union first: a gate, another desk. */
const otherSide = (n: number): CardProgram =>
  chipProgram({
    ...{ family: 't-union', number: `31051700${digits(n, 11)}`, uid: null },
    ...{ transitType: 'student', transit: null },
  })

function rollFile(): string {
  const grades = '一二三四五六'
  const line = (n: number): string => {
    const place = Math.floor(n / IN_A_CLASS)
    const className = `${grades[place % 6]}年级${Math.floor(place / 6) + 1}班`
    return `${educationId(n)},学生${digits(n, 4)},${n % 2 ? '女' : '男'},${className}`
  }
  const lines = Array.from({ length: PUPILS }, (_, n) => line(n))
  const file = join(scratch, '名册.csv')
  writeFileSync(file, `\uFEFF教育ID,姓名,性别,班级\r\n${lines.join('\r\n')}\r\n`)
  return file
}

/** Lays a card on one of the two readers; the hand that took the last one away is quick. */
async function laidOn(slot: 0 | 1, program: CardProgram): Promise<VirtualCard> {
  return insertCard(pcscd.ports[slot], program)
}

test.beforeAll(async () => {
  const started = await startPcscd()
  if (started.kind !== 'running') {
    test.skip(started.impossible, started.why)
    throw new Error(started.why)
  }
  pcscd = started
  app = realDesksApp()
  scratch = mkdtempSync(join(tmpdir(), 'first-day-'))
  desk = await launchRealDesk({ app: app.folder, folder: join(scratch, 'desk'), keyring: null })
  const { page } = desk
  await expect(at('key-exception')).toBeVisible({ timeout: 20_000 })
  await fillPerson(page, 'administrator', ADMINISTRATOR.name, ADMINISTRATOR.pin)
  await at('exception').check()
  await firstRun(page, PHRASES)
  await page.locator('[data-test^="staff-tile-"]', { hasText: SUPERVISOR.name }).click()
  await at('pin').pressSequentially(PHRASES[1], { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(at('waiting')).toBeVisible({ timeout: 20_000 })
})

test.afterAll(async () => {
  await desk?.close()
  desk?.forget()
  app?.forget()
  if (scratch) rmSync(scratch, { recursive: true, force: true })
  await pcscd?.stop()
})

test.describe.configure({ mode: 'serial' })

test('an empty desk takes a roll of 3,000 from a file', async () => {
  const file = rollFile()
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
  await at('nav-roll').click()
  await picture(desk.page, 'first-day-empty')
  await at('roll-school').fill('北京市第一实验小学')
  await at('roll-open').click()
  await expect(at('column-教育ID')).toBeVisible({ timeout: 10_000 })
  await picture(desk.page, 'first-day-columns')
  await at('roll-check').click()
  await expect(at('count-new')).toHaveAttribute('data-count', String(PUPILS), { timeout: 20_000 })
  await picture(desk.page, 'first-day-preview')
  await at('roll-take').click()
  await expect(at('roll-done')).toBeVisible({ timeout: 30_000 })
  await picture(desk.page, 'first-day-imported')
})

test('a class of 40 is bound by tapping on two readers in turn: one tap a card', async () => {
  test.setTimeout(180_000)
  await at('nav-binding').click()
  await at('binding-class').selectOption({ index: 1 })
  await expect(at('binding-row')).toHaveCount(IN_A_CLASS)
  const rows = await at('binding-row').all()
  const pupils = await Promise.all(rows.map((row) => row.getAttribute('data-student-id')))
  await picture(desk.page, 'first-day-class')
  const lifted: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
  for (const [n, studentId] of pupils.entries()) {
    const slot = (n % 2) as 0 | 1
    await lifted[slot]
    const card = await laidOn(slot, cardOf(n))
    await expect(desk.page.locator(`[data-student-id="${studentId}"]`)).toHaveAttribute(
      'data-card',
      'ACTIVE',
      { timeout: 10_000 },
    )
    lifted[slot] = card.pull().then(() => sleep(SEEN_MS))
    if (n === 0) await picture(desk.page, 'first-day-bound')
  }
  await Promise.all(lifted)
  await expect(at('binding-stage')).toHaveAttribute('data-step', 'choose')
  await expect(at('binding-told')).toHaveAttribute('data-kind', 'bound')
  await picture(desk.page, 'first-day-class-done')
})

test('wrong pupil, double binding, phone and M1 each have their sentence', async () => {
  const told = async (program: CardProgram, kind: string): Promise<string> => {
    const card = await laidOn(0, program)
    await expect(at('binding-told')).toHaveAttribute('data-kind', kind, { timeout: 10_000 })
    await card.pull()
    await sleep(SEEN_MS)
    return at('binding-told').innerText()
  }
  await at('binding-class').selectOption({ index: 2 })
  await expect(at('binding-stage')).toHaveAttribute('data-step', 'lay')
  const said = [
    await told(cardOf(3), 'bound-to-other'),
    await told(chipProgram({ family: 'phone' }), 'phone'),
    await told(chipProgram({ family: 'm1', uid: '5CA1B2C3' }), 'storage-card'),
  ]
  await at('binding-class').selectOption({ index: 1 })
  await at('binding-row').first().click()
  said.push(await told(cardOf(900), 'pupil-holds-card'))
  expect(new Set(said).size).toBe(4)
  await picture(desk.page, 'first-day-second-card')
})

test('a card that comes first waits for one scan or eight keys, and for a yes', async () => {
  await at('nav-verify').click()
  const seen = await nextVerdict(desk.page)
  const card = await laidOn(1, cardOf(901))
  await seen('unknown-card')
  await card.pull()
  await picture(desk.page, 'first-day-unknown')
  await at('bind-card').click()
  await expect(at('binding-stage')).toHaveAttribute('data-step', 'whose')
  await at('binding-find').pressSequentially(educationId(45), { delay: 60 })
  await expect(at('binding-stage')).toHaveAttribute('data-step', 'confirm')
  await expect(at('binding-name')).toHaveText('学生0045')
  await picture(desk.page, 'first-day-confirm')
  await at('binding-confirm').click()
  await expect(at('binding-told')).toHaveAttribute('data-kind', 'bound')
  await at('binding-undo').click()
  await expect(at('binding-told')).toHaveAttribute('data-kind', 'undone')
  await sleep(SEEN_MS)
})

test('each of the forty gives 有效, by either of its numbers', async () => {
  test.setTimeout(180_000)
  await at('nav-verify').click()
  const lifted: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
  let before = ''
  for (let n = 0; n < IN_A_CLASS; n += 1) {
    const slot = (n % 2) as 0 | 1
    await lifted[slot]
    const card = await laidOn(slot, n % 5 === 0 ? otherSide(n) : cardOf(n))
    await expect(at('verdict')).not.toHaveAttribute('data-tap-id', before, { timeout: 10_000 })
    await expect(at('verdict')).toHaveAttribute('data-kind', 'valid')
    before = (await at('verdict').getAttribute('data-tap-id')) ?? ''
    lifted[slot] = card.pull().then(() => sleep(SEEN_MS))
  }
  await Promise.all(lifted)
})

test('forty claims, forty rows of the log, and no card twice', async () => {
  const page = await desk.page.evaluate(async () => {
    const reply = await window.kiosk.request('audit.page', {
      ...{ before: null, operatorId: null, kinds: ['card-bound', 'card-unbound'], limit: 100 },
    })
    return reply.ok ? reply.value.entries.map(({ kind, about }) => `${kind} ${about}`) : []
  })
  const of = (kind: string): readonly string[] => page.filter((one) => one.startsWith(kind))
  expect([of('card-bound').length, of('card-unbound').length]).toEqual([IN_A_CLASS + 1, 1])
  expect(new Set(of('card-bound')).size).toBe(IN_A_CLASS + 1)
})

test('a new school year: taps of the year, classes go up, and a card left with its pupil says so', async () => {
  test.setTimeout(90_000)
  const [pupil, leaver] = [0, 200]
  await at('nav-binding').click()
  await at('binding-find').pressSequentially(educationId(leaver), { delay: 60 })
  await expect(at('binding-name')).toHaveText('学生0200')
  const bound = await laidOn(0, cardOf(950))
  await expect(at('binding-told')).toHaveAttribute('data-kind', 'bound', { timeout: 10_000 })
  await bound.pull()
  await at('nav-yearTaps').click()
  await expect(at('year-taps-progress')).toContainText(`0 / ${IN_A_CLASS + 1}`)
  for (const [slot, side, kind] of [
    [1, cardOf(pupil), 'done'],
    [0, otherSide(pupil), 'tapped-already'],
  ] as const) {
    const card = await laidOn(slot, side)
    await expect(at('year-taps-told')).toHaveAttribute('data-kind', kind, { timeout: 10_000 })
    await card.pull()
    await sleep(SEEN_MS)
  }
  await expect(at('year-taps-progress')).toContainText(`1 / ${IN_A_CLASS + 1}`)
  await picture(desk.page, 'first-day-year-taps')
  await at('nav-roll').click()
  await at('roll-part-year').click()
  await expect(at('school-year-sum')).toContainText('480 人')
  await picture(desk.page, 'first-day-year')
  await at('school-year-take').click()
  await expect(at('school-year-done')).toBeVisible({ timeout: 30_000 })
  await at('nav-verify').click()
  for (const [program, kind] of [
    [cardOf(950), 'left'],
    [cardOf(pupil), 'valid'],
  ] as const) {
    const seen = await nextVerdict(desk.page)
    const card = await laidOn(1, program)
    await seen(kind)
    await card.pull()
    await sleep(SEEN_MS)
  }
  await expect(at('verdict')).toContainText('二年级1班')
})
