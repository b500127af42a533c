import { setTimeout as sleep } from 'node:timers/promises'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { v7 as uuidv7 } from 'uuid'
import type { KioskBridge } from '../../../core/contract.ts'
import type { Database } from '../../../db/database.ts'
import { openDatabase } from '../../../db/open.ts'
import { listChange } from '../../../db/rollChanges.ts'
import { databaseFile } from '../../../electron/localData.ts'
import { differentCards, inTurn } from '../cards.ts'
import { within, withDesk } from '../desk.ts'
import { watchLists, type ListWatch, type Opened } from '../inList.ts'
import { benchKey } from '../person.ts'
import type { Measured } from '../result.ts'
import { schoolOf } from '../schools.ts'
import { percentile } from '../statistics.ts'

declare const window: { readonly kiosk: KioskBridge; readonly benchLists: ListWatch }

const PUPILS = 3_000
const WITHIN_MS = 10_000
/** As many as the screen lists. */
const CHANGES = 30
const TAPS = 50
/** A tap is through by then. */
const TAP_MS = 150

/** How a list is come to and left again. */
interface Way {
  readonly before?: (page: Page, folder: string) => Promise<void>
  /** @returns the rows to wait for */
  readonly open: (page: Page, turn: number) => Promise<{ readonly rows: string; act(): unknown }>
  readonly leave: (page: Page) => Promise<void>
}

const hand = (page: Page, name: string): Promise<void> =>
  page.locator(`[data-test="${name}"]`).click()

const gone = (page: Page, rows: string): Promise<void> =>
  page.locator(rows).first().waitFor({ state: 'detached' })

/** A list behind one button, with rows of one kind. */
function behind(button: string, rows: string, back: string, before?: Way['before']): Way {
  return {
    ...(before === undefined ? {} : { before }),
    open: (page) => Promise.resolve({ rows, act: () => hand(page, button) }),
    async leave(page) {
      await hand(page, back)
      await gone(page, rows)
    },
  }
}

const WAYS = {
  names: behind('roll-part-names', '[data-test="name-line"]', 'roll-part-roll', (page) =>
    hand(page, 'nav-roll'),
  ),
  changes: behind('nav-roll', '[data-test="roll-change"]', 'nav-settings'),
  cases: behind('nav-cases', '[data-test="work-row"]', 'nav-settings'),
  today: behind('nav-today', '[data-test="work-ring"]', 'nav-settings'),
  log: behind('nav-log', '[data-test="log-row"]', 'nav-settings', tapOften),
  taps: behind('nav-verify', '[data-test="recent-taps"] li', 'nav-settings', tapOften),
  class: {
    before: (page) => hand(page, 'nav-binding'),
    async open(page, turn) {
      const classes = page.locator('[data-test="binding-class"] option:not([disabled])')
      const one = classes.nth(turn % (await classes.count()))
      const [name = ''] = ((await one.textContent()) ?? '').trim().split(' · ')
      const value = (await one.getAttribute('value')) ?? ''
      return {
        rows: `ol[aria-label="${name}"] [data-test="binding-row"]`,
        act: () => page.locator('[data-test="binding-class"]').selectOption(value),
      }
    },
    leave: () => Promise.resolve(),
  },
} as const satisfies Readonly<Record<string, Way>>

/** Click → rows of the list painted, in a school of 3,000. */
export const lists =
  (of: keyof typeof WAYS) =>
  async (n: number): Promise<Measured> => {
    const way: Way = WAYS[of]
    const folder = await copyOf(await schoolOf(PUPILS))
    const { value: opened, loopDelayMaxMs } = await withDesk(folder, async ({ page }) => {
      await page.evaluate(watchLists)
      await way.before?.(page, folder)
      const all: Opened[] = []
      for (let turn = 0; turn < n; turn++) {
        await sleep(200 + ((turn * 37) % 100))
        all.push(await openOnce(page, way, turn))
        await way.leave(page)
      }
      return all
    }).finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }))
    const p95 = (figure: (one: Opened) => number): number =>
      Math.round(percentile(opened.map(figure), 95) * 100) / 100
    const fewest = Math.min(...opened.map(({ rows }) => rows))
    return {
      values: opened.map(({ ms }) => ms),
      floor: null,
      loopDelayMaxMs,
      more: { 'click to list in the DOM (p95)': p95(({ inDomMs }) => inDomMs), rows: fewest },
    }
  }

async function openOnce(page: Page, way: Way, turn: number): Promise<Opened> {
  const { rows, act } = await way.open(page, turn)
  const drawn = page.evaluate((wanted) => window.benchLists.next(wanted), rows)
  await act()
  return within(WITHIN_MS, 'A list', drawn)
}

/** A school like the others' with long lists: many changes of the roll, and a name to check in each class, twice. */
async function copyOf(home: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'bench-lists-'))
  cpSync(home, copy, { recursive: true })
  const file = databaseFile(join(copy, 'rehearsal'))
  const db = openDatabase({ file, key: await benchKey(copy) })
  try {
    addChanges(db)
    db.exec(`
      UPDATE student SET name = '张晗' WHERE id IN (
        SELECT min(id) FROM student WHERE class_id IS NOT NULL GROUP BY class_id);
      UPDATE student SET name = '张哈' WHERE id IN (
        SELECT max(id) FROM student WHERE class_id IS NOT NULL GROUP BY class_id)`)
  } finally {
    db.close()
  }
  return copy
}

function addChanges(db: Database): void {
  const counts = { entered: 12, changed: 3, left: 2, withdrawn: 0, classes: 1, photos: 0 }
  for (let made = 0; made < CHANGES; made++)
    listChange(db, {
      ...{ changeId: uuidv7(), at: Date.now(), operatorId: null, why: 'import', counts },
      ...{ undoes: null, cmdIds: [] },
    })
}

/** So many taps that the lists of them, and of the log, are full. */
async function tapOften(page: Page, folder: string): Promise<void> {
  const cards = differentCards(folder)
  for (let made = 0; made < TAPS; made++) {
    const sampleId = inTurn(cards, made)
    await page.evaluate((id) => window.kiosk.request('rehearsal.tap', { sampleId: id }), sampleId)
    await sleep(TAP_MS)
  }
  await hand(page, 'nav-settings')
}
