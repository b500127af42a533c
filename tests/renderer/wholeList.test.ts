// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaseStage } from '../../core/case/caseStage.ts'
import type { WorkList } from '../../core/case/workLists.ts'
import type { CaseShown } from '../../core/caseRequests.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { usePlace, type Screen } from '../../renderer/stores/place.ts'
import { useWork } from '../../renderer/stores/work.ts'
import { caseDesk } from './caseDesk.ts'
import { aCase } from './caseShown.ts'
import { workDesk } from './workDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

describe('a whole list', () => {
  it('is taken by a file of payments, and counted again', async () => {
    const { at, press, comes, asked } = await workDesk('to-pay')
    await press('payments-go')
    await comes('payments')
    expect(at('payments').exists()).toBe(true)
    expect(at('work-row').exists()).toBe(false)
    await press('payments-open')
    const before = asked('case.lists').length
    await press('payments-take')
    expect(asked('case.lists')).toHaveLength(before + 1)
    await press('work-back')
    expect(at('payments').exists()).toBe(false)
    expect(at('work-row').exists()).toBe(true)
  })

  it('is left by Esc, but not while a reason is being typed', async () => {
    const { at, press } = await workDesk('to-pay')
    await press('payments-go')
    await press('unmatched-settle')
    await at('unmatched-reason').trigger('keydown', { code: 'Escape' })
    expect(at('payments').exists()).toBe(true)
    await at('payments').trigger('keydown', { code: 'Escape' })
    expect(at('payments').exists()).toBe(false)
  })

  it('is a list again when another is chosen, and when the desk locks', async () => {
    const { press } = await workDesk('to-pay')
    await press('payments-go')
    await press('work-to-collect')
    expect(useWork().whole).toBe(false)
    useWork().turnTo('to-pay', true)
    forgetAll()
    expect([useWork().whole, useWork().list]).toEqual([false, 'to-apply'])
  })
})

describe('a step that is done elsewhere', () => {
  const late = aCase('in-production', { next: 'inquire' })
  const WAYS: readonly (readonly [CaseShown, Screen, WorkList | null, boolean])[] = [
    [late, 'cases', 'overdue', false],
    [aCase('shipped'), 'arrival', null, false],
    [aCase('paid-claimed'), 'cases', 'to-pay', true],
    [aCase('to-be-listed'), 'roll', null, false],
  ]
  it.each(WAYS)('is led to (%#)', async (page, screen, list, asWhole) => {
    const { press } = await caseDesk(page)
    await press('act-elsewhere')
    expect(usePlace().screen).toBe(screen)
    if (list !== null) expect([useWork().list, useWork().whole]).toEqual([list, asWhole])
  })

  it.each(['shipped', 'paid-claimed', 'to-be-listed'] as const satisfies readonly CaseStage[])(
    'is not offered to somebody who may not (%s)',
    async (stage) => {
      const { at } = await caseDesk(aCase(stage), { roles: ['class-teacher'] })
      await flushPromises()
      expect(at('act-elsewhere').exists()).toBe(false)
    },
  )
})
