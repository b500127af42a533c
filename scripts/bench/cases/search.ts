import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright/test'
import type { KioskBridge } from '../../../core/contract.ts'
import { inTurn } from '../cards.ts'
import { withDesk, within } from '../desk.ts'
import { watchSearch, type Searched, type SearchWatch } from '../inSearch.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { percentile } from '../statistics.ts'

declare const window: { readonly kiosk: KioskBridge; readonly bench: SearchWatch }

const PAINTED_WITHIN_MS = 5_000

/** Whole and half names, initials, surnames with hundreds of bearers; keys one by one. */
const LETTERS = ['zhangwei', 'w', 'lxm', 'ouyang', 'z', 'wangzihan', 'yy', 'shan', 'chen', 'l']
/** As an input method hands it over: at once. */
const CHARACTERS = ['张', '王', '李', '张伟', '欧阳', '子', '一', '刘']

/** Key press → the list that answers this very text painted, in a school of this size. */
export const search =
  (students: number) =>
  async (n: number): Promise<Measured> => {
    const folder = await schoolOf(students)
    const { value: searched, loopDelayMaxMs } = await withDesk(folder, async ({ page }) => {
      await page.evaluate(watchSearch)
      return typeAll(page, [...LETTERS, ...CHARACTERS, ...(await somePupils(page))], n)
    })
    const most = Math.max(...searched.map(({ hits }) => hits))
    const p95 = (of: (one: Searched) => number): number => round(percentile(searched.map(of), 95))
    const slowest = searched.toSorted((a, b) => b.ms - a.ms).slice(0, 3)
    return {
      values: searched.map(({ ms }) => ms),
      floor: null,
      loopDelayMaxMs,
      more: {
        'key to list in the DOM (p95)': p95(({ inDomMs }) => inDomMs),
        'key to second frame (p95)': p95(({ secondFrameMs }) => secondFrameMs),
        'most lines in a list': most,
        ...Object.fromEntries(slowest.map(({ text, ms }) => [`slowest: ${text}`, round(ms)])),
      },
      faults: most === 0 ? ['no search found anybody'] : [],
    }
  }

const round = (ms: number): number => Math.round(ms * 100) / 100

/** Names and tails of pupils who are there. */
async function somePupils(page: Page): Promise<readonly string[]> {
  const lines = await page.evaluate(async () => {
    const reply = await window.kiosk.request('search.find', { text: '张', limit: 20 })
    if (!reply.ok) throw new Error(reply.code)
    return reply.value.lines.map(({ name, educationIdTail }) => ({ name, educationIdTail }))
  })
  return lines.flatMap(({ name, educationIdTail }) =>
    educationIdTail === null ? [name] : [name, educationIdTail],
  )
}

/** Every key is a reading. A person's pace, never in step with the screen; faster would be a scanner's. */
async function typeAll(page: Page, texts: readonly string[], n: number): Promise<Searched[]> {
  const field = page.locator('[data-test="search-input"]')
  const searched: Searched[] = []
  for (let turn = 0; searched.length < n; turn++) {
    const text = inTurn(texts, turn)
    await field.click()
    await field.fill('')
    for (const part of /^\w+$/.test(text) ? text : [text]) {
      await sleep(150 + ((searched.length * 37) % 100))
      const painted = page.evaluate(() => window.bench.next())
      if (/\w/.test(part)) await page.keyboard.press(part)
      else await page.keyboard.insertText(part)
      searched.push(await within(PAINTED_WITHIN_MS, 'A list', painted))
    }
  }
  return searched.slice(0, n)
}
