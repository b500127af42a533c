import { describe, expect, it } from 'vitest'
import { onOwnDisk } from '../helpers/testDbDisk.ts'

const DISK = 8 * 1024 * 1024

interface Told {
  readonly code: string
  readonly message: string
}

describe('a read-only disk', () => {
  it('is told as such, nothing changes, and the desk goes on when it can be written again', (context) => {
    const run = onOwnDisk<{
      opening: Told
      anew: Told
      wrongKey: Told
      unchanged: boolean
      seq: number
      whole: boolean
    }>('readOnly', DISK)
    if ('skipped' in run) return context.skip(run.skipped)
    expect(run.found).toMatchObject({
      opening: { code: 'db-read-only' },
      anew: { code: 'db-read-only' },
      wrongKey: { code: 'db-wrong-key' },
      unchanged: true,
      seq: 2,
      whole: true,
    })
    expect(run.found.opening.message).toContain('cannot be written to')
  })
})

describe('A6 a full disk', () => {
  it('refuses the act that finds no room, keeps all before it, and goes on when there is room', (context) => {
    const run = onOwnDisk<{
      failures: [string, string][]
      setting: Told
      roll: Told
      keptRoll: number
      acknowledged: number
      seq: number
      whole: boolean
    }>('full', DISK)
    if ('skipped' in run) return context.skip(run.skipped)
    const { found } = run
    expect(found).toMatchObject({
      setting: { code: 'db-full' },
      roll: { code: 'db-full' },
      keptRoll: 300,
      seq: found.acknowledged + 1,
      whole: true,
    })
    expect(found.failures.map(([code]) => code)).toEqual(['db-full'])
    expect(found.failures[0]?.[1]).toContain('the disk is full')
    expect(found.acknowledged).toBeGreaterThan(10)
  })

  it('at the start is told as such, with data and without, and nothing changes', (context) => {
    const run = onOwnDisk<object>('fullAtStart', DISK)
    if ('skipped' in run) return context.skip(run.skipped)
    expect(run.found).toMatchObject({
      opening: { code: 'db-full' },
      unchanged: true,
      seq: 2,
      whole: true,
      codes: ['db-full'],
      first: 1,
    })
  })
})
