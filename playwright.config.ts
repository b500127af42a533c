import { defineConfig } from 'playwright/test'

/** Real Electron, one at a time: there is one display and one card service. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/e2e',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
})
