import { describe, expect, it } from 'vitest'
import { DeskError } from '../../../core/errors.ts'
import { logged } from '../../../electron/log.ts'
import { cleanLine } from '../../../electron/support/cleanLine.ts'

const FILES = new Set(['main.js', 'cleanLine.test.ts'])

const clean = (line: object): unknown => cleanLine(JSON.stringify(line), FILES)

describe('a line of the log', () => {
  it('of the desk itself comes through whole', () => {
    const cause = Object.assign(new TypeError('x'), { code: 'SQLITE_FULL' })
    const line = {
      at: '2026-10-12T00:02:00.000Z',
      event: 'request-failed',
      ...logged(new DeskError('db-full', 'x', { cause })),
      frames: ['cleanLine.test.ts:14', 'main.js:8'],
      reason: 'student.page',
      count: 3,
      ms: 412,
    }
    expect(clean(line)).toEqual(line)
  })

  it.each<[string, unknown]>([
    ['event', 'zhang-wei'],
    ['event', '张伟'],
    ['at', '张伟'],
    ['at', '2013-10-05'],
    ['code', 'zhangwei'],
    ['code', 'E73519264'],
    ['count', 73519264],
    ['count', '3'],
    ['ms', 1e15],
    ['reason', 'mei you zhang wei'],
    ['reason', 'zhangwei@example.test'],
    ['reason', '/srv/zhangwei/desk.db'],
    ['error', 'Error(zhangwei)'],
    ['error', 'ZhangWei'],
    ['error', 'Error < 张伟'],
    ['error', 'DeskError(db-full) < Error(73519264)'],
    ['event', { name: '张伟' }],
  ])('loses what is not known to be harmless: %s = %j', (key, value) => {
    expect(clean({ [key]: value })).toEqual({ [key]: '[redacted]' })
  })

  it('names files of the program in its frames, and of others keeps the line', () => {
    const frames = [
      'main.js:41027',
      'zhang-wei.ts:1',
      '/srv/li/main.js:2',
      '张伟',
      'main.js:735192',
    ]
    expect(clean({ frames })).toEqual({
      frames: ['main.js:41027', '[redacted]:1', '[redacted]:2', '[redacted]', '[redacted]'],
    })
    expect(clean({ frames: 'main.js:1' })).toEqual({ frames: '[redacted]' })
  })

  it('loses keys that are not of a line, name and all', () => {
    expect(
      cleanLine('{"event":"trouble","张伟":1,"__proto__":{"event":"x"},"toString":2}', FILES),
    ).toEqual({
      event: 'trouble',
      dropped: 3,
    })
  })

  it.each(['', '张伟', '[1]', '"张伟"', 'null', '{"event":"trou'])(
    'that is none is gone: %j',
    (line) => {
      expect(cleanLine(line, FILES)).toEqual({ line: '[redacted]' })
    },
  )
})
