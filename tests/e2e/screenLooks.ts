import axe from 'axe-core'
import { expect, type Locator, type Page } from 'playwright/test'
import { cutOff } from '../helpers/cutOff.ts'
import type { DeskForTests } from './deskForTests.ts'
import { measureTargets } from './smallTargets.ts'

export type Size = readonly [width: number, height: number]

declare const window: { readonly axe?: typeof axe }

const RULES: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** axe comes into the page once, past its CSP, which stays as it is. */
export async function expectAxeClean(page: Page, name: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    (rules) =>
      window.axe?.run({
        // What passed is counted, not described: that took a second time as long.
        ...{ runOnly: [...rules], resultTypes: ['violations'], elementRef: false },
      }),
    RULES,
  )
  if (found === undefined) throw new Error('axe did not come into the page.')
  console.log(
    `axe, ${name}: ${found.passes.length} rules passed, ${found.violations.length} broken`,
  )
  const broken = found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  )
  // Soft: one run names them all.
  expect.soft(broken, name).toEqual([])
  expect(found.passes.length).toBeGreaterThan(5)
}

/** 44×44 px is the least a finger hits (look.md). */
export async function expectLargeTargets(page: Page, name: string): Promise<void> {
  const { count, least, small } = await page.evaluate(measureTargets)
  console.log(`targets, ${name}: ${count}, the smallest ${least.toFixed(0)} px`)
  expect.soft(small, name).toEqual([])
  expect(count).toBeGreaterThan(5)
}

/** 14 px is the least that is read (look.md). */
export async function expectNoSmallText(page: Page, name: string): Promise<void> {
  expect.soft(await page.evaluate(smallTexts), name).toEqual([])
}

/** Runs in the page: what is written smaller. */
const smallTexts = (): readonly string[] =>
  [...document.querySelectorAll('body *')]
    .filter((one) => one.getClientRects().length > 0)
    .filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14)
    .map((one) => one.outerHTML.slice(0, 120))

export async function setSize(desk: DeskForTests, [width, height]: Size): Promise<void> {
  await desk.app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
    [width, height] as const,
  )
  // Under Xvfb a window as large as the screen, or of broken pixels, is a pixel less.
  const offBy = (): Promise<number> =>
    desk.page.evaluate(([w, h]) => Math.max(Math.abs(innerWidth - w), Math.abs(innerHeight - h)), [
      width,
      height,
    ] as const)
  await expect.poll(offBy, { intervals: [20, 50, 100, 250] }).toBeLessThan(2)
  await desk.page.evaluate(settled)
}

/** Runs in the page: what unfolds or fades in is through, and what follows the size has followed. */
export async function settled(): Promise<void> {
  const ends = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished)
  await Promise.allSettled(ends)
  for (let frames = 0; frames < 3; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Nothing scrolls sideways, the page itself never scrolls, and no words are cut off. */
export async function expectFits({ page }: DeskForTests, name: string): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return [scrollWidth - clientWidth, scrollHeight - clientHeight]
  })
  expect.soft(over, name).toEqual([0, 0])
  expect.soft(await page.evaluate(cutOff), name).toEqual([])
}

/** Whole inside the window and inside the verdict's sheet. */
export async function expectInSight(part: Locator, name: string): Promise<void> {
  const hidden = await part.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const room = (element.closest('.sheet') ?? document.documentElement).getBoundingClientRect()
    return [room.top - top, bottom - room.bottom, room.left - left, right - room.right]
  })
  for (const pixels of hidden) expect.soft(pixels, name).toBeLessThan(1)
}
