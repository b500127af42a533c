import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from 'playwright/test'
import { deskForTests } from './deskForTests.ts'
import { EVERY_SCREEN } from './everyScreen.ts'
import { launchDesk } from './launch.ts'
import { measureTargets } from './smallTargets.ts'
import { toTheDesk } from './staffScreens.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** In Electron no second page can be opened for axe to work in: legacy mode. */
async function expectAxeClean(page: Page, name: string): Promise<void> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
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

test.describe('every screen', () => {
  const desk = deskForTests()

  // All of it at one look at each screen: the way to a screen takes longer than the looking.
  for (const language of ['zh-CN', 'en'] as const)
    test(`has no fault axe can find, nothing small to press and no small text, in ${language}`, async () => {
      test.setTimeout(600_000)
      await toTheDesk(desk)
      await desk.change({ language, clearAfterSeconds: 60 })
      await expect(desk.page.locator('html')).toHaveAttribute('lang', language)
      for (const { name, go } of EVERY_SCREEN) {
        await go(desk)
        await expectAxeClean(desk.page, `${name} in ${language}`)
        await expectLargeTargets(desk.page, name)
        expect.soft(await desk.page.evaluate(smallTexts), name).toEqual([])
      }
    })
})

/** 44×44 px is the least a finger hits (look.md). */
async function expectLargeTargets(page: Page, name: string): Promise<void> {
  const { count, least, small } = await page.evaluate(measureTargets)
  console.log(`targets, ${name}: ${count}, the smallest ${least.toFixed(0)} px`)
  expect.soft(small, name).toEqual([])
  expect(count).toBeGreaterThan(5)
}

/** Runs in the page: what is written smaller than 14 px (look.md). */
const smallTexts = (): readonly string[] =>
  [...document.querySelectorAll('body *')]
    .filter((one) => one.getClientRects().length > 0)
    .filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14)
    .map((one) => one.outerHTML.slice(0, 120))

test('the trouble screen has no fault axe can find, and its button is large', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  // A file where the folder of the data should be: they cannot be opened.
  writeFileSync(join(folder, 'rehearsal'), '')
  const desk = await launchDesk({ folder })
  try {
    await expect(desk.page.locator('[data-test="trouble"]')).toBeVisible({ timeout: 20_000 })
    await expectAxeClean(desk.page, 'trouble')
    expect((await desk.page.evaluate(measureTargets)).small).toEqual([])
  } finally {
    await desk.close()
    desk.forget()
  }
})
