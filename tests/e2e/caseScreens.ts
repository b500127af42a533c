import { expect } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import type { DeskForTests } from './deskForTests.ts'
import type { ScreenState } from './everyScreen.ts'
import { verdictAfter } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

/** The same card again within two seconds is the same tap. */
const DAMPED_MS = 2_200

/** Of the cast of the rehearsal: one has lost the card, the others' are good. */
const LOST = '赵浩然'
const GOOD = '查子淇'
const APPLIES = '仇英杰'
/** Whose card is on its way. */
const EXPECTED = '魏欣妍'

/** A card that still lies there would open its own form. */
async function nothingLaid({ at, page }: DeskForTests): Promise<void> {
  await at('nav-verify').click()
  await page.keyboard.press('Escape')
  await expect(at('waiting')).toBeVisible()
}

async function openCaseOf(desk: DeskForTests, name: string): Promise<void> {
  const { at } = desk
  await nothingLaid(desk)
  await at('search-input').fill(name)
  await at('search-hit').first().click()
  await at('open-case').click()
  await expect(at('case-panel')).toBeVisible()
}

async function openCaseByCard(desk: DeskForTests, card: SampleId, kind: string): Promise<void> {
  const { at, page, tap } = desk
  await nothingLaid(desk)
  await page.waitForTimeout(DAMPED_MS)
  await verdictAfter(page, kind, () => tap(card))
  await at('open-case').click()
  await expect(at('lay-card')).toHaveAttribute('data-laid', 'true')
}

/** A loss and an application for another card; at the second visit it has them. */
const applyOnce = ({ page }: DeskForTests, name: string): Promise<void> =>
  page.evaluate(async (text) => {
    const found = await window.kiosk.request('search.find', { text, limit: 1 })
    const studentId = (found.ok && found.value.lines[0]?.studentId) || ''
    const shown = await window.kiosk.request('case.page', { studentId })
    const card = shown.ok ? shown.value?.cards[0] : undefined
    if (card?.state !== 'ACTIVE') return
    const { cardId } = card
    const of = { studentId, cardId, where: null, reportedAt: Date.now() as never }
    await window.kiosk.request('case.act', { act: 'report-loss', ...of })
    const wish = { studentId, oldCardId: cardId, cause: 'lost', waiver: null } as const
    await window.kiosk.request('case.act', { act: 'apply', ...wish })
  }, name)

async function openArrival(desk: DeskForTests): Promise<void> {
  await nothingLaid(desk)
  await desk.at('nav-arrival').click()
  await expect(desk.at('arrival')).toBeVisible()
}

/** 办理 at some of its stages, and 到卡. */
export const CASE_SCREENS: readonly ScreenState[] = [
  {
    name: 'case of a lost card',
    async go(desk) {
      await openCaseOf(desk, LOST)
      await expect(desk.at('case-panel')).toHaveAttribute('data-stage', 'lost')
    },
    inSight: ({ at }) => [at('case-stage'), at('act-apply')],
  },
  {
    name: 'case of a lost card that was found',
    go: (desk) => openCaseByCard(desk, 'lost', 'lost'),
  },
  {
    name: 'case with a loss typed',
    async go(desk) {
      const { at } = desk
      await openCaseOf(desk, GOOD)
      await at('act-report-loss').click()
      await at('when-earlier').check()
      await at('case-go').click()
      await expect(at('loss-day')).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'case with card data to confirm',
    async go(desk) {
      const { at } = desk
      await applyOnce(desk, APPLIES)
      await openCaseOf(desk, APPLIES)
      await expect(at('case-panel')).toHaveAttribute('data-stage', 'awaiting-info')
      await at('act-confirm-data').click()
      await expect(at('do-confirm-data')).toBeVisible()
    },
  },
  {
    name: 'case of a card that is handed over',
    async go(desk) {
      const { at } = desk
      await openCaseByCard(desk, 'arrived', 'not-handed-over')
      await at('collector-parent').check()
      await at('case-go').click()
      await expect(at('sign-pad')).toBeVisible()
    },
    inSight: ({ at }) => [at('case-go')],
  },
  {
    name: 'arrival',
    async go(desk) {
      await openArrival(desk)
      await expect(desk.at('arrival-empty')).toBeVisible()
    },
  },
  {
    name: 'arrival with a list',
    async go(desk) {
      const { at, page } = desk
      await openArrival(desk)
      if (!(await at('arrival-row').first().isVisible())) {
        await at('arrival-find').fill(EXPECTED)
        await page.keyboard.press('Enter')
        await at('arrival-expect').click()
      }
      await at('arrival-row').first().click()
      await expect(at('arrival-chosen')).toBeVisible()
    },
  },
  {
    name: 'class pack',
    async go(desk) {
      const { at, page } = desk
      await nothingLaid(desk)
      await at('nav-cases').click()
      await at('work-to-collect').click()
      await at('pack-go').click()
      await page.locator('[data-test^="pack-class-"]').first().click()
      await expect(at('pack-line').first()).toBeVisible()
    },
  },
]
