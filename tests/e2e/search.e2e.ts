import { expect, test } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { StudentLine } from '../../core/studentShown.ts'
import { PACE } from '../../renderer/scanner/scanMachine.ts'
import { deskForTests } from './deskForTests.ts'
import { picture, verdictAfter } from './launch.ts'
import { scannerHand, type ScannerHand } from './scannerHand.ts'

declare const window: { readonly kiosk: KioskBridge }

const desk = deskForTests()
const { at } = desk
let scanner: ScannerHand

test.beforeAll(async () => {
  scanner = await scannerHand(desk.page)
})

test.beforeEach(async () => {
  await desk.change({ language: 'zh-CN' })
  // Empties the field, too. `fill('')` would press a key, and the next one, so soon after, would be a scanner's.
  await at('nav-verify').click()
  await expect(at('search-input')).toHaveValue('')
})

/** A person's pace: faster would be a scanner's. */
const type = (text: string): Promise<void> =>
  at('search-input').pressSequentially(text, { delay: 40 })

const find = (text: string): Promise<readonly StudentLine[]> =>
  desk.page.evaluate(async (query) => {
    const reply = await window.kiosk.request('search.find', { text: query, limit: 20 })
    if (!reply.ok) throw new Error(reply.code)
    return reply.value.lines
  }, text)

const wholeIdOf = (studentId: string): Promise<string> =>
  desk.page.evaluate(async (id) => {
    const reply = await window.kiosk.request('student.educationId', {
      studentId: id,
      reason: 'card',
    })
    return reply.ok ? (reply.value ?? '') : ''
  }, studentId)

/** The first 张伟, and the number on the pupil's card face to scan. */
async function aPupil(): Promise<{ readonly line: StudentLine; readonly educationId: string }> {
  const [line] = await find('张伟')
  if (line === undefined) throw new Error('The rehearsal school has no 张伟.')
  return { line, educationId: await wholeIdOf(line.studentId) }
}

const answered = (text: string) =>
  expect(desk.page.locator(`[data-test="search-list"][data-query="${text}"]`)).toBeVisible()

const hit = (studentId: string) =>
  desk.page.locator(`[data-test="search-hit"][data-student-id="${studentId}"]`)

const both = async (name: string): Promise<void> => {
  await picture(desk.page, `search/${name}-zh-CN`)
  await desk.change({ language: 'en' })
  await picture(desk.page, `search/${name}-en`)
  await desk.change({ language: 'zh-CN' })
}

test('a pupil is found by name, pinyin, initials, 教育ID and its tail', async () => {
  const { line, educationId } = await aPupil()
  for (const text of ['张伟', 'zhangwei', 'zw', educationId, educationId.slice(-4)]) {
    await at('search-input').fill(text)
    await answered(text)
    await expect(hit(line.studentId), text).toHaveCount(1)
  }
})

test('`/` leads into the search, and Esc back to where one was', async () => {
  // The driver empties a field with the key Delete; a slash right behind it would be a scanner's.
  await desk.page.waitForTimeout(2 * PACE.perKey)
  await desk.page.keyboard.press('/')
  await expect(at('search-input')).toBeFocused()
  await expect(at('search-input')).toHaveValue('')
  await type('zhang')
  await answered('zhang')
  await both('list')
  await desk.page.keyboard.press('Escape')
  await expect(at('search-list')).toHaveCount(0)
  await expect(at('nav-verify')).toBeFocused()
})

test('between the two 张伟 of one class nobody is chosen silently (5.7-17)', async () => {
  await at('search-input').fill('张伟')
  await answered('张伟')
  expect(await at('search-hit').count()).toBeGreaterThan(1)
  await at('search-input').press('Enter')
  await expect(at('search-choose')).toContainText('请选择')
  await expect(at('student')).toHaveCount(0)
  expect(await at('same-name').count()).toBeGreaterThan(1)
  await expect(at('small-photo').first()).toBeVisible()
  await both('same-name')
  const second = await at('search-hit').nth(1).getAttribute('data-student-id')
  await at('search-input').press('Enter')
  await expect(at('student')).toHaveCount(0)
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await at('search-input').press(key)
  await expect(at('student')).toHaveAttribute('data-student-id', String(second))
  await expect(at('same-names')).toBeVisible()
  await both('student-same-name')
})

