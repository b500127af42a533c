import { expect } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import { rehearsalPin } from '../../electron/rehearsal/staff.ts'
import type { DeskForTests } from './deskForTests.ts'
import type { ScreenState } from './everyScreen.ts'
import { signIn, verdictAfter } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

/** The page is made anew a moment after the locked screen is drawn. */
const RENEWED_MS = 600

const WAYS_BACK = [
  ...['sheet-back', 'change-pin-cancel', 'confirm-cancel'],
  ...['pupil-cancel', 'list-cancel'],
]

/**
 * Back to where each way begins: somebody who may everything is at the desk, and no dialog, mask, kiosk
 * or other day is left of the state before.
 */
export async function toTheDesk(desk: DeskForTests): Promise<void> {
  const { at, page } = desk
  for (const name of WAYS_BACK) if ((await at(name).count()) > 0) await at(name).click()
  await signIn(page)
  await expect(at('nav-verify')).toBeVisible()
  await page.evaluate(
    async (pin) => {
      const reply = await window.kiosk.request('desk.state', null)
      if (!reply.ok || reply.value.kind !== 'open') return
      const { kiosk, privacyMode } = reply.value.settings
      if (reply.value.clock.offsetMs !== 0)
        await window.kiosk.request('rehearsal.setClock', { at: null })
      if (privacyMode) await window.kiosk.request('settings.change', { privacyMode: false })
      if (!kiosk) return
      await window.kiosk.request('session.confirm', { pin })
      await window.kiosk.request('settings.change', { kiosk: false })
    },
    rehearsalPin('rehearsal-everything') ?? '',
  )
}

async function lock({ at, page }: DeskForTests): Promise<void> {
  await page.keyboard.press('F9')
  await expect(at('locked')).toBeVisible()
  await page.waitForTimeout(RENEWED_MS)
  await expect(at('locked')).toBeVisible()
}

async function openPupil({ at, page, tap }: DeskForTests, card: SampleId): Promise<void> {
  await at('nav-verify').click()
  await verdictAfter(page, 'valid', () => tap(card))
  await at('open-student').click()
  await expect(at('student-person')).toBeVisible()
}

async function wantHistory(desk: DeskForTests, card: SampleId): Promise<void> {
  await openPupil(desk, card)
  await desk.at('show-history').click()
  await expect(desk.at('why-look')).toBeVisible()
}

/** A school that asks each family: only then has a pupil's page something to record. */
async function wantConsent(desk: DeskForTests, card: SampleId): Promise<void> {
  await desk.page.evaluate(() => window.kiosk.request('privacy.basis', { ground: 'consent' }))
  await openPupil(desk, card)
  await desk.at('basis-consent').click()
  await expect(desk.at('basis-form')).toBeVisible()
}

/** What has had its time goes by itself once the desk is locked: later there is something again. */
const makeSomethingDue = ({ page }: DeskForTests): Promise<unknown> =>
  page.evaluate(async (days) => {
    await window.kiosk.request('retention.change', { fares: 1 })
    const at = Date.now() + days * 86_400_000
    await window.kiosk.request('rehearsal.setClock', { at: at as never })
  }, 40)

/** What came with people who sign in: the lock, the keeping of people, log, data and rules. */
export const STAFF_SCREENS: readonly ScreenState[] = [
  { name: 'pupil with history asked', go: (desk) => wantHistory(desk, 'valid-rare-name') },
  {
    name: 'pupil with history',
    async go(desk) {
      await wantHistory(desk, 'valid-long-name')
      await desk.at('look-card').click()
      await expect(desk.at('timeline')).toBeVisible()
    },
  },
  { name: 'pupil whose consent is recorded', go: (desk) => wantConsent(desk, 'valid-polyphone') },
  {
    name: 'privacy mode on a verdict',
    async go({ at, page, tap }) {
      await at('nav-verify').click()
      await verdictAfter(page, 'valid', () => tap('same-name-1'))
      await at('privacy').click()
      await expect(at('private')).toBeVisible()
    },
  },
  {
    name: 'staff',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-staff').click()
      await expect(at('staff-row-rehearsal-clerk')).toBeVisible()
    },
  },
  {
    name: 'staff adding',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-staff').click()
      await at('staff-add').click()
      await expect(at('staff-adding')).toBeVisible()
    },
  },
  {
    name: 'staff person',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-staff').click()
      await at('staff-row-rehearsal-teacher').click()
      await expect(at('staff-person')).toBeVisible()
    },
  },
  {
    name: 'log',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-log').click()
      await expect(at('log-row').first()).toBeVisible()
    },
  },
  {
    name: 'log checked',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-log').click()
      await at('log-check').click()
      await expect(at('log-check-result')).toBeVisible()
    },
  },
  {
    name: 'care',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-care').click()
      await expect(at('care-standing')).toBeVisible()
    },
  },
  {
    name: 'care restoring',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-care').click()
      await expect(at('care-standing')).toBeVisible()
      if ((await at('backup-restore').count()) === 0) await at('backup-now').click()
      await at('backup-restore').first().click()
      await expect(at('restore-panel')).toBeVisible()
    },
  },
  {
    name: 'privacy',
    async go({ at }) {
      await at('nav-verify').click()
      await at('nav-privacy').click()
      await expect(at('retention-log')).toBeVisible()
    },
  },
  {
    name: 'privacy with the run asked',
    async go(desk) {
      const { at } = desk
      await at('nav-verify').click()
      await makeSomethingDue(desk)
      await at('nav-privacy').click()
      await at('retention-run').click()
      await expect(at('retention-run-sure')).toBeVisible()
    },
  },
  {
    name: 'person menu',
    async go({ at }) {
      await at('nav-settings').click()
      await at('person-menu').click()
      await expect(at('person-menu-panel')).toBeVisible()
    },
  },
  {
    name: 'purpose menu',
    async go({ at }) {
      await at('nav-settings').click()
      await at('purpose').click()
      await expect(at('purpose-panel')).toBeVisible()
    },
  },
  {
    name: 'changing the PIN',
    async go({ at }) {
      await at('nav-settings').click()
      await at('person-menu').click()
      await at('change-pin').click()
      await expect(at('change-pin-dialog')).toBeVisible()
    },
  },
  {
    name: 'a PIN asked once more',
    async go(desk) {
      const { at, page } = desk
      // A PIN entered once more is good for a minute; a new sign-in ends that.
      await lock(desk)
      await signIn(page)
      await at('nav-settings').click()
      await desk.change({ kiosk: true })
      await at('kiosk').click()
      await expect(at('confirm')).toBeVisible()
    },
  },
  {
    name: 'locked',
    async go(desk) {
      await lock(desk)
      await desk.at('staff-tile-rehearsal-supervisor').click()
      await expect(desk.at('chosen-person')).toBeVisible()
    },
  },
  {
    name: 'locked after a wrong PIN',
    async go(desk) {
      await lock(desk)
      await desk.at('staff-tile-rehearsal-clerk').click()
      await desk.at('pin').fill('730259')
      await desk.at('sign-in').click()
      await expect(desk.at('pin-told')).toBeVisible()
    },
  },
  {
    name: 'recovery sheet',
    async go(desk) {
      await lock(desk)
      await desk.at('with-sheet').click()
      await expect(desk.at('recover')).toBeVisible()
    },
  },
]
