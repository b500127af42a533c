import { expect, test } from 'playwright/test'
import { verdictAfter } from './launch.ts'
import { deskForPictures } from './manualDesk.ts'
import { manualPicture } from './manualPictures.ts'

/** The pictures of docs/manual.zh-CN.md of the new school year, and of lists that leave the desk. */
const desk = deskForPictures()
const { at, tap } = desk

async function openPart(part: 'year' | 'newCards'): Promise<void> {
  await at('nav-roll').click()
  await at(`roll-part-${part}`).click()
}

test('the manual shows what a new school year does to each class', async () => {
  await openPart('year')
  await expect(at('classes-ahead')).toBeVisible()
  // A day that is over, whenever the picture is taken.
  await at('school-year-on').fill('2026-07-07')
  await manualPicture(desk.page, 'school-year')
})

test('the manual shows how one pupil comes', async () => {
  await at('nav-roll').click()
  await at('transfer-in-open').click()
  await at('pupil-education-id').fill('20150012')
  await at('pupil-name').fill('周可欣')
  await at('pupil-female').check()
  await at('pupil-class').selectOption({ label: '三年级2班' })
  await manualPicture(desk.page, 'transfer-in')
})

test('the manual shows how the roll is put right about one pupil', async () => {
  await verdictAfter(desk.page, 'valid', () => tap('same-name-1'))
  await at('open-student').click()
  await at('pupil-correct').click()
  await at('pupil-suspended').check()
  await at('pupil-day').fill('2026-09-01')
  await manualPicture(desk.page, 'correct-pupil')
})

test('the manual shows taps of the year, and of leavers', async () => {
  await at('nav-yearTaps').click()
  await tap('valid')
  await expect(at('year-taps-told')).toBeVisible()
  await expect(at('year-taps-name')).toBeVisible()
  await manualPicture(desk.page, 'year-taps')
  await at('year-taps-leaving').click()
  await expect(at('year-taps-class').first()).toBeVisible()
  await manualPicture(desk.page, 'year-taps-leaving')
})

test('the manual shows the way to a new card', async () => {
  await openPart('newCards')
  await at('unfold-class').nth(1).click()
  await expect(at('tick-pupil').first()).toBeVisible()
  for (const tick of await at('tick-class').all()) await tick.check()
  await at('tick-class').first().scrollIntoViewIfNeeded()
  await manualPicture(desk.page, 'new-cards-apply')
  await at('apply').click()
  await expect(at('new-cards-told')).not.toHaveText('')
  await at('stage-awaiting-info').click()
  await at('new-cards-class').selectOption({ index: 2 })
  await expect(at('confirm-stage')).toBeVisible()
  await at('said-parent').check()
  await at('parent-name').fill('王丽华')
  await manualPicture(desk.page, 'new-cards-confirm')
  await at('said-student').check()
  await at('confirm-wrong').click()
  await at('wrong-name').check()
  await at('right-name').fill('蔡沐玥')
  await at('dispute-evidence').fill('户口簿')
  await manualPicture(desk.page, 'new-cards-wrong')
  await at('dispute-cancel').click()
  await at('confirm-right').click()
  await expect(at('new-cards-told')).not.toHaveText('')
  await at('stage-to-be-listed').click()
  await at('make-list').click()
  await expect(at('new-cards-told')).not.toHaveText('')
  await at('stage-listed').click()
  await expect(at('card-list').first()).toBeVisible()
  await manualPicture(desk.page, 'new-cards-listed')
})

test('the manual shows how a list leaves the desk', async () => {
  await at('nav-roll').click()
  await at('export-roll').click()
  await at('list-names-whole').check()
  await at('list-reason').fill('向教委报送制卡信息')
  await manualPicture(desk.page, 'export-list')
})
