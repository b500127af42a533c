import { expect, test, type Locator } from 'playwright/test'
import { cutOff } from '../helpers/cutOff.ts'
import { deskForTests, type DeskForTests } from './deskForTests.ts'
import { picture, verdictAfter } from './launch.ts'
import { BINDING_SCREENS } from './bindingScreens.ts'
import { STAFF_SCREENS, toTheDesk } from './staffScreens.ts'
import { YEAR_SCREENS } from './yearScreens.ts'

interface Sizes {
  readonly scale: number
  /** as the page sees them: the screens of look.md divided by the scaling */
  readonly sizes: readonly (readonly [number, number])[]
}

const SCREENS: readonly Sizes[] = [
  {
    scale: 1,
    sizes: [
      [1366, 768],
      [1280, 720],
      [1920, 1080],
    ],
  },
  {
    scale: 1.25,
    sizes: [
      [1093, 614],
      [1024, 576],
      [1536, 864],
    ],
  },
]

/** The narrowest: twenty screens take their time, and the others are looked at in the gallery. */
const STAFF_AT: readonly number[] = [1024]

/** Those that are full at each size. */
const FULLEST = [
  ...BINDING_SCREENS.filter(({ name }) => name === 'binding of a class'),
  ...YEAR_SCREENS,
]
const FULL_SCREENS = [...BINDING_SCREENS, ...YEAR_SCREENS, ...STAFF_SCREENS]

/** The cards whose screens are fullest, and one of each tone. */
const CARDS = ['valid-former-school', 'valid-long-name', 'lost', 'unknown', 'holds-two'] as const

async function setSize(desk: DeskForTests, width: number, height: number): Promise<void> {
  await desk.app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  )
  // Under Xvfb a window as large as the screen, or of broken pixels, is a pixel less.
  const size = (): Promise<readonly number[]> =>
    desk.page.evaluate(() => [innerWidth, innerHeight] as const)
  await expect.poll(async () => Math.abs(Number((await size())[0]) - width)).toBeLessThan(2)
  await expect.poll(async () => Math.abs(Number((await size())[1]) - height)).toBeLessThan(2)
}

/** Nothing scrolls sideways, the page itself never scrolls, and no words are cut off. */
async function expectFits({ page }: DeskForTests): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return [scrollWidth - clientWidth, scrollHeight - clientHeight]
  })
  expect(over).toEqual([0, 0])
  expect(await page.evaluate(cutOff)).toEqual([])
}

/** Whole inside the window and inside the verdict's sheet. */
async function expectInSight(part: Locator): Promise<void> {
  const hidden = await part.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const room = (element.closest('.sheet') ?? document.documentElement).getBoundingClientRect()
    return [room.top - top, bottom - room.bottom, room.left - left, right - room.right]
  })
  for (const pixels of hidden) expect(pixels).toBeLessThan(1)
}

for (const { scale, sizes } of SCREENS)
  test.describe(`at ${scale * 100} %`, () => {
    const desk = deskForTests({ scale })
    const { at } = desk

    for (const language of ['zh-CN', 'en'] as const)
      for (const [width, height] of sizes)
        test(`every screen fits ${width}×${height} in ${language}`, async () => {
          test.setTimeout(180_000)
          await desk.change({ language })
          await setSize(desk, width, height)
          const name = (what: string): string => `screens/${what}-${language}-${width}`
          await at('nav-verify').click()
          await desk.page.keyboard.press('Escape')
          await expectFits(desk)
          await picture(desk.page, name('waiting'))
          for (const card of CARDS) {
            await desk.page.waitForTimeout(500)
            const kind = card.startsWith('valid')
              ? 'valid'
              : card === 'unknown'
                ? 'unknown-card'
                : card
            await verdictAfter(desk.page, kind, () => desk.tap(card))
            await desk.page.waitForTimeout(250)
            await expectFits(desk)
            for (const part of [
              at('verdict-title'),
              at('verdict').locator('figure'),
              at('next-step'),
            ])
              await expectInSight(part)
            await picture(desk.page, name(card))
          }
          await at('nav-verify').click()
          await at('search-input').fill('张伟')
          await expect(at('search-hit').first()).toBeVisible()
          await expectFits(desk)
          await picture(desk.page, name('search'))
          await at('search-hit').first().click()
          await expect(at('student-person')).toBeVisible()
          await expectFits(desk)
          await picture(desk.page, name('student'))
          for (const screen of [
            'rehearsal',
            'binding',
            'roll',
            'calendar',
            'devices',
            'settings',
            'start',
          ]) {
            await at(`nav-${screen}`).click()
            await desk.page.waitForTimeout(400)
            await expectFits(desk)
            await picture(desk.page, name(screen))
          }
          await at('nav-devices').click()
          await at('test-button').click()
          await at('test-samples').getByRole('button').first().click()
          await expect(at('test-result')).toBeVisible()
          await expectFits(desk)
          await picture(desk.page, name('devices-tested'))
          for (const { name: what, go } of STAFF_AT.includes(width) ? FULL_SCREENS : FULLEST) {
            await toTheDesk(desk)
            await go(desk)
            await desk.page.waitForTimeout(250)
            await expectFits(desk)
            await picture(desk.page, name(what.replaceAll(' ', '-')))
          }
          await toTheDesk(desk)
        })
  })

test.describe('on its own screen', () => {
  const desk = deskForTests()
  const { at } = desk

  test('the clock of the rehearsal is set', async () => {
    await at('adjust-clock').click()
    await expect(at('clock-panel')).toBeVisible()
    const before = await at('rehearsal-clock').innerText()
    await at('clock-dayOn').click()
    await expect(at('rehearsal-clock')).not.toHaveText(before)
    await picture(desk.page, 'clock')
    await at('clock-real').click()
  })

  test('words that are cut off would be found', async () => {
    expect(await desk.page.evaluate(cutOff)).toEqual([])
    await at('sound-toggle').evaluate((button) => {
      button.style.width = '20px'
      button.style.minWidth = '20px'
    })
    expect((await desk.page.evaluate(cutOff)).join()).toContain('toggle')
    await at('sound-toggle').evaluate((button) => button.removeAttribute('style'))
  })

  test('the window can be as small as the smallest screen lets it', async () => {
    const [width, height] = await desk.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize() ?? [0, 0],
    )
    // 1280×720 at 125 %, less the task bar and the title bar.
    expect(width).toBeLessThanOrEqual(1024)
    expect(height).toBeLessThanOrEqual(505)
  })
})
