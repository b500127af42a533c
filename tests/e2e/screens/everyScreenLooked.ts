import { expect, test } from 'playwright/test'
import type { Language } from '../../../core/settings.ts'
import { deskForTests } from '../deskForTests.ts'
import { EVERY_SCREEN } from '../everyScreen.ts'
import { picture } from '../launch.ts'
import * as looks from '../screenLooks.ts'
import { toTheDesk } from '../staffScreens.ts'

/** The screens of look.md as the page sees them: the least and the largest, and with `DESK_EVERY_SIZE=1` all. */
const USUAL: looks.Size = [1366, 768]
const OTHERS: readonly looks.Size[] = process.env['DESK_EVERY_SIZE']
  ? [
      [1280, 720],
      [1920, 1080],
      // at 125 %
      [1093, 614],
      [1024, 576],
      [1536, 864],
    ]
  : [
      [1920, 1080],
      [1024, 576],
    ]

/** All that must hold on every screen, at one visit to each: the way there takes longer than the looking. */
export function everyScreenLooked(language: Language): void {
  const desk = deskForTests()

  for (const { name, go, inSight } of EVERY_SCREEN)
    test(`${name} in ${language}`, async () => {
      const { page } = desk
      await toTheDesk(desk)
      if ((await page.locator('html').getAttribute('lang')) !== language)
        await desk.change({ language, clearAfterSeconds: 60 })
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await looks.setSize(desk, USUAL)
      await go(desk)
      await page.evaluate(looks.settled)
      await looks.expectAxeClean(page, name)
      await looks.expectLargeTargets(page, name)
      await looks.expectNoSmallText(page, name)
      for (const size of [USUAL, ...OTHERS]) {
        const there = `${name} at ${size.join('×')}`
        if (size !== USUAL) await looks.setSize(desk, size)
        await looks.expectFits(desk, there)
        for (const part of inSight?.(desk) ?? []) await looks.expectInSight(part, there)
        await picture(page, `screens/${name.replaceAll(' ', '-')}-${language}-${size[0]}`)
      }
    })
}
