import { describe, expect, it } from 'vitest'
import { CASE_STAGES } from '../../../core/case/caseStage.ts'
import { stageTone } from '../../../core/case/stageTone.ts'

const of = (tone: string) => CASE_STAGES.filter((stage) => stageTone(stage) === tone)

describe('the mark of a stage', () => {
  it('says who has to look first', () => {
    expect(of('look')).toEqual([
      ...['found-held', 'draft', 'disputed', 'payment-unknown', 'paid-confirmed', 'on-hold'],
    ])
  })

  it('stops where a case does not go on by itself', () => {
    expect(of('stop')).toEqual(['card-failed', 'left'])
  })
})
