import { expect, test } from 'playwright/test'
import type { SampleCard } from '../../core/sampleCard.ts'
import { present } from '../../core/presentation.ts'
import type { KioskBridge } from '../../core/contract.ts'
import { deskReady, launchDesk, picture, type RunningDesk } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await deskReady(desk)
})

test.afterAll(async () => {
  await desk.close()
  desk.forget()
})

const samples = (): Promise<readonly SampleCard[]> =>
  desk.page.evaluate(async () => {
    const reply = await window.kiosk.request('rehearsal.samples', null)
    if (!reply.ok) throw new Error(reply.code)
    return reply.value
  })

test('waits for a card, in Chinese, with the school’s name and the watermark', async () => {
  await expect(desk.page.locator('body')).toContainText('演练')
  await expect(desk.page.locator('[data-test="reader-state"]').first()).toBeVisible()
  await expect(desk.page.locator('[data-test="status-bar"]')).toBeVisible()
  await picture(desk.page, 'waiting')
})

test('gives each sample card its verdict, with words, icon and next step', async () => {
  test.setTimeout(180_000)
  for (const sample of await samples()) {
    await desk.page.evaluate(
      (sampleId) => window.kiosk.request('rehearsal.tap', { sampleId }),
      sample.id,
    )
    const verdict = desk.page.locator('[data-test="verdict"]')
    await expect(verdict).toHaveAttribute('data-kind', sample.expect)
    await expect(verdict).toHaveAttribute('data-tone', present(sample.expect).tone)
    if (sample.name !== null && (await desk.page.locator('[data-test="person-name"]').count()) > 0)
      await expect(desk.page.locator('[data-test="person-name"]')).toHaveText(sample.name)
    await desk.page.waitForTimeout(150)
    await picture(desk.page, `verdict-${sample.id}`)
  }
})
