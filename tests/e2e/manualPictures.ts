import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { REPO } from './launch.ts'

const FOLDER = join(REPO, 'docs/pictures/manual')
/** name of a picture → the words that stood on the screen when it was taken */
const WORDS = join(FOLDER, 'words.json')

/** `npm run manual` takes the pictures anew; every other run only asks whether they are still true. */
export const TAKING = process.env['DESK_MANUAL'] === 'take'

/** A face, a line of the list, a state of the reader: all have come by then. */
const SETTLED_MS = 800

type Words = Readonly<Record<string, string>>

const known: Record<string, string> = existsSync(WORDS)
  ? { ...(JSON.parse(readFileSync(WORDS, 'utf8')) as Words) }
  : {}

/**
 * A picture of the manual. It is stale when the screen says other words than when it was taken:
 * words and not dots are compared, because fonts differ from machine to machine.
 */
export async function manualPicture(page: Page, name: string): Promise<void> {
  if (TAKING) {
    await page.waitForTimeout(SETTLED_MS)
    mkdirSync(FOLDER, { recursive: true })
    await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
    known[name] = await shownWords(page)
    writeFileSync(WORDS, `${JSON.stringify(sorted(known), null, 2)}\n`)
    return
  }
  expect(existsSync(join(FOLDER, `${name}.png`)), `${name}.png is missing: npm run manual`).toBe(
    true,
  )
  await expect
    .poll(() => shownWords(page), `the manual shows an older ${name}: npm run manual`)
    .toBe(known[name])
}

const sorted = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).sort(([a], [b]) => a.localeCompare(b)))

/**
 * What can be read on the screen, but for banners, status line, folders and the room on the disk, which
 * tell of the machine, the recovery sheet, another one each time, and what is due, which goes by the
 * time of the year. Figures, days and ages are taken out: they change by the day.
 */
async function shownWords(page: Page): Promise<string> {
  const texts = await page.evaluate((outside) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement
      if (around?.checkVisibility() === true && around.closest(outside) === null)
        found.push(node.textContent ?? '')
    }
    for (const field of document.querySelectorAll('input')) found.push(field.value)
    return found
  }, MACHINE)
  return texts.map(withoutDay).filter(Boolean).join(' | ')
}

const MACHINE = [
  '.banners, .status, script, style, [data-test="trouble-place"]',
  '[data-test="care-disk"], [data-test="care-folder"], [data-test="care-sheet"]',
  '[data-test="sheet-groups"], [data-test="sheet-on-paper"], [data-test="fingerprint"]',
  '.retention td + td, .run',
].join(', ')

const withoutDay = (text: string): string =>
  text
    // a day of last year has its year and no weekday
    .replace(/(\d+年)?\d+月\d+日( 周[一二三四五六日])?/g, '某日')
    .replace(/\d+([:./-]\d+)*/g, '0')
    .replace(/刚刚|0 (分钟|小时|天)前/g, '前')
    .trim()
