import { describe, expect, it } from 'vitest'
import {
  lastLine,
  oneCheck,
  sum,
  tallyOfPlaywright,
  tallyOfVitest,
} from '../../scripts/testing/tally.mjs'

type Status = 'expected' | 'unexpected' | 'flaky' | 'skipped'

function report(
  ...tests: { status: Status; annotations?: { type: string; description?: string }[] }[]
) {
  const specs = tests.map(({ status, annotations = [] }, index) => ({
    title: `test ${index}`,
    tests: [{ status, annotations }],
  }))
  return {
    errors: [],
    suites: [{ title: 'a.spec.ts', specs: [], suites: [{ title: 'desk', specs }] }],
  }
}

describe('counting a vitest run', () => {
  it('takes the numbers of the report', () => {
    const skipped = [{ name: 'a', reason: 'b' }]
    expect(tallyOfVitest({ passed: 3, failed: 1, skipped }, 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped,
    })
  })

  it('counts a crash without a report as a failure', () => {
    expect(tallyOfVitest(null, 0).failed).toBe(1)
  })

  it('counts a run of no tests as a failure', () => {
    expect(tallyOfVitest({ passed: 0, failed: 0, skipped: [] }, 0).failed).toBe(1)
  })

  it('counts a bad exit code after green tests as a failure', () => {
    expect(tallyOfVitest({ passed: 3, failed: 0, skipped: [] }, 1)).toMatchObject({
      passed: 3,
      failed: 1,
    })
  })
})

describe('counting a Playwright run', () => {
  it('finds the tests of nested suites', () => {
    const tally = tallyOfPlaywright(report({ status: 'expected' }, { status: 'unexpected' }), 1)
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: [] })
  })

  it('keeps the reason of a skip', () => {
    const annotations = [{ type: 'skip', description: 'no keyring here' }]
    const tally = tallyOfPlaywright(
      report({ status: 'expected' }, { status: 'skipped', annotations }),
      0,
    )
    expect(tally.skipped).toEqual([
      { name: 'a.spec.ts › desk › test 1', reason: 'no keyring here' },
    ])
  })

  it('counts a test that was never run as a failure', () => {
    expect(tallyOfPlaywright(report({ status: 'expected' }, { status: 'skipped' }), 0).failed).toBe(
      1,
    )
  })

  it('counts an error outside every test as a failure', () => {
    expect(tallyOfPlaywright({ ...report({ status: 'expected' }), errors: [{}] }, 1).failed).toBe(1)
  })

  it('counts no report and no tests as failures', () => {
    expect(tallyOfPlaywright(null, 0).failed).toBe(1)
    expect(tallyOfPlaywright(report(), 0).failed).toBe(1)
  })
})

describe('the last line', () => {
  const skipped = [{ name: 'a', reason: 'b' }]

  it('leaves out the skipped when there are none', () => {
    expect(lastLine(sum(oneCheck(0), oneCheck(2)))).toBe('total: 1 passed, 1 failed')
  })

  it('counts the skipped when there are some', () => {
    expect(lastLine({ passed: 2, failed: 0, skipped })).toBe('total: 2 passed, 0 failed, 1 skipped')
  })
})
