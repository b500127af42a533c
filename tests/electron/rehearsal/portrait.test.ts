import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sitter } from '../../../electron/rehearsal/portrait/look.ts'
import { drawPortrait } from '../../../electron/rehearsal/portrait/portrait.ts'
import { bookOf } from './book.ts'

const MOST_BYTES = 2_300
const MEAN_BYTES = 1_800

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'width', 'height', 'viewBox'],
  g: ['fill', 'stroke-linecap', 'transform'],
  path: ['d', 'fill', 'opacity', 'stroke', 'stroke-dasharray', 'stroke-linejoin', 'stroke-width'],
}

const anySitter: fc.Arbitrary<Sitter> = fc.record({
  studentId: fc.nat(200_000).map((ordinal) => `student-${ordinal}`),
  sex: fc.constantFrom('female', 'male'),
  grade: fc.integer({ min: 1, max: 13 }),
})

/** Reads the drawing tag by tag and refuses anything but the elements and attributes above. */
function readStrictly(svg: string): void {
  const open: string[] = []
  let at = 0
  for (const [tag, closing, name = '', attributes = '', empty] of svg.matchAll(
    /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>&]*")*)(\/?)>/g,
  )) {
    expect(svg.indexOf(tag, at)).toBe(at)
    at += tag.length
    expect(Object.keys(ATTRIBUTES)).toContain(name)
    for (const [, attribute] of attributes.matchAll(/ ([a-zA-Z-]+)=/g))
      expect(ATTRIBUTES[name]).toContain(attribute)
    if (closing) expect(open.pop()).toBe(name)
    else if (!empty) open.push(name)
  }
  expect(at).toBe(svg.length)
  expect(open).toEqual([])
}

describe('a drawn portrait', () => {
  it('is the same for the same pupil, and pupils differ', () => {
    const sitters = Array.from({ length: 300 }, (_, at): Sitter => {
      return { studentId: `student-${at}`, sex: at % 2 ? 'male' : 'female', grade: 1 + (at % 12) }
    })
    const drawings = sitters.map(drawPortrait)
    expect(sitters.map(drawPortrait)).toEqual(drawings)
    expect(new Set(drawings).size).toBe(drawings.length)
  })

  it('is well-formed: paths with presentation attributes, and nothing else', () => {
    fc.assert(
      fc.property(anySitter, (sitter) => readStrictly(drawPortrait(sitter))),
      { numRuns: 300 },
    )
  })

  it('never draws with a number that is none', () => {
    fc.assert(
      fc.property(anySitter, (sitter) => {
        expect(drawPortrait(sitter)).not.toMatch(/NaN|undefined|Infinity|--|\d\.\d{4}/)
      }),
      { numRuns: 500 },
    )
  })

  it('is small', () => {
    const sizes = [...bookOf(1000).roll.photos].map(({ bytes }) => bytes.length)
    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES)
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(MEAN_BYTES)
  })

  it('wears the red scarf in primary school only', () => {
    const scarf = 'fill="#d22"'
    for (let grade = 1; grade <= 13; grade++) {
      const svg = drawPortrait({ studentId: 'student-1', sex: 'female', grade })
      expect(svg.includes(scarf)).toBe(grade <= 6)
    }
  })

  it('belongs to a pupil of the roll; a few have none, as in any school', () => {
    const book = bookOf(1000)
    const photos = [...book.roll.photos]
    const students = new Set(book.students.map(({ id }) => id))
    expect(photos.every(({ studentId }) => students.has(studentId))).toBe(true)
    expect(photos.every(({ mime }) => mime === 'image/svg+xml')).toBe(true)
    const without = book.ownPupils.length - photos.filter(inClass(book)).length
    expect(without).toBeGreaterThan(0)
    expect(without).toBeLessThan(50)
  })
})

function inClass({ ownPupils }: ReturnType<typeof bookOf>) {
  const pupils = new Set(ownPupils.map(({ id }) => id))
  return ({ studentId }: { readonly studentId: string }) => pupils.has(studentId)
}
