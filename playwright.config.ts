import { defineConfig } from 'playwright/test'

/** There is one card service, and one list of the manual's words. */
const ONE_BY_ONE = [
  '**/reader.e2e.ts',
  '**/firstDay.e2e.ts',
  '**/lossToHandOver.e2e.ts',
  '**/manual*.e2e.ts',
]
const EVERY_SCREEN = '**/screens/*.e2e.ts'

/** Real Electron, one for each display there is (scripts/testing/e2eRun.mjs). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  workers: process.env['DESK_DISPLAYS']?.split(' ').length ?? 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'card', testMatch: ONE_BY_ONE, workers: 1 },
    // The longest files begin first.
    { name: 'screens', testMatch: EVERY_SCREEN },
    { name: 'desk', testMatch: '**/*.e2e.ts', testIgnore: [...ONE_BY_ONE, EVERY_SCREEN] },
  ],
})
