import { expect, test } from 'playwright/test'
import { deskForTests } from './deskForTests.ts'
import { verdictAfter } from './launch.ts'

const desk = deskForTests({ args: ['--students', '100'] })
const { at } = desk

/** What the focus is on, by its `data-test`, its words or its tag; fails where no ring is seen. */
const focused = (): Promise<{ readonly name: string; readonly ring: boolean }> =>
  desk.page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return { name: 'body', ring: true }
    const drawn = element.closest('.el-input__wrapper, label') ?? element
    const shown = element.matches('.el-switch__input') ? element.nextElementSibling : drawn
    const outline = getComputedStyle(shown ?? drawn)
    return {
      name:
        element.getAttribute('data-test') ??
        element.closest('[data-test]')?.getAttribute('data-test') ??
        element.tagName,
      ring: outline.outlineStyle !== 'none' && parseFloat(outline.outlineWidth) >= 2,
    }
  })

/** At a person's pace: keys that come faster are a scanner's. */
async function key(name: string): Promise<void> {
  await desk.page.waitForTimeout(120)
  await desk.page.keyboard.press(name)
}

/** Presses Tab until the focus is there: a person would give up after so many. */
async function tabTo(name: string, most = 60): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < most; presses++) {
    await key('Tab')
    const now = await focused()
    expect(now).toEqual({ name: now.name, ring: true })
    if (now.name === name) return
    passed.push(now.name)
  }
  throw new Error(`Tab never came to ${name}, only to ${passed.join(', ')}.`)
}

async function press(name: string, by = 'Enter'): Promise<void> {
  await tabTo(name)
  await key(by)
}

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
