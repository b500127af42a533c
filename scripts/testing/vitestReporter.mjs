/**
 * Writes what `npm test` counts. Vitest's own JSON leaves out why a test was skipped and what went wrong
 * outside every test; both matter here.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** @typedef {{passed: number, failed: number, skipped: {name: string, reason: string}[]}} VitestReport */

export default class CountingReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} strayErrors
   */
  onTestRunEnd(modules, strayErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (/** @type {string} */ state) =>
      tests.filter((test) => test.result().state === state)
    // A file that could not be read, or a failed beforeAll, has no failed test of its own.
    const brokenFiles = modules.filter(
      (module) => !module.ok() && [...module.children.allTests('failed')].length === 0,
    )
    /** @type {VitestReport} */
    const report = {
      passed: inState('passed').length,
      failed:
        inState('failed').length +
        inState('pending').length +
        brokenFiles.length +
        strayErrors.length,
      skipped: inState('skipped').map((test) => ({ name: test.fullName, reason: reasonOf(test) })),
    }
    const file = /** @type {string} */ (process.env.DESK_TEST_REPORT)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(report))
  }
}

/** @param {import('vitest/node').TestCase} test */
function reasonOf(test) {
  const result = test.result()
  return (result.state === 'skipped' && result.note) || 'no reason given'
}
