import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CardRead } from '../../core/cardRead.ts'
import { type Bench, openBench } from '../helpers/pcscdBench.ts'
import { recordedCard } from '../helpers/virtualCardTalk.ts'

const BMAC = { family: 'bmac', number: '1000751136141285', uid: '04A1B2C3D4E5F6' }

describe.skipIf(inject('noPcscd') !== null)('a card laid on a real reader', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await openBench()
  })
  afterEach(() => {
    expect(bench.law.atRest()).toEqual([])
  })
  afterAll(() => bench.close())

  async function tapped(name: string): Promise<CardRead> {
    const card = await bench.insert(0, recordedCard(name))
    const { card: read } = await bench.next('card-read', 0)
    await card.pull()
    await bench.next('card-gone', 0)
    return read
  }

  it.each([
    ['bmac', BMAC],
    ['t-union', { family: 't-union', number: '3105170010170907984', transitType: 'student' }],
    ['t-union-ef15', { family: 't-union', number: '3105170010170907984' }],
    ['t-union-mot-t-ep', { family: 't-union', number: '3104991585000011383' }],
    ['m1-classic-4k', { family: 'm1', uid: 'DE4F2610' }],
    ['other-cpu', { family: 'other-cpu', uid: '0499AABBCCDDEE' }],
    ['city-union', { family: 'other-cpu' }],
    ['phone', { family: 'phone' }],
    ['phone-bmac', { ...BMAC, uid: null }],
    ['bmac-6c', BMAC],
    ['bmac-61', BMAC],
    ['bmac-6700', BMAC],
  ])('is read: %s', async (name, card) => {
    expect(await tapped(name)).toMatchObject(card)
  })

  it('on two readers at once is read on each', async () => {
    const cards = await Promise.all([
      bench.insert(0, recordedCard('bmac')),
      bench.insert(1, recordedCard('t-union')),
    ])
    const reads = await Promise.all([bench.next('card-read', 0), bench.next('card-read', 1)])
    expect(reads.map((read) => read.card.family)).toEqual(['bmac', 't-union'])
    await Promise.all(cards.map((card) => card.pull()))
    await Promise.all([bench.next('card-gone', 0), bench.next('card-gone', 1)])
  })
})
