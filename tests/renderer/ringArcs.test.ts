import { describe, expect, it } from 'vitest'
import { ringArcs } from '../../renderer/features/today/ringArcs.ts'

const angleOf = ({ label: { x, y } }: { label: { x: number; y: number } }) =>
  Math.round((Math.atan2(x - 100, 100 - y) * 180) / Math.PI)

describe('the parts of a ring', () => {
  it('go clockwise from above, each as long as it is large', () => {
    const arcs = ringArcs([
      { name: 'a', n: 5 },
      { name: 'b', n: 5 },
    ])
    expect(arcs.map(angleOf)).toEqual([90, -90])
  })

  it('leave out who has nothing', () => {
    expect(ringArcs([{ name: 'a', n: 0 }])).toEqual([])
    expect(
      ringArcs([
        { name: 'a', n: 0 },
        { name: 'b', n: 2 },
      ]).map(({ name }) => name),
    ).toEqual(['b'])
  })

  it('are one whole ring where there is one', () => {
    const [only] = ringArcs([{ name: 'a', n: 7 }])
    expect(only?.path).toBe(
      'M100 4A96 96 0 1 1 100 196A96 96 0 1 1 100 4ZM100 40A60 60 0 1 0 100 160A60 60 0 1 0 100 40Z',
    )
  })

  it('show one of three hundred', () => {
    const [one, many] = ringArcs([
      { name: 'a', n: 1 },
      { name: 'b', n: 299 },
    ])
    expect(one && angleOf(one)).toBeGreaterThan(6)
    expect(many?.path).toContain('0 1 1')
  })
})
