import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, FIRST_PREV_HASH, seal, type Envelope } from '../../core/outbox.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The golden envelope: desk and city must hash it alike in every version ever released. */
const OPEN: Omit<Envelope, 'hash'> = {
  cmdId: '019923c0-7a00-7000-8000-000000000001',
  deviceId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  deviceEpoch: 1,
  deviceSeq: 1,
  prevHash: FIRST_PREV_HASH,
  schoolId: 'school-1',
  operatorId: null,
  leaseId: null,
  type: 'tap.recorded',
  schemaVersion: 1,
  payload: {
    tapId: '019923c0-7a00-7000-8000-000000000002',
    reader: '读卡器 "1"',
    family: 'bmac',
    identifiers: [{ kind: 'bmac', value: '1000751012345678' }],
    cardId: 'card-1',
    studentId: null,
    verdict: 'valid',
    dataVersion: 3,
    dataAgeMs: 86400000,
  },
  basedOn: {},
  recordedAt: 1757000000000,
  bootId: 'boot-1',
  uptimeMs: 12345.5,
  estServerOffsetMs: -250,
  uncertaintyMs: 40,
}

const GOLDEN_TEXT =
  '{"basedOn":{},"bootId":"boot-1","cmdId":"019923c0-7a00-7000-8000-000000000001",' +
  '"deviceEpoch":1,"deviceId":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","deviceSeq":1,' +
  '"estServerOffsetMs":-250,"leaseId":null,"operatorId":null,"payload":{"cardId":"card-1",' +
  '"dataAgeMs":86400000,"dataVersion":3,"family":"bmac","identifiers":[{"kind":"bmac",' +
  '"value":"1000751012345678"}],"reader":"读卡器 \\"1\\"","studentId":null,' +
  '"tapId":"019923c0-7a00-7000-8000-000000000002","verdict":"valid"},' +
  '"prevHash":"0000000000000000000000000000000000000000000000000000000000000000",' +
  '"recordedAt":1757000000000,"schemaVersion":1,"schoolId":"school-1",' +
  '"type":"tap.recorded","uncertaintyMs":40,"uptimeMs":12345.5}'

const GOLDEN_HASH = 'fe2b3ce9e2663748e6a86ef536a4338260a958c85afdf12eea40727255c9698d'

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, one]) => [key, turned(one)]))
}

describe('the seal', () => {
  it('of the golden envelope is the golden hash', () => {
    expect(canonical(OPEN)).toBe(GOLDEN_TEXT)
    expect(seal(OPEN, sha256)).toEqual({ ...OPEN, hash: GOLDEN_HASH })
  })

  it('does not depend on the order in which an object was put together', () => {
    expect(canonical(turned(OPEN))).toBe(GOLDEN_TEXT)
  })

  it('changes with every field', () => {
    const hash = seal(OPEN, sha256).hash
    for (const key of Object.keys(OPEN))
      expect([key, seal({ ...OPEN, [key]: 'other' }, sha256).hash]).not.toEqual([key, hash])
  })
})

describe('the canonical form', () => {
  const options = { seed: 20_260_901, numRuns: 500 }

  it('of any JSON value can be read again, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const again: unknown = JSON.parse(canonical(value))
        expect(again).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonical(again)).toBe(canonical(value))
      }),
      options,
    )
  })

  it('is the same for any order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(turned(value))).toBe(canonical(value))
      }),
      options,
    )
  })
})
