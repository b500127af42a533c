import { expect, type Locator } from 'playwright/test'
import type { SampleId } from '../../core/sampleCard.ts'
import { BINDING_SCREENS } from './bindingScreens.ts'
import { CASE_SCREENS } from './caseScreens.ts'
import type { DeskForTests } from './deskForTests.ts'
import { verdictAfter } from './launch.ts'
import { STAFF_SCREENS } from './staffScreens.ts'
import { YEAR_SCREENS } from './yearScreens.ts'

/** A state of the page and the way there, from any other. */
export interface ScreenState {
  readonly name: string
  readonly go: (desk: DeskForTests) => Promise<void>
  /** what must be seen whole without scrolling, at every size */
  readonly inSight?: (desk: DeskForTests) => readonly Locator[]
}

/** Why the number is wanted is not yet said. Each time with another card: the same one would be damped. */
async function wantWholeId({ at, page, tap }: DeskForTests, card: SampleId): Promise<void> {
  await at('nav-verify').click()
  await verdictAfter(page, card, () => tap(card))
  await at('open-student').click()
  await at('show-education-id').click()
  await expect(at('why-look')).toBeVisible()
}

const verdict = (name: string, card: SampleId, kind: string): ScreenState => ({
  name,
  async go(desk) {
    await desk.at('nav-verify').click()
    await verdictAfter(desk.page, kind, () => desk.tap(card))
  },
  inSight: ({ at }) => [at('verdict-title'), at('verdict').locator('figure'), at('next-step')],
})

const screen = (name: string): ScreenState => ({
  name,
  async go(desk) {
    await desk.at(`nav-${name}`).click()
    await expect(desk.at('nav-verify')).not.toHaveAttribute('aria-current', 'page')
    await expect(desk.page.locator('main section').first()).toBeVisible()
  },
})

const DESK_SCREENS: readonly ScreenState[] = [
  {
    name: 'waiting',
    async go({ at, page }) {
      await at('nav-verify').click()
      await page.keyboard.press('Escape')
      await expect(at('waiting')).toBeVisible()
    },
  },
  verdict('good', 'valid', 'valid'),
  verdict('good with notes', 'valid-former-school', 'valid'),
  verdict('good with a long name', 'valid-long-name', 'valid'),
  verdict('look', 'holds-two', 'holds-two'),
  verdict('stop', 'lost', 'lost'),
  verdict('unsure', 'unknown', 'unknown-card'),
  screen('rehearsal'),
  {
    name: 'clock',
    async go({ at }) {
      await at('nav-verify').click()
      if ((await at('clock-panel').count()) === 0) await at('adjust-clock').click()
      await expect(at('clock-panel')).toBeVisible()
    },
  },
  {
    name: 'calendar of the clock',
    async go({ at, page }) {
      await at('nav-verify').click()
      if ((await at('clock-panel').count()) === 0) await at('adjust-clock').click()
      await at('clock-panel').getByRole('combobox').click()
      const panel = page.locator('.clock-calendar')
      await expect(panel).toBeVisible()
      // It unfolds; half-way it is half as large.
      await panel.evaluate((element) =>
        Promise.allSettled(element.getAnimations({ subtree: true }).map((one) => one.finished)),
      )
    },
  },
  {
    name: 'search',
    async go({ at }) {
      await at('nav-verify').click()
      // Two 张伟 in one class: the fullest list the rehearsal school has.
      await at('search-input').fill('张伟')
      await expect(at('search-hit').first()).toBeVisible()
    },
  },
  {
    name: 'search without an answer',
    async go({ at }) {
      await at('nav-verify').click()
      await at('search-input').fill('20130514')
      await expect(at('search-nobody')).toBeVisible()
    },
  },
  {
    name: 'pupil',
    async go(desk) {
      await desk.at('nav-verify').click()
      await verdictAfter(desk.page, 'lost', () => desk.tap('lost'))
      await desk.at('open-student').click()
      await expect(desk.at('student-person')).toBeVisible()
    },
  },
  {
    name: 'pupil whose whole 教育ID is wanted',
    go: (desk) => wantWholeId(desk, 'face-expired'),
  },
  {
    name: 'pupil with the whole 教育ID',
    async go(desk) {
      await wantWholeId(desk, 'holds-two')
      await desk.at('look-parent-asks').click()
      await expect(desk.at('education-id-whole')).toBeVisible()
    },
  },
  screen('today'),
  screen('cases'),
  {
    name: 'cases with an exception list',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-cases').click()
      await at('work-exceptions').click()
      await expect(at('work-exceptions')).toHaveAttribute('aria-pressed', 'true')
    },
  },
  screen('roll'),
  screen('calendar'),
  {
    name: 'calendar of a year with a term typed',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-calendar').click()
      await at('term-add').click()
      await at('term-first').fill('9月1日')
      await at('term-last').fill('1月21日')
      await expect(at('calendar-preview')).toBeVisible()
      await expect(at('term-form')).toBeVisible()
    },
  },
  {
    name: 'calendar with days off typed',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-calendar').click()
      await at('year-add').click()
      await at('year-way-text').click()
      await expect(at('year-lines')).toBeVisible()
    },
  },
  screen('devices'),
  {
    name: 'test tap',
    async go({ at }) {
      await at('nav-devices').click()
      await at('test-button').click()
      await expect(at('test-waiting')).toBeVisible()
    },
  },
  {
    name: 'test tap answered',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-devices').click()
      await at('test-button').click()
      await at('test-samples').getByRole('button').first().click()
      await expect(at('test-result')).toBeVisible()
    },
  },
  screen('settings'),
  screen('start'),
]

/** Every screen and every tone of a verdict. A new screen is a line in one of the lists. */
export const EVERY_SCREEN: readonly ScreenState[] = [
  ...DESK_SCREENS,
  ...BINDING_SCREENS,
  ...CASE_SCREENS,
  ...YEAR_SCREENS,
  ...STAFF_SCREENS,
]