test('nobody, and a birth date, are answered with what to do', async () => {
  await at('search-input').fill('没有这样的人')
  await answered('没有这样的人')
  await expect(at('search-nobody')).toBeVisible()
  await both('nobody')
  await at('search-input').fill('20141005')
  await answered('20141005')
  await expect(at('search-remark')).toContainText('像出生日期')
  await both('birth-date')
})

test('the whole 教育ID is shown and hidden on request', async () => {
  const { line, educationId } = await aPupil()
  await at('search-input').fill(educationId)
  await answered(educationId)
  await at('search-input').press('Enter')
  await expect(at('student')).toHaveAttribute('data-student-id', line.studentId)
  const text = (): Promise<string> => at('student').innerText()
  expect(await text()).not.toContain(educationId)
  await at('show-education-id').click()
  await both('why-look')
  await desk.page.keyboard.press('1')
  await expect(at('education-id-whole')).toHaveText(
    `${educationId.slice(0, 4)} ${educationId.slice(4)}`,
  )
  await both('whole-id')
  await at('hide-education-id').click()
  await expect(at('education-id-whole')).toHaveCount(0)
})

test('a scan under an input method opens the page, whatever has the focus', async () => {
  const { line, educationId } = await aPupil()
  await scanner.underInputMethod(educationId)
  await expect(at('student')).toHaveAttribute('data-student-id', line.studentId)
  await both('student')
  await at('nav-settings').click()
  const seconds = at('clear-after').locator('input')
  const before = await seconds.inputValue()
  await seconds.focus()
  await scanner.plain(educationId)
  await expect(at('student')).toHaveAttribute('data-student-id', line.studentId)
  await at('nav-settings').click()
  await expect(at('clear-after').locator('input')).toHaveValue(before)
})

test('a scanner without a suffix is heard, too', async () => {
  const { line, educationId } = await aPupil()
  await scanner.underInputMethod(educationId, false)
  await expect(at('student')).toHaveAttribute('data-student-id', line.studentId)
})

test('a scan into the search leaves what was typed, and no garbage', async () => {
  const { line, educationId } = await aPupil()
  await at('search-input').focus()
  await type('li')
  await desk.page.waitForTimeout(300)
  await scanner.plain(educationId)
  await expect(at('student')).toHaveAttribute('data-student-id', line.studentId)
  await expect(at('search-input')).toHaveValue('li')
})

test('a scan ends what an input method was composing', async () => {
  const { line, educationId } = await aPupil()
  await at('search-input').focus()
  await scanner.compose('ni')
  await expect(at('search-input')).toHaveValue('ni')
  await expect(at('search-list')).toHaveCount(0)
  await desk.page.waitForTimeout(300)
  await scanner.underInputMethod(educationId)
  await expect(at('student')).toHaveAttribute('data-student-id', line.studentId)
  await expect(at('search-input')).toHaveValue('ni')
})

test('a scanned number nobody has is said calmly', async () => {
  await scanner.underInputMethod('90000001234567')
  await expect(at('scan-notice')).toHaveAttribute('data-kind', 'unknown-number')
  await both('scan-unknown')
  await at('scan-dismiss').click()
  await expect(at('scan-notice')).toHaveCount(0)
})

test('a tap wins over the list, and its verdict leads to the pupil', async () => {
  await at('search-input').fill('zhang')
  await answered('zhang')
  await verdictAfter(desk.page, 'lost', () => desk.tap('lost'))
  await expect(at('search-list')).toHaveCount(0)
  await at('open-student').click()
  await expect(at('standing')).toHaveAttribute('data-standing', 'LOST')
  await both('student-lost')
  await desk.page.keyboard.press('Escape')
  await at('recent-open').first().click()
  await expect(at('student')).toBeVisible()
})

test('a card nobody knows leads into the search', async () => {
  await verdictAfter(desk.page, 'unknown-card', () => desk.tap('unknown'))
  await at('next-step').click()
  await expect(at('search-input')).toBeFocused()
  await both('unknown-card')
})
