/**
 * Counting what the tests said. Strict on purpose: no report, no tests at all, an error outside every test, a test that
 * was silently not run: each counts as a failure, because otherwise nobody would notice.
 */

/** @typedef {{name: string, reason: string}} Skipped */
/** @typedef {{passed: number, failed: number, skipped: readonly Skipped[]}} Tally */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: [] }

/** @param {Tally} a @param {Tally} b @returns {Tally} */
export const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
})

/** A check without tests inside: it passes or fails as one. @param {number} code @returns {Tally} */
export const oneCheck = (code) =>
  code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }

/**
 * A run that ended badly, or executed nothing, must not end as a success.
 * @param {Tally} tally
 * @param {number} code the program's exit code
 * @returns {Tally}
 */
function atLeastOneFailure(tally, code) {
  const ranNothing = tally.passed + tally.failed === 0
  return tally.failed === 0 && (code !== 0 || ranNothing) ? { ...tally, failed: 1 } : tally
}

/**
 * @param {import('./vitestReporter.mjs').VitestReport | null} report null when none was written
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOfVitest(report, code) {
  return atLeastOneFailure(report ?? nothing, code)
}

/**
 * @typedef {{status: 'skipped' | 'expected' | 'unexpected' | 'flaky', annotations: {type: string, description?: string}[]}} PlaywrightTest
 * @typedef {{title: string, specs: {title: string, tests: PlaywrightTest[]}[], suites?: PlaywrightSuite[]}} PlaywrightSuite
 * @typedef {{suites: PlaywrightSuite[], errors: unknown[]}} PlaywrightReport
 */

/**
 * @param {PlaywrightReport | null} report
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOfPlaywright(report, code) {
  const tests = (report?.suites ?? []).flatMap((suite) => testsOf(suite, []))
  return atLeastOneFailure(
    tests.map(tallyOfOne).reduce(sum, { ...nothing, failed: report?.errors.length ?? 0 }),
    code,
  )
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above
 * @returns {{name: string, test: PlaywrightTest}[]}
 */
function testsOf(suite, above) {
  const path = [...above, suite.title]
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({ name: [...path, spec.title].join(' › '), test })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path))]
}

/** @param {{name: string, test: PlaywrightTest}} tested @returns {Tally} */
function tallyOfOne({ name, test }) {
  if (test.status === 'unexpected') return { ...nothing, failed: 1 }
  if (test.status !== 'skipped') return { ...nothing, passed: 1 }
  const mark = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  // Without a mark nobody asked for the skip: an earlier failure or a crash kept the test from running.
  if (!mark) return { ...nothing, failed: 1 }
  return { ...nothing, skipped: [{ name, reason: mark.description ?? 'no reason given' }] }
}

/** @param {Tally} tally */
export function lastLine({ passed, failed, skipped }) {
  return `total: ${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
}
