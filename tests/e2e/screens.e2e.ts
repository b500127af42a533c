import { expect, test } from 'playwright/test'
import { cutOff } from '../helpers/cutOff.ts'
import { deskForTests } from './deskForTests.ts'
import { picture } from './launch.ts'

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
