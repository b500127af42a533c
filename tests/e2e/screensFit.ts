import { expect, test, type Locator } from 'playwright/test'
import { cutOff } from '../helpers/cutOff.ts'
import { BINDING_SCREENS } from './bindingScreens.ts'
import { deskForTests, type DeskForTests } from './deskForTests.ts'
import { picture, verdictAfter } from './launch.ts'
import { STAFF_SCREENS, toTheDesk } from './staffScreens.ts'
import { YEAR_SCREENS } from './yearScreens.ts'

export interface Sizes {
  readonly scale: number
  /** as the page sees them: the screens of look.md divided by the scaling */
  readonly sizes: readonly (readonly [number, number])[]
}

/** Twenty screens take their time: the others are looked at in the gallery. */
const NARROWEST: Sizes['sizes'] = [[1024, 576]]

const FULLEST = [
  ...BINDING_SCREENS.filter(({ name }) => name === 'binding of a class'),
  ...YEAR_SCREENS,
]
const SEEN_BY_FEW = [
  ...BINDING_SCREENS.filter(({ name }) => name !== 'binding of a class'),
  ...STAFF_SCREENS,
]

const PLAIN = ['rehearsal', 'binding', 'roll', 'calendar', 'devices', 'settings', 'start'] as const

/** The cards whose screens are fullest, and one of each tone. */
const CARDS = ['valid-former-school', 'valid-long-name', 'lost', 'unknown', 'holds-two'] as const

function kindOf(card: (typeof CARDS)[number]): string {
  if (card.startsWith('valid')) return 'valid'
  return card === 'unknown' ? 'unknown-card' : card
}

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

/** Every screen at each of these sizes, in both languages. */
export function screensFit({ scale, sizes }: Sizes): void {
  test.describe(`at ${scale * 100} %`, () => {
    const desk = deskForTests({ scale })
    const { at } = desk

    /** Each state is gone to once, and the window made of each size there. */
    async function look(
      what: string,
      at: Sizes['sizes'] = sizes,
      inSight: readonly Locator[] = [],
    ): Promise<void> {
      for (const [width, height] of at) {
        await setSize(desk, width, height)
        await desk.page.waitForTimeout(150)
        await expectFits(desk)
        for (const part of inSight) await expectInSight(part)
        await picture(desk.page, `screens/${what}-${width}`)
      }
    }

    for (const language of ['zh-CN', 'en'] as const) {
      const named = (what: string): string => `${what.replaceAll(' ', '-')}-${language}`

      test(`every screen fits at each size in ${language}`, async () => {
        test.setTimeout(240_000)
        await desk.change({ language })
        await at('nav-verify').click()
        await desk.page.keyboard.press('Escape')
        await look(named('waiting'))
        for (const card of CARDS) {
          await desk.page.waitForTimeout(500)
          await verdictAfter(desk.page, kindOf(card), () => desk.tap(card))
          await desk.page.waitForTimeout(250)
          const parts = [at('verdict-title'), at('verdict').locator('figure'), at('next-step')]
          await look(named(card), sizes, parts)
        }
        await at('nav-verify').click()
        await at('search-input').fill('张伟')
        await expect(at('search-hit').first()).toBeVisible()
        await look(named('search'))
        await at('search-hit').first().click()
        await expect(at('student-person')).toBeVisible()
        await look(named('student'))
        for (const screen of PLAIN) {
          await at(`nav-${screen}`).click()
          await desk.page.waitForTimeout(400)
          await look(named(screen))
        }
        await at('nav-devices').click()
        await at('test-button').click()
        await at('test-samples').getByRole('button').first().click()
        await expect(at('test-result')).toBeVisible()
        await look(named('devices-tested'))
      })

      test(`the fullest screens fit at each size in ${language}`, async () => {
        test.setTimeout(240_000)
        await desk.change({ language })
        for (const { name: what, go } of FULLEST) {
          await toTheDesk(desk)
          await go(desk)
          await desk.page.waitForTimeout(250)
          await look(named(what))
        }
        await toTheDesk(desk)
      })

      if (scale > 1)
        test(`the screens of few fit at the narrowest in ${language}`, async () => {
          test.setTimeout(240_000)
          await desk.change({ language })
          for (const { name: what, go } of SEEN_BY_FEW) {
            await toTheDesk(desk)
            await go(desk)
            await desk.page.waitForTimeout(250)
            await look(named(what), NARROWEST)
          }
          await toTheDesk(desk)
        })
    }
  })
}
