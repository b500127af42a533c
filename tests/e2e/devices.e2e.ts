import { expect, test } from 'playwright/test'
import { deskForTests } from './deskForTests.ts'
import { verdictAfter } from './launch.ts'

const desk = deskForTests({ args: ['--students', '100'] })
const { at } = desk

test('a test tap says what the card is, and is no tap', async () => {
  await at('nav-devices').click()
  await expect(at('last-tap').last()).toHaveText('还没有刷过卡')
  await at('test-button').click()
  await at('sample-valid').click()
  await expect(at('test-result')).toHaveAttribute('data-advice', 'card.good')
  await expect(at('test-result')).toContainText(/尾号 \d{4}/)
  await expect(at('last-tap').last()).toHaveText('还没有刷过卡')
  await expect(at('reader-words').last()).toHaveText('读卡器就绪')
  await expect(at('waiting-rows')).toContainText('没有待上传')
})

test('what it says depends on the card', async () => {
  for (const [sample, advice] of [
    ['valid-m1', 'card.m1-uid-only'],
    ['phone', 'card.temporary-number'],
    ['pulled-away', 'unread.removed'],
  ] as const) {
    await at('test-button').click()
    await at(`sample-${sample}`).click()
    await expect(at('test-result')).toHaveAttribute('data-advice', advice)
  }
})

test('the next card is a tap again, and so is one after the screen was left in the middle', async () => {
  await verdictAfter(desk.page, 'lost', () => desk.tap('lost'))
  await at('nav-devices').click()
  await at('test-button').click()
  await expect(at('test-waiting')).toBeVisible()
  await at('nav-start').click()
  await verdictAfter(desk.page, 'valid', () => desk.tap('valid'))
  await at('nav-devices').click()
  await expect(at('last-tap').last()).toContainText('刚刚')
  await expect(at('family-bmac')).toContainText('2 次')
})
