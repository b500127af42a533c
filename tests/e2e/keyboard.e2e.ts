import { expect, test } from 'playwright/test'
import { deskForTests } from './deskForTests.ts'
import { keysOf } from './keys.ts'
import { verdictAfter } from './launch.ts'

const desk = deskForTests({ args: ['--students', '100'] })
const { at } = desk
const { focused, key, tabTo, press } = keysOf(desk)

test('by keyboard alone: from the start to another language, a test tap, and back to the verdicts', async () => {
  await press('nav-settings')
  await press('language-en')
  await expect(desk.page.locator('html')).toHaveAttribute('lang', 'en')
  await press('nav-devices')
  await press('test-button', 'Space')
  await expect(at('test-waiting')).toBeVisible()
  // The button is still under the finger: the same key takes it back.
  expect((await focused()).name).toBe('test-button')
  await key('Space')
  await expect(at('test-waiting')).toHaveCount(0)
  await key('Space')
  await press('sample-valid')
  await expect(at('test-result')).toBeVisible()
  await press('nav-verify')
  await expect(at('waiting')).toBeVisible()
  await expect(at('recent-taps').getByRole('listitem')).toHaveCount(0)
})

test('by keyboard alone: every control of the settings is reached and works', async () => {
  await press('nav-settings')
  await press('language-zh-CN')
  await tabTo('clear-after')
  const seconds = at('clear-after').getByRole('spinbutton')
  await seconds.focus()
  const before = Number(await seconds.inputValue())
  await key('ArrowUp')
  await key('Tab')
  await expect(seconds).toHaveValue(String(before + 5))
  const volume = desk.page.getByRole('slider')
  await volume.focus()
  const loud = Number(await volume.getAttribute('aria-valuenow'))
  await key('ArrowLeft')
  await expect(volume).toHaveAttribute('aria-valuenow', String(loud - 5))
  await press('mute')
  await expect(at('mute')).toHaveAttribute('aria-pressed', 'false')
  await press('mute')
  for (const sound of ['rising', 'two-equal', 'low-double', 'buzz']) await tabTo(`try-${sound}`)
  await tabTo('kiosk')
})

test('by keyboard alone: a sample card is tapped and its verdict cleared', async () => {
  await press('nav-rehearsal')
  await tabTo('sample-lost')
  await verdictAfter(desk.page, 'lost', () => key('Enter'))
  await expect(at('verdict-heard')).toContainText('已挂失')
  await press('clear')
  await expect(at('waiting')).toBeVisible()
  await expect(at('verdict-heard')).toBeEmpty()
})

test('by keyboard alone: a loss is reported, and taken back', async () => {
  await tabTo('search-input')
  await desk.page.keyboard.insertText('查子淇')
  await expect(at('search-hit').first()).toBeVisible()
  await key('Enter')
  await press('open-case')
  await expect(at('case-panel')).not.toHaveAttribute('data-stage')
  await press('act-report-loss')
  await tabTo('loss-where')
  await desk.page.keyboard.insertText('345 路公交车上')
  await press('case-go')
  await expect(at('case-panel')).toHaveAttribute('data-stage', 'lost')
  await expect(at('case-entry').first()).toContainText('345 路公交车上')
  await press('case-undo')
  await expect(at('case-panel')).not.toHaveAttribute('data-stage')
})

test('by keyboard alone: from today into a list, by the arrows to a case, and back to the same line', async () => {
  await press('nav-today')
  await press('today-to-apply')
  await expect(at('work-row').first()).toBeVisible()
  await tabTo('work-row')
  await key('ArrowDown')
  const second = at('work-row').nth(1)
  await expect(second).toBeFocused()
  const studentId = await second.getAttribute('data-student-id')
  await key('Enter')
  await expect(at('case-panel')).toBeVisible()
  await press('nav-cases')
  await expect(at('work-rows').locator(':focus')).toHaveAttribute(
    'data-student-id',
    studentId ?? '',
  )
})

test('by keyboard alone: a card that came is received by name, and that is taken back', async () => {
  await press('nav-arrival')
  await tabTo('arrival-find')
  await desk.page.keyboard.insertText('魏欣妍')
  await key('Enter')
  await press('arrival-confirm')
  await expect(at('arrival-undo')).toBeVisible()
  await press('arrival-undo')
  await expect(at('arrival-undo')).toHaveCount(0)
})

test('with reduced motion nothing moves', async () => {
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  await at('nav-verify').click()
  await desk.page.waitForTimeout(2_700)
  await verdictAfter(desk.page, 'valid', () => desk.tap('valid'))
  const moving = await desk.page.evaluate(() =>
    document.getAnimations().map((one) => String(one.effect?.getComputedTiming().duration)),
  )
  expect(moving.filter((duration) => duration !== '0')).toEqual([])
  await desk.page.emulateMedia({ reducedMotion: null })
})
