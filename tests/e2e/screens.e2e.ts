import { expect, test } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import { deskReady, launchDesk, picture, verdictAfter, type RunningDesk } from './launch.ts'

declare const window: Window & { readonly kiosk: KioskBridge }

const SIZES = [
  [1366, 768],
  [1280, 720],
  [1920, 1080],
] as const

/** The cards whose screens are fullest, and one of each tone. */
const CARDS = ['valid-former-school', 'valid-long-name', 'lost', 'unknown', 'holds-two'] as const

let desk: RunningDesk

test.beforeAll(async () => {
  desk = await launchDesk()
  await deskReady(desk)
})

test.afterAll(async () => {
  await desk.close()
  desk.forget()
})

const at = (name: string) => desk.page.locator(`[data-test="${name}"]`)
const tap = (sampleId: SampleId): Promise<unknown> =>
  desk.page.evaluate((id) => window.kiosk.request('rehearsal.tap', { sampleId: id }), sampleId)

async function setSize(width: number, height: number): Promise<void> {
  await desk.app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  )
  // A screen of exactly the window's width gives a pixel less under Xvfb.
  await expect
    .poll(() => desk.page.evaluate(() => window.innerWidth + 1))
    .toBeGreaterThanOrEqual(width)
}

/** Nothing scrolls sideways, and the page itself never scrolls. */
async function expectNoOverflow(): Promise<void> {
  const over = await desk.page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return [scrollWidth - clientWidth, scrollHeight - clientHeight]
  })
  expect(over).toEqual([0, 0])
}

for (const language of ['zh-CN', 'en'] as const)
  for (const [width, height] of SIZES)
    test(`every screen fits ${width}×${height} in ${language}`, async () => {
      test.setTimeout(120_000)
      await desk.page.evaluate(
        (to) => window.kiosk.request('settings.change', { language: to }),
        language,
      )
      await setSize(width, height)
      const name = (what: string): string => `screens/${what}-${language}-${width}`
      await at('nav-verify').click()
      await desk.page.keyboard.press('Escape')
      await expectNoOverflow()
      await picture(desk.page, name('waiting'))
      for (const card of CARDS) {
        await desk.page.waitForTimeout(500)
        const kind = card.startsWith('valid') ? 'valid' : card === 'unknown' ? 'unknown-card' : card
        await verdictAfter(desk.page, kind, () => tap(card))
        await desk.page.waitForTimeout(250)
        await expectNoOverflow()
        await picture(desk.page, name(card))
      }
      for (const screen of ['rehearsal', 'settings', 'start']) {
        await at(`nav-${screen}`).click()
        await desk.page.waitForTimeout(400)
        await expectNoOverflow()
        await picture(desk.page, name(screen))
      }
    })

test('the clock of the rehearsal is set on its screen', async () => {
  await at('nav-verify').click()
  await at('adjust-clock').click()
  await expect(at('clock-panel')).toBeVisible()
  const before = await at('rehearsal-clock').innerText()
  await at('clock-dayOn').click()
  await expect(at('rehearsal-clock')).not.toHaveText(before)
  await picture(desk.page, 'clock')
  await at('clock-real').click()
})

test('no text is smaller than 14 px, and nothing to press is smaller than 44 px', async () => {
  await at('nav-verify').click()
  const small = await desk.page.evaluate(() => {
    const seen = (one: Element): boolean => one.getClientRects().length > 0
    const texts = [...document.querySelectorAll('body *')]
      .filter(
        (one) =>
          seen(one) &&
          [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14)
    const presses = [...document.querySelectorAll('button, [role="button"], input, a[href]')]
      .filter(seen)
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width < 44 || height < 44
      })
    return [...texts, ...presses].map((one) => one.outerHTML.slice(0, 120))
  })
  expect(small).toEqual([])
})
