// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { isSignature } from '../../core/case/signature.ts'
import { caseBehind } from '../../renderer/features/verify/caseBehind.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { person, TAPS } from './builders.ts'
import { aCase } from './caseShown.ts'
import { caseDesk } from './caseDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

const ARRIVED = TAPS['not-handed-over']
const RENAMED = aCase('arrived', {
  exceptions: [{ kind: 'data-changed', applicationId: 'a-1' }],
})

describe('a card laid down beside a case', () => {
  it('opens what it is laid down for, and proves it', async () => {
    const { lay, at, press, acts } = await caseDesk(aCase('lost'))
    await lay(TAPS.lost)
    expect(at('do-lift-loss').exists()).toBe(true)
    expect(at('lay-card').attributes('data-laid')).toBe('true')
    await press('case-go')
    expect(acts()).toEqual([
      {
        ...{ act: 'lift-loss', studentId: 's-1', cardId: 'old', tapId: 'tap-lost', reason: null },
      },
    ])
  })

  it('says what becomes of the application', async () => {
    const unpaid = await caseDesk(aCase('awaiting-window'))
    await unpaid.lay(TAPS.lost)
    expect(unpaid.at('do-lift-loss').text()).toContain('补卡申请撤回')
  })

  it('takes a reason behind the payment', async () => {
    const { lay, at, press, type, acts } = await caseDesk(aCase('paid-claimed'))
    await lay(TAPS.lost)
    await press('case-go')
    expect(acts()).toEqual([])
    await type('override', '考试要用')
    await press('case-go')
    expect(acts()).toMatchObject([{ act: 'lift-loss', reason: '考试要用' }])
    expect(at('do-lift-loss').exists()).toBe(false)
  })

  it('leaves to a supervisor what only one may, and says so', async () => {
    const { lay, at } = await caseDesk(aCase('paid-claimed'), { roles: ['clerk'] })
    await lay(TAPS.lost)
    expect(at('needs-supervisor').exists()).toBe(true)
    expect(at('case-go').exists()).toBe(false)
  })

  it('leads to whose it is, where it is another pupil’s', async () => {
    const { lay, at, press } = await caseDesk(aCase('lost'))
    await lay({ ...TAPS.valid, person: person({ studentId: 's-9', name: '王小明' }) })
    expect(at('case-laid').text()).toContain('这是 王小明')
    await press('case-open-other')
    expect(usePlace().studentId).toBe('s-9')
  })

  it('names nobody where nobody is known by it', async () => {
    const { lay, at } = await caseDesk(aCase('lost'))
    await lay(TAPS['wrong-school'])
    expect(at('case-laid').attributes('data-kind')).toBe('nobody')
    expect(at('case-open-other').exists()).toBe(false)
  })
})

describe('领卡', () => {
  it('is one gesture: card, collector, old card, signature', async () => {
    const { lay, at, press, type, draw, acts } = await caseDesk(aCase('arrived'))
    await press('act-hand-over')
    expect(at('lay-card').text()).toBe('请把新卡放到读卡器上')
    expect(at('case-go').exists()).toBe(false)
    await lay(ARRIVED)
    await press('collector-parent')
    await type('parent', '王芳')
    await type('phone', '138 0013 8000')
    await press('oldCard-taken-in')
    await press('case-go')
    expect(acts()).toEqual([])
    expect(at('sign-pad').element.parentElement?.textContent).toContain('请领卡人签名')
    await draw()
    await press('case-go')
    const [wish] = acts() as readonly { readonly signature: string }[]
    expect(wish).toMatchObject({
      ...{ act: 'hand-over', cardId: 'new', tapId: ARRIVED.tapId, oldCard: 'taken-in' },
      collector: { kind: 'parent', name: '王芳', relation: 'mother', phoneTail: '8000' },
      reason: null,
    })
    expect(isSignature(wish?.signature ?? '')).toBe(true)
  })

  it('takes a new chip that nobody has on record', async () => {
    const { lay, press, at } = await caseDesk(aCase('arrived'))
    await press('act-hand-over')
    await lay(TAPS['unknown-card'])
    expect(at('lay-card').attributes('data-laid')).toBe('true')
  })

  it('is signed anew after a clearing', async () => {
    const { lay, at, press, draw } = await caseDesk(aCase('arrived'))
    await lay(ARRIVED)
    await draw()
    expect(at('sign-pad').attributes('data-signed')).toBe('true')
    await press('sign-clear')
    expect(at('sign-pad').attributes('data-signed')).toBe('false')
  })

  it('waits for the card again where another lay there, and keeps the signature', async () => {
    const { lay, at, press, draw } = await caseDesk(aCase('arrived'), {
      prepare: ({ cases }) => (cases.refused = 'chip-of-another'),
    })
    await lay(ARRIVED)
    await draw()
    await press('case-go')
    expect(at('case-refused').text()).toContain('放的是另一张卡')
    expect(at('lay-card').attributes('data-laid')).toBe('false')
    await lay({ ...ARRIVED, tapId: 'tap-again' })
    expect(at('sign-pad').attributes('data-signed')).toBe('true')
  })

  it('is not for a clerk to give where the data changed', async () => {
    const clerk = await caseDesk(RENAMED, { roles: ['clerk'] })
    await clerk.lay(ARRIVED)
    expect(clerk.at('case-go').exists()).toBe(false)
  })

  it('takes a supervisor’s reason where the data changed', async () => {
    const { lay, press, type, draw, acts } = await caseDesk(RENAMED)
    await lay(ARRIVED)
    await draw()
    await press('case-go')
    expect(acts()).toEqual([])
    await type('override', '家长同意先用')
    await press('case-go')
    expect(acts()).toMatchObject([{ act: 'hand-over', reason: '家长同意先用' }])
  })
})

describe('from a verdict to the case', () => {
  it.each([
    ['lost', 'lost'],
    ['not-handed-over', 'not-handed-over'],
    ['found-held', 'found-held'],
    ['holds-two', 'other'],
  ] as const)('leads the button of %s', (kind, words) => {
    expect(caseBehind(TAPS[kind])).toEqual({ studentId: 's-1', words })
  })

  it('leads nowhere from a good card, nor where nobody is named', () => {
    expect(caseBehind(TAPS.valid)).toBeNull()
    expect(caseBehind({ ...TAPS.lost, person: null })).toBeNull()
  })
})
