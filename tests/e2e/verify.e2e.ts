import { expect, test } from 'playwright/test'
import type { SampleCard } from '../../core/sampleCard.ts'
import { present } from '../../core/presentation.ts'
import type { KioskBridge } from '../../core/contract.ts'
import { deskForTests } from './deskForTests.ts'
import { deskReady, launchDesk, picture, verdictAfter, type RunningDesk } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

/** 2026-10-12 08:02 in Beijing, a Monday. */
const MONDAY = Date.UTC(2026, 9, 12, 0, 2)

const desk = deskForTests()
const { at, tap, change } = desk

const samples = (): Promise<readonly SampleCard[]> =>
  desk.page.evaluate(async () => {
    const reply = await window.kiosk.request('rehearsal.samples', null)
    if (!reply.ok) throw new Error(reply.code)
    return reply.value
  })

const setClock = (to: number | null): Promise<unknown> =>
  desk.page.evaluate((when) => window.kiosk.request('rehearsal.setClock', { at: when }), to)

/** A second and more after the last tap, so that the next is a new one whatever card it is. */
const apart = (): Promise<void> => desk.page.waitForTimeout(2_700)

test('waits for a card, in Chinese, with the school’s name and the watermark', async () => {
  await expect(at('rehearsal-banner')).toContainText('演练校')
  await expect(at('waiting-reader').first()).toBeVisible()
  await expect(at('status-bar')).toContainText('离线')
  await expect(at('notice-rehearsal-runtime')).toBeVisible()
  await picture(desk.page, 'waiting')
})

test('gives each sample card its verdict, with words, icon and next step', async () => {
  test.setTimeout(180_000)
  for (const sample of await samples()) {
    await verdictAfter(desk.page, sample.expect, () => tap(sample.id))
    await expect(at('verdict')).toHaveAttribute('data-tone', present(sample.expect).tone)
    await expect(at('verdict-title')).not.toBeEmpty()
    await expect(at('next-step')).not.toBeEmpty()
    if (await at('person').isVisible())
      await expect(at('person-name')).toHaveText(sample.name ?? 'nobody')
    await desk.page.waitForTimeout(250)
    await picture(desk.page, `verdict-${sample.id}`)
  }
})

test('shows the two 张伟 of one class apart by face and 教育ID (5.7-17)', async () => {
  await apart()
  const ids: string[] = []
  for (const id of ['same-name-1', 'same-name-2'] as const) {
    await verdictAfter(desk.page, 'valid', () => tap(id))
    await expect(at('person-name')).toHaveText('张伟')
    ids.push(await at('person-id').innerText())
  }
  expect(new Set(ids).size).toBe(2)
})

test('keeps identity green when the bus date has run out, and shows the three apart', async () => {
  await apart()
  await verdictAfter(desk.page, 'valid', () => tap('valid-transit-expired'))
  await expect(at('validity-face')).toHaveAttribute('data-kind', 'good')
  await expect(at('validity-transit')).toHaveAttribute('data-kind', 'expired')
  await expect(at('validity-roll')).toHaveAttribute('data-kind', 'enrolled')
})

test('lets the person go from the screen by itself, and at once with Esc', async () => {
  await change({ clearAfterSeconds: 5 })
  await apart()
  await verdictAfter(desk.page, 'valid', () => tap('valid'))
  const name = await at('person-name').innerText()
  await expect(at('verdict')).toBeVisible()
  await expect(at('waiting')).toBeVisible({ timeout: 7_000 })
  await expect(at('person-name')).toHaveCount(0)
  expect(await desk.page.locator('img[src^="blob:"]').count()).toBe(0)
  await expect(at('recent-taps')).toContainText(name)
  await apart()
  await verdictAfter(desk.page, 'lost', () => tap('lost'))
  await desk.page.keyboard.press('Escape')
  await expect(at('waiting')).toBeVisible()
  await change({ clearAfterSeconds: 15 })
})

test('never has a whole 教育ID or card number in the page', async () => {
  await apart()
  await verdictAfter(desk.page, 'valid', () => tap('valid'))
  const said = await desk.page.evaluate(() => {
    const heard = ['aria-label', 'title', 'alt', 'value'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)),
    )
    return [document.body.textContent, ...heard].join(' ')
  })
  expect(said).toContain('尾号')
  expect(said.match(/\d{8,}/g) ?? []).toEqual([])
})

test('the latest card is the one that counts, the same card again is one tap', async () => {
  await apart()
  await verdictAfter(desk.page, 'valid', () => tap('valid'))
  const first = await at('verdict').getAttribute('data-tap-id')
  await verdictAfter(desk.page, 'lost', () => tap('lost'))
  await tap('valid')
  await expect(at('verdict')).toHaveAttribute('data-kind', 'valid')
  await expect(at('verdict')).toHaveAttribute('data-tap-id', String(first))
})

test('the rehearsal clock changes what the day is, and is told in the banner', async () => {
  await setClock(MONDAY)
  await expect(at('rehearsal-clock')).toContainText('10月12日 周一')
  await expect(at('clock')).toContainText('08:0')
  await setClock(Date.UTC(2040, 8, 3, 0, 0))
  await apart()
  await verdictAfter(desk.page, 'face-expired', () => tap('valid'))
  await setClock(null)
})

test('a verdict that was seen is stored, whatever happens to the program', async () => {
  const other = await launchDesk({ args: ['--students', '100'] })
  await deskReady(other)
  const seen: string[] = []
  for (const id of ['valid', 'lost', 'unknown', 'same-name-1', 'same-name-2'] as const) {
    await other.page.evaluate((sampleId) => window.kiosk.request('rehearsal.tap', { sampleId }), id)
    const verdict = other.page.locator('[data-test="verdict"]')
    await expect.poll(async () => seen.includes(String(await tapId(other)))).toBe(false)
    await expect(verdict).toBeVisible()
    seen.push(String(await tapId(other)))
  }
  await other.kill()
  const again = await launchDesk({ folder: other.folder })
  try {
    await deskReady(again)
    const stored = await again.page.evaluate(async () => {
      const reply = await window.kiosk.request('taps.recent', { limit: 100 })
      return reply.ok ? reply.value.map((one) => one.tapId) : []
    })
    expect(stored).toEqual(expect.arrayContaining(seen))
  } finally {
    await again.close()
    again.forget()
  }
})

const tapId = async ({ page }: RunningDesk): Promise<string | null> => {
  const verdict = page.locator('[data-test="verdict"]')
  return (await verdict.count()) > 0 ? verdict.getAttribute('data-tap-id') : null
}
