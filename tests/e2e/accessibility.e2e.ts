import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { launchDesk } from './launch.ts'
import { expectAxeClean } from './screenLooks.ts'
import { measureTargets } from './smallTargets.ts'

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
