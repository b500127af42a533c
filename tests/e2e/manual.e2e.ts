import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import { verdictAfter } from './launch.ts'
import { deskForPictures } from './manualDesk.ts'
import { manualPicture } from './manualPictures.ts'

declare const window: { readonly kiosk: KioskBridge }

/**
 * The pictures of docs/manual.zh-CN.md, in Chinese at 1366×768, on a desk with readers.
 * `npm run manual` takes them anew.
 */
const desk = deskForPictures()
const { at, tap } = desk

/** The same card again within two seconds is the same tap. */
const DAMPED_MS = 2_200

const recordDuty = (): Promise<unknown> =>
  desk.page.evaluate(() => window.kiosk.request('privacy.basis', { ground: 'statutory-duty' }))

test('the manual shows the desk as it opens, and the rehearsal', async () => {
  await manualPicture(desk.page, 'waiting')
  await at('nav-rehearsal').click()
  await expect(at('rehearsal-panel')).toBeVisible()
  await manualPicture(desk.page, 'rehearsal')
})

test('the manual shows verdicts', async () => {
  await verdictAfter(desk.page, 'valid', () => tap('valid'))
  await manualPicture(desk.page, 'verdict-valid')
  await verdictAfter(desk.page, 'lost', () => tap('lost'))
  await manualPicture(desk.page, 'verdict-lost')
})

test('the manual shows the search', async () => {
  await at('search-input').fill('三2 张')
  await expect(at('search-hit').first()).toBeVisible()
  await expect(at('small-photo').first()).toBeVisible()
  await manualPicture(desk.page, 'search')
  await at('search-input').fill('张伟')
  await expect(at('search-list')).toHaveAttribute('data-query', '张伟')
  await expect(at('small-photo').first()).toBeVisible()
  await manualPicture(desk.page, 'search-same-name')
})

test('the manual shows the page of a pupil who has a namesake', async () => {
  await recordDuty()
  await verdictAfter(desk.page, 'valid', () => tap('same-name-1'))
  await at('open-student').click()
  await expect(at('student-person')).toBeVisible()
  await manualPicture(desk.page, 'student')
})

test('the manual shows how a name is checked', async () => {
  await recordDuty()
  await verdictAfter(desk.page, 'valid', () => tap('same-name-1'))
  await at('open-student').click()
  await at('name-check-open').click()
  await at('name-face').fill('张炜')
  await manualPicture(desk.page, 'name-check')
})

test('the manual shows how cards are bound for the first time', async () => {
  const told = (kind: string) => expect(at('binding-told')).toHaveAttribute('data-kind', kind)
  await verdictAfter(desk.page, 'unknown-card', () => tap('unknown'))
  await at('bind-card').click()
  await manualPicture(desk.page, 'binding-whose')
  await at('binding-aside').click()
  const { classId, row } = await pupilToBind()
  await at('binding-class').selectOption(classId)
  await at('binding-row').nth(row).click()
  await expect(at('binding-stage')).toHaveAttribute('data-step', 'lay')
  await tap('valid-t-union')
  await told('bound-to-other')
  await at('binding-take-over').click()
  await manualPicture(desk.page, 'binding-other')
  await at('binding-take-over-no').click()
  await desk.page.waitForTimeout(DAMPED_MS)
  await tap('unknown')
  await told('bound')
  await manualPicture(desk.page, 'binding-class')
})

/** Somebody who never had a card: the others of the rehearsal have one that is lost or on its way. */
const pupilToBind = () =>
  desk.page.evaluate(async () => {
    const reply = await window.kiosk.request('binding.classes', null)
    for (const { classId } of reply.ok ? reply.value : []) {
      const list = await window.kiosk.request('binding.class', { classId })
      const pupils = (list.ok && list.value?.pupils) || []
      const at = pupils.findIndex(({ card }, place) => card === null && place > 3)
      if (at !== -1) return { classId, row: at }
    }
    throw new Error('Everybody of the rehearsal has a card.')
  })

/** A day whose table and terms are known, whenever the picture is taken. */
const OCTOBER = Date.UTC(2026, 9, 12, 0, 2)

test('the manual shows the calendar', async () => {
  await desk.page.evaluate(
    (at) => window.kiosk.request('rehearsal.setClock', { at: at as never }),
    OCTOBER,
  )
  await at('nav-calendar').click()
  await expect(at('calendar-title')).toContainText('10月')
  await manualPicture(desk.page, 'calendar')
  for (let month = 0; month < 4; month += 1) await at('calendar-after').click()
  await at('missing-2027').getByRole('button').click()
  await at('year-source').fill('国办发明电〔2026〕8号')
  await at('holiday-name').fill('春节')
  await at('holiday-from').fill('2月5日')
  await at('holiday-to').fill('2月12日')
  await at('holiday-work').fill('2月14日')
  await at('holiday-add').click()
  await manualPicture(desk.page, 'calendar-year')
})

test('the manual shows the locked screen', async () => {
  await desk.page.keyboard.press('F9')
  await expect(at('locked')).toBeVisible()
  // The page is made anew a moment after it is drawn.
  await desk.page.waitForTimeout(600)
  await at('staff-tile-rehearsal-supervisor').click()
  await expect(at('chosen-person')).toBeVisible()
  await manualPicture(desk.page, 'locked')
})

test('the manual shows the people', async () => {
  await at('nav-staff').click()
  await at('staff-row-rehearsal-teacher').click()
  await expect(at('staff-person')).toBeVisible()
  await manualPicture(desk.page, 'staff')
})

test('the manual shows who looked at whom', async () => {
  await verdictAfter(desk.page, 'valid', () => tap('valid'))
  await at('open-student').click()
  await at('show-history').click()
  await at('look-parent-asks').click()
  await expect(at('timeline')).toBeVisible()
  await at('nav-log').click()
  await at('log-group-looks').click()
  await at('log-check').click()
  await expect(at('log-check-result')).toHaveAttribute('data-found', 'ok', { timeout: 20_000 })
  await manualPicture(desk.page, 'log')
})

test('the manual shows by what right data are kept, and how long', async () => {
  await recordDuty()
  await at('nav-privacy').click()
  await expect(at('retention-log')).toBeVisible()
  await manualPicture(desk.page, 'privacy')
})

test('the manual shows a verdict in privacy mode', async () => {
  await verdictAfter(desk.page, 'valid', () => tap('valid'))
  await at('privacy').click()
  await expect(at('private')).toBeVisible()
  await manualPicture(desk.page, 'privacy-mode')
})

test('the manual shows devices and settings', async () => {
  await verdictAfter(desk.page, 'valid', () => tap('valid-t-union'))
  await at('nav-devices').click()
  await expect(at('last-tap').first()).toBeVisible()
  await expect(at('reader').first()).toHaveAttribute('data-state', 'ready')
  await manualPicture(desk.page, 'devices')
  await at('test-button').click()
  await at('test-samples').getByRole('button').first().click()
  await expect(at('test-result')).toBeVisible()
  await expect(at('reader').first()).toHaveAttribute('data-state', 'ready')
  await manualPicture(desk.page, 'devices-test')
  await at('nav-settings').click()
  await expect(at('settings')).toBeVisible()
  await manualPicture(desk.page, 'settings')
})

test('the manual shows a desk that does not open', async () => {
  await desk.startAgainAfter((folder) => writeFileSync(join(folder, 'rehearsal', 'desk.keys'), '{'))
  await expect(at('trouble')).toBeVisible({ timeout: 20_000 })
  await manualPicture(desk.page, 'trouble')
})
