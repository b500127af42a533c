import { describe, expect, it } from 'vitest'
import { act, arrived, laid, produced, refusalOf, SUPERVISOR } from './acts.ts'
import { after, card, decide, eventsOf, RENAMED, stateOf } from './builders.ts'

const out = arrived({ cards: [card('old', 'LOST'), card('a-1.1', 'WITH_TEACHER')] })
const close = (how: 'tap' | 'tick' | 'back') => act('pack.closed', { how })

describe('班主任代领', () => {
  it('is out of the desk, and not yet in the pupil’s hands', () => {
    const state = after(arrived(), act('pack.taken'))
    expect([stateOf(state, 'a-1.1'), stateOf(state, 'old')]).toEqual(['WITH_TEACHER', 'LOST'])
    expect(state.applications).toMatchObject([{ state: 'ARRIVED' }])
  })

  it('5.7-19 keeps the teacher’s name and the one signature of the pack', () => {
    expect(eventsOf(decide(arrived(), act('pack.taken')))).toContainEqual(
      expect.objectContaining({
        ...{ type: 'collected', signature: '1,1 2,2' },
        collector: { kind: 'class-teacher', name: '王老师' },
      }),
    )
  })

  it('takes only what lies at the desk', () => {
    expect(refusalOf(out, act('pack.taken'))).toBe('not-arrived')
    expect(refusalOf(produced(), act('pack.taken'))).toBe('not-arrived')
  })

  it.each(['tap', 'tick'] as const)('each card given by a %s is in use', (how) => {
    const state = after(out, close(how), laid('a-1.1'))
    expect([stateOf(state, 'a-1.1'), stateOf(state, 'old')]).toEqual(['ACTIVE', 'REPLACED'])
    expect(state.applications).toMatchObject([{ state: 'HANDED_OVER' }])
  })

  it('a tick proves no chip: no number is bound by it', () => {
    const types = (how: 'tap' | 'tick') =>
      eventsOf(decide(out, close(how), laid('a-1.1'))).map(({ type }) => type)
    expect(types('tap')).toContain('card-identified')
    expect(types('tick')).not.toContain('card-identified')
  })

  it('a tap needs this very card', () => {
    expect(refusalOf(out, close('tap'))).toBe('chip-not-proven')
    expect(refusalOf(out, close('tap'), { ...laid('a-1.1'), chipOf: ['other'] })).toBe(
      'chip-of-another',
    )
  })

  it('what comes back lies at the desk again, whatever has changed meanwhile', () => {
    const back = after({ ...out, standing: RENAMED }, close('back'))
    expect([stateOf(back, 'a-1.1'), back.applications[0]?.state]).toEqual(['ARRIVED', 'ARRIVED'])
  })

  it('waits while the application is on hold, and while the card shows a former name', () => {
    expect(refusalOf(after(out, act('application.held'), SUPERVISOR), close('tick'))).toBe(
      'on-hold',
    )
    expect(refusalOf({ ...out, standing: RENAMED }, close('tick'))).toBe('data-changed')
  })

  it('may still be collected at the desk by the pupil', () => {
    expect(stateOf(after(out, act('card.handed-over'), laid('a-1.1')), 'a-1.1')).toBe('ACTIVE')
  })

  it('is closed once', () => {
    expect(refusalOf(after(out, close('tick')), close('tick'))).toBe('not-with-teacher')
  })
})
