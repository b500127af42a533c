import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SampleId } from '../../../core/sampleCard.ts'
import { fareFacts, transitValidity } from '../../../core/validity.ts'
import { chipOf } from '../../../electron/rehearsal/chipOf.ts'
import { anyDay, anySize, bookOf, type Book } from './book.ts'

/** Every SampleId, so that the compiler asks for a new one here too. */
// prettier-ignore
const ALL = Object.keys({
  valid: 1, 'valid-rare-name': 1, 'valid-long-name': 1, 'valid-polyphone': 1, 'valid-t-union': 1,
  'valid-m1': 1, 'valid-former-school': 1, 'valid-temporary': 1, 'valid-suspended': 1,
  'valid-transit-expired': 1, 'same-name-1': 1, 'same-name-2': 1, lost: 1, replaced: 1, ordered: 1,
  arrived: 1, 'with-teacher': 1, damaged: 1, void: 1, 'found-held': 1, transferred: 1, graduated: 1,
  'wrong-school': 1, unknown: 1, 'chip-mismatch': 1, 'holds-two': 1, 'face-expired': 1, phone: 1,
  'other-cpu': 1, 'two-cards': 1, 'pulled-away': 1, garbage: 1,
} satisfies Record<SampleId, 1>) as readonly SampleId[]

const usual = bookOf(3000)

function sampleOf(book: Book, id: SampleId) {
  const sample = book.samples.find((one) => one.id === id)
  if (sample === undefined) throw new Error(`no sample ${id}`)
  return sample
}

function notesOn(id: SampleId): readonly string[] {
  const verdict = usual.verdictOn(sampleOf(usual, id).read)
  return verdict.kind === 'valid' ? verdict.notes.map(({ kind }) => kind) : [`not ${verdict.kind}`]
}

function cardRead(id: SampleId) {
  const { read } = sampleOf(usual, id)
  if (read.kind !== 'card') throw new Error(`${id} gave no card`)
  return read.card
}

describe('the sample cards', () => {
  it('are all there, once each', () => {
    expect(usual.samples.map(({ id }) => id).sort()).toEqual([...ALL].sort())
  })

  it.each(ALL)('%s leads to the verdict it promises', (id) => {
    const { read, expect: promised } = sampleOf(usual, id)
    expect(usual.verdictOn(read).kind).toBe(promised)
  })

  it('keep their promise whatever the seed, the size and the day', () => {
    fc.assert(
      fc.property(fc.integer(), anySize, anyDay, (seed, students, today) => {
        const book = bookOf(students, seed, today)
        for (const { id, read, expect: promised } of book.samples)
          expect([id, book.verdictOn(read).kind]).toEqual([id, promised])
      }),
      { numRuns: 60 },
    )
  })

  it('say what stands beside 有效, and nothing where nothing should', () => {
    expect(notesOn('valid')).toEqual([])
    expect(notesOn('valid-former-school')).toEqual(['face-of-former-school'])
    expect(notesOn('valid-temporary')).toEqual(['temporary-enrolment'])
    expect(notesOn('valid-suspended')).toEqual(['suspended'])
    expect(notesOn('valid-transit-expired')).toEqual([])
  })

  it('tell fare dates and enrolment apart', () => {
    expect(transitValidity(fareFacts(cardRead('valid')), usual.today).kind).toBe('good')
    expect(transitValidity(fareFacts(cardRead('valid-transit-expired')), usual.today).kind).toBe(
      'expired',
    )
  })

  it('show two pupils of one name and one class with different cards', () => {
    const [one, two] = [sampleOf(usual, 'same-name-1'), sampleOf(usual, 'same-name-2')]
    expect([one.name, one.className]).toEqual([two.name, two.className])
    expect(one.read).not.toEqual(two.read)
  })

  it('name the families that were read', () => {
    expect(cardRead('valid').family).toBe('bmac')
    expect(cardRead('valid-t-union')).toMatchObject({ family: 't-union', transitType: 'student' })
    expect(cardRead('valid-m1').family).toBe('m1')
    for (const sample of usual.samples)
      expect(sample.family).toBe(sample.read.kind === 'card' ? sample.read.card.family : null)
  })
})

describe('the chip of any card of the school', () => {
  it('leads back to that card, by number, by printed number or by UID', () => {
    const book = bookOf(600)
    for (const card of book.cards) {
      const verdict = book.verdictOn({ kind: 'card', card: chipOf(card, book.today) })
      expect(['unknown-card', 'chip-mismatch', 'temporary-number']).not.toContain(verdict.kind)
    }
  })

  it('has a UID of its own even where the record holds none', () => {
    const uids = usual.cards.map((card) => {
      const read = chipOf(card, usual.today)
      return read.family === 'phone' ? null : read.uid
    })
    expect(new Set(uids).size).toBe(usual.cards.length)
    for (const uid of uids) expect(uid).toMatch(/^(?!08|88)([0-9A-F]{8}|[0-9A-F]{14})$/)
  })
})
