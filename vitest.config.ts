import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/**
 * `unit` and `page` run anywhere; `reader` needs a real pcscd with virtual cards, `package` a packaged desk and a display: these
 * one file at a time.
 */
export default defineConfig({
  test: {
    // Vitest leaves a core to itself; of two it would use one, and take twice as long.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [
            'tests/e2e/**',
            'tests/**/*.reader.test.ts',
            'tests/package/**',
            'tests/renderer/**',
          ],
          // One process for many files: loading everything anew for each took half of the time.
          isolate: false,
          setupFiles: ['tests/helpers/eachTestFile.ts'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [vue()],
        // Each file in a process of its own (isolate): Vue keeps the document it first saw, and each file has another.
        test: { name: 'page', include: ['tests/renderer/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        test: {
          name: 'reader',
          include: ['tests/**/*.reader.test.ts'],
          globalSetup: ['tests/helpers/pcscdForTests.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'package',
          include: ['tests/package/*.package.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
