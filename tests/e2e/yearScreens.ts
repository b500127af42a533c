import { expect } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { NewCardStage } from '../../core/newCardRequests.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import type { YearTapKind } from '../../core/yearTap.ts'
import type { DeskForTests } from './deskForTests.ts'
import type { ScreenState } from './everyScreen.ts'
import { verdictAfter } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

/** The same card again within two seconds is the same tap. */
const DAMPED_MS = 2_200

async function openPart({ at }: DeskForTests, part: 'roll' | 'year' | 'newCards'): Promise<void> {
  await at('nav-verify').click()
  await at('nav-roll').click()
  await at(`roll-part-${part}`).click()
}

/** A card that changes nothing lasting, so that each language finds the same. */
async function tapOfTheYear(desk: DeskForTests, of: YearTapKind, card: SampleId): Promise<void> {
  const { at, page, tap } = desk
  await at('nav-verify').click()
  await at('nav-yearTaps').click()
  await at(`year-taps-${of}`).click()
  await expect(at('year-taps')).toHaveAttribute('data-of', of)
  await expect(at('year-taps-told')).toHaveCount(0)
  await page.waitForTimeout(DAMPED_MS)
  await tap(card)
  await expect(at('year-taps-told')).toBeVisible()
}

async function openPupil({ at, page, tap }: DeskForTests, card: SampleId): Promise<void> {
  await at('nav-verify').click()
  await verdictAfter(page, 'valid', () => tap(card))
  await at('open-student').click()
  await expect(at('pupil-acts')).toBeVisible()
}

/** How many stand at a step. The rehearsal has few newcomers: none is spent on what is there already. */
const standing = ({ page }: DeskForTests, stage: NewCardStage): Promise<number> =>
  page.evaluate(async (of) => {
    const reply = await window.kiosk.request('newCards.view', null)
    return reply.ok ? reply.value.classes.reduce((sum, { stages }) => sum + stages[of], 0) : 0
  }, stage)

async function openStage(desk: DeskForTests, stage: NewCardStage): Promise<void> {
  await openPart(desk, 'newCards')
  await desk.at(`stage-${stage}`).click()
}

async function toldOfNewCards({ at }: DeskForTests): Promise<void> {
  await expect(at('new-cards-told')).not.toHaveText('')
}

async function applyForOne(desk: DeskForTests): Promise<void> {
  await openStage(desk, 'to-apply')
  await desk.at('unfold-class').first().click()
  await desk.at('tick-pupil').first().check()
  await desk.at('apply').click()
  await toldOfNewCards(desk)
}

async function openToConfirm(desk: DeskForTests): Promise<void> {
  if ((await standing(desk, 'awaiting-info')) === 0) await applyForOne(desk)
  await openStage(desk, 'awaiting-info')
  await chooseFirstClass(desk)
  await expect(desk.at('confirm-stage')).toBeVisible()
  // What was typed at the visit before is kept.
  if ((await desk.at('dispute-cancel').count()) > 0) await desk.at('dispute-cancel').click()
}

async function openToBeSent(desk: DeskForTests): Promise<void> {
  // A 补卡 that is paid for goes with no list: the one behind it does.
  for (let tries = 0; tries < 3 && (await standing(desk, 'to-be-listed')) === 0; tries += 1) {
    await openToConfirm(desk)
    await desk.at('said-student').check()
    await desk.at('confirm-right').click()
    await toldOfNewCards(desk)
  }
  await openStage(desk, 'to-be-listed')
}

async function openSent(desk: DeskForTests): Promise<void> {
  if ((await standing(desk, 'listed')) === 0) {
    await openToBeSent(desk)
    await desk.at('make-list').click()
    await toldOfNewCards(desk)
  }
  await openStage(desk, 'listed')
}

async function chooseFirstClass({ at }: DeskForTests): Promise<void> {
  await at('new-cards-class').selectOption({ index: 1 })
}

/** What came with the school year: 升级毕业, 转入转出, taps of the year, new cards, lists that leave. */
export const YEAR_SCREENS: readonly ScreenState[] = [
  {
    name: 'taps of the year',
    async go(desk) {
      await tapOfTheYear(desk, 'annual', 'valid-long-name')
      await desk.page.locator('[data-test="year-taps-class"]:enabled').first().click()
      await expect(desk.at('year-taps-missing')).toBeVisible()
    },
  },
  { name: 'taps of leavers', go: (desk) => tapOfTheYear(desk, 'leaving', 'transferred') },
  { name: 'taps of who arrives', go: (desk) => tapOfTheYear(desk, 'arrival', 'unknown') },
  {
    name: 'school year ahead',
    async go(desk) {
      await openPart(desk, 'year')
      await expect(desk.at('classes-ahead')).toBeVisible()
      await desk.at('school-year-on').fill('')
      await expect(desk.at('school-year-on')).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'transfer in with faults',
    async go(desk) {
      await openPart(desk, 'roll')
      await desk.at('transfer-in-open').click()
      await desk.at('pupil-suspended').check()
      await desk.at('pupil-go').click()
      await expect(desk.at('pupil-name')).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'transfer out',
    async go(desk) {
      await openPupil(desk, 'valid-temporary')
      await desk.at('pupil-out').click()
      await expect(desk.at('transfer-out')).toBeVisible()
    },
  },
  {
    name: 'correction of the roll',
    async go(desk) {
      await openPupil(desk, 'valid-t-union')
      await desk.at('pupil-correct').click()
      await expect(desk.at('correct-pupil')).toBeVisible()
    },
  },
  {
    name: 'export of a list',
    async go(desk) {
      await openPart(desk, 'roll')
      await desk.at('export-roll').click()
      await desk.at('list-names-whole').check()
      await desk.at('list-go').click()
      await expect(desk.at('list-reason')).toHaveAttribute('aria-invalid', 'true')
    },
  },
  {
    name: 'printed progress',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-binding').click()
      await at('print-progress').click()
      await expect(at('list-dialog')).toBeVisible()
    },
  },
  {
    name: 'new cards',
    async go(desk) {
      await openStage(desk, 'to-apply')
      await desk.at('unfold-class').first().click()
      await expect(desk.at('tick-pupil').first()).toBeVisible()
    },
  },
  {
    name: 'new cards to confirm',
    async go(desk) {
      const { at } = desk
      await openToConfirm(desk)
      await at('said-parent').check()
      await at('confirm-wrong').click()
      await at('wrong-name').check()
      await at('dispute-record').click()
      await expect(at('dispute-fault')).toBeVisible()
    },
  },
  {
    name: 'new cards to be sent',
    async go(desk) {
      await openToBeSent(desk)
      await chooseFirstClass(desk)
      await desk.at('reopen-open').first().click()
      await expect(desk.at('reopen-reason')).toBeVisible()
    },
  },
  {
    name: 'new cards sent',
    async go(desk) {
      await openSent(desk)
      await expect(desk.at('card-list').first()).toBeVisible()
    },
  },
]
