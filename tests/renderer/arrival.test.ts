// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ArrivalScreen from '../../renderer/features/arrival/ArrivalScreen.vue'
import { useArrival } from '../../renderer/stores/arrival.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { forgetAll } from '../../renderer/stores/forgetAll.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useScan } from '../../renderer/stores/scan.ts'
import { useVerify } from '../../renderer/stores/verify.ts'
import { openDesk, person, TAPS } from './builders.ts'
import { arrivalLine, LINES } from './fakeArrival.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { mountPage } from './mountPage.ts'
import { line } from './pupils.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  document.body.innerHTML = ''
})

async function screen(prepare: (kiosk: FakeKiosk) => void = () => undefined) {
  const { page, kiosk } = await mountPage(ArrivalScreen, { prepare, desk: openDesk() })
  await useDesk().start()
  usePlace().go('arrival')
  await flushPromises()
  const at = (name: string) => page.find(`[data-test="${name}"]`)
  return {
    ...{ page, kiosk, at },
    asked: (name: string) => kiosk.asked.filter((one) => one.name === name),
    async press(name: string) {
      await at(name).trigger('click')
      await flushPromises()
    },
    async tapped() {
      useVerify().show({ ...TAPS['unknown-card'], tapId: 'tap-1' })
      await flushPromises()
    },
  }
}

const NOBODY = {
  ...({ kind: 'refused', why: 'nobody', person: null } as const),
  ...{ numberTail: '0009', listedTail: null },
}

describe('到卡', () => {
  it('takes in what is laid down or ticked, says whose it is, and counts', async () => {
    const { at, asked, press, tapped } = await screen()
    expect(at('arrival-progress').text()).toContain('已到 4 / 9')
    await tapped()
    expect(asked('arrival.receive')).toMatchObject([
      { args: { deliveryId: 'd-2', how: { by: 'tap', tapId: 'tap-1' }, studentId: null } },
    ])
    expect(at('arrival-told').text()).toContain('收到：李雷')
    expect(at('arrival-name').text()).toBe('李雷')
    expect(at('arrival-progress').text()).toContain('已到 5 / 9')
    await press('arrival-tick')
    expect(at('arrival-progress').text()).toContain('已到 6 / 9')
    await press('arrival-undo')
    expect(at('arrival-told').text()).toContain('已撤销')
  })

  it('names the open list alone: how far it is stands below; of the others both', async () => {
    const { at } = await screen()
    const options = at('arrival-delivery').findAll('option')
    expect(options.map((one) => one.text())).toEqual([
      ...['10月12日 周一', '10月5日 周一 逐个登记 · 12 / 12'],
    ])
  })

  it('lets the difference of the open list leave, and none while there is no list', async () => {
    const { at, asked, press, page } = await screen()
    await press('export-arrival-difference')
    expect(at('list-which').text()).toBe('10月12日 周一 到卡核对差异')
    expect(at('list-tails').text()).toBe('教育ID和卡号都只留尾号，完整的名单也一样。')
    await at('list-go').trigger('submit')
    await flushPromises()
    expect(asked('list.export')).toMatchObject([
      { args: { list: 'arrival-difference', ofId: 'd-2', form: 'xlsx', whole: null } },
    ])
    page.unmount()
    const empty = await screen((desk) => {
      desk.arrival.lines = []
    })
    expect(empty.at('export-arrival-difference').exists()).toBe(false)
  })

  it('takes a scan as an arrival, and opens nobody’s page', async () => {
    const { asked } = await screen()
    await useScan().look('1000759999990001')
    await flushPromises()
    expect(asked('scan.look')).toEqual([])
    expect(asked('arrival.receive')).toMatchObject([
      { args: { how: { by: 'scan', text: '1000759999990001' } } },
    ])
  })

  it('asks whose a card is that nobody knows, and takes it in for whom is chosen', async () => {
    const { at, asked, press, tapped, kiosk } = await screen((desk) => {
      desk.arrival.answer = NOBODY
      desk.found = { lines: [line({ studentId: 'p-9', name: '郑好' })], total: 1, remark: null }
    })
    await tapped()
    expect(at('arrival-told').attributes('data-kind')).toBe('nobody')
    await at('arrival-find').setValue('zhengh')
    await at('arrival-find').trigger('submit')
    await flushPromises()
    expect(at('arrival-pupil').text()).toContain('郑好')
    kiosk.arrival.answer = null
    await press('arrival-confirm')
    expect(asked('arrival.receive').at(-1)).toMatchObject({
      args: { how: { by: 'tap', tapId: 'tap-1' }, studentId: 'p-9' },
    })
  })

  it('shows the face of a line that is chosen, and of whoever is found', async () => {
    const { page, at, asked, press } = await screen((desk) => {
      const found = line({ studentId: 'p-9', name: '郑好', hasPhoto: false })
      desk.found = { lines: [found], total: 1, remark: null }
    })
    const faces = () => asked('photo.get').map(({ args }) => args)
    await page.findAll('[data-test="arrival-row"]')[1]?.trigger('click')
    await vi.waitFor(() => expect(faces()).toEqual([{ studentId: 'p-1' }]))
    expect(at('arrival-chosen').find('.frame').text()).toBe('')
    await press('arrival-close')
    await at('arrival-find').setValue('zhengh')
    await at('arrival-find').trigger('submit')
    await flushPromises()
    expect(at('arrival-pupil').find('.frame').text()).toBe('没有照片')
    expect(faces()).toHaveLength(1)
  })

  it('puts a card on the list with its number, and keeps what was typed where it is refused', async () => {
    const { at, asked, kiosk } = await screen((desk) => {
      const found = line({ studentId: 'p-9', name: '郑好' })
      desk.found = { lines: [found], total: 1, remark: null }
      desk.arrival.listed = { kind: 'refused', why: 'card-number-malformed' }
    })
    await at('arrival-find').setValue('zhengh')
    await at('arrival-find').trigger('submit')
    await flushPromises()
    const list = async (): Promise<void> => {
      await at('arrival-expect').trigger('submit')
      await flushPromises()
    }
    const number = () => at('arrival-number').element as HTMLInputElement
    await at('arrival-number').setValue('1000 7599')
    await list()
    expect(at('arrival-told').text()).toBe('卡面号应是 16–20 位数字。请看着卡面再输一遍。')
    expect(at('arrival-pupil').text()).toContain('郑好')
    expect([number().value, at('arrival-number').attributes('aria-invalid')]).toEqual([
      ...['1000 7599', 'true'],
    ])
    kiosk.refuse.set('arrival.add', 'db-full')
    await list()
    expect(number().value).toBe('1000 7599')
    kiosk.refuse.clear()
    kiosk.arrival.listed = null
    await at('arrival-number').setValue('1000 7599 9999 0001')
    await list()
    expect(asked('arrival.add').at(-1)).toMatchObject({
      args: { studentId: 'p-9', rowId: null, printedNumber: '1000 7599 9999 0001' },
    })
    expect([at('arrival-pupil').exists(), at('arrival-told').attributes('data-kind')]).toEqual([
      ...[false, 'listed'],
    ])
  })

  it.each([
    ['has one already', '4411', false],
    ['has none', null, true],
  ])('gives a row of nobody its pupil; the list %s', async (_, numberTail, isAsked) => {
    const { at, asked, press } = await screen((desk) => {
      const [nobodys] = LINES
      desk.arrival.lines = nobodys === undefined ? [] : [{ ...nobodys, numberTail }]
      desk.found = { lines: [line({ studentId: 'p-9', name: '郑好' })], total: 1, remark: null }
    })
    await press('arrival-row')
    await at('arrival-find').setValue('zhengh')
    await at('arrival-find').trigger('submit')
    await flushPromises()
    expect(at('arrival-number').exists()).toBe(isAsked)
    await at('arrival-give').trigger('submit')
    await flushPromises()
    expect(asked('arrival.add')).toMatchObject([{ args: { rowId: 'r-20', printedNumber: '' } }])
  })

  it('says that the number is not the listed one, and takes it in once somebody has looked', async () => {
    const { at, asked, press, tapped } = await screen((desk) => {
      desk.arrival.answer = {
        ...{ ...NOBODY, why: 'number-differs', listedTail: '1231' },
        person: person({ studentId: 'p-1' }),
      }
    })
    await tapped()
    expect(at('arrival-told').text()).toContain('清单写 …1231，这张是 …0009')
    await press('arrival-anyway')
    expect(asked('arrival.receive').at(-1)).toMatchObject({
      args: { studentId: 'p-1', anyway: true },
    })
  })

  it('notes a broken card, and sends it back with others, saying why', async () => {
    const { at, asked, press } = await screen()
    await press('arrival-shelf-here')
    await press('arrival-row')
    await press('arrival-unreadable')
    expect(asked('arrival.damaged')).toMatchObject([{ args: { rowId: 'r-0', how: 'unreadable' } }])
    expect(at('arrival-told').text()).toContain('坏卡')
    await press('arrival-shelf-back')
    await at('arrival-back-tick').setValue(true)
    await press('arrival-return')
    await at('arrival-return-reason').trigger('submit')
    expect(asked('arrival.return')).toEqual([])
    await at('arrival-return-reason').setValue('刷不出来')
    await at('arrival-return-reason').trigger('submit')
    await flushPromises()
    expect(asked('arrival.return')).toMatchObject([
      {
        args: {
          cards: [{ studentId: 'p-4', cardId: 'c-4' }],
          ...{ to: { kind: 'district' }, reason: '刷不出来' },
        },
      },
    ])
    expect(at('arrival-told').text()).toContain('已退回 1 张')
  })

  it('does not take a second press for another act', async () => {
    const { at, asked, page } = await screen((desk) => {
      desk.found = { lines: [line({ studentId: 'p-9', name: '郑好' })], total: 1, remark: null }
    })
    const twice = async (name: string): Promise<void> => {
      const { element } = at(name)
      ;(element as HTMLButtonElement).click()
      await nextTick()
      ;(element as HTMLButtonElement).click()
      await flushPromises()
    }
    const find = async (): Promise<void> => {
      await at('arrival-find').setValue('zhengh')
      await at('arrival-find').trigger('submit')
      await flushPromises()
    }
    await find()
    await twice('arrival-found-unreadable')
    expect(asked('arrival.damaged')).toHaveLength(1)
    await find()
    await twice('arrival-expect')
    await page.findAll('[data-test="arrival-row"]')[0]?.trigger('click')
    await find()
    await twice('arrival-give')
    expect(asked('arrival.add').map(({ args }) => args)).toMatchObject([
      ...[{ rowId: null }, { rowId: 'r-20' }],
    ])
    expect([at('arrival-pupil').exists(), at('arrival-confirm').exists()]).toEqual([false, false])
    await find()
    await twice('arrival-confirm')
    expect(asked('arrival.receive')).toHaveLength(1)
    await twice('arrival-undo')
    expect(asked('arrival.undo')).toHaveLength(1)
  })

  it('offers no way back where there is none', async () => {
    const { at, press, kiosk, tapped } = await screen()
    await tapped()
    expect(at('arrival-undo').exists()).toBe(true)
    const { told } = useArrival()
    if (told?.kind !== 'answer' || told.answer.kind !== 'received') throw new Error('Not received.')
    kiosk.arrival.answer = { ...told.answer, undoUntil: null }
    await press('arrival-tick')
    expect([at('arrival-told').exists(), at('arrival-undo').exists()]).toEqual([true, false])
  })

  it('says of a bad card that had come before that it still lies here', async () => {
    const { at, press } = await screen()
    await press('arrival-shelf-here')
    await press('arrival-row')
    await press('arrival-broken')
    await press('arrival-undo')
    expect(at('arrival-told').text()).toContain('卡仍是已到')
  })

  it('calls no card bad that somebody has by now', async () => {
    const { at, press, kiosk } = await screen((desk) => {
      desk.arrival.lines = [arrivalLine(0, { lies: false }), arrivalLine(1)]
    })
    await press('arrival-shelf-here')
    await press('arrival-row')
    expect([at('arrival-unreadable').exists(), at('arrival-broken').exists()]).toEqual([
      ...[false, false],
    ])
    kiosk.arrival.answer = { ...NOBODY, why: 'handed-on', person: person({ studentId: 'p-1' }) }
    await press('arrival-shelf-missing')
    await press('arrival-row')
    await press('arrival-broken')
    expect(at('arrival-told').text()).toContain('请打开学生的办理页登记坏卡')
  })

  it.each([
    ['a pupil', 1, '李雷'],
    ['nobody', 0, '钱多多'],
  ])('asks before a row of %s is dropped, and says which it was', async (_, at1, name) => {
    const { at, asked, press, page } = await screen()
    await page.findAll('[data-test="arrival-row"]')[at1]?.trigger('click')
    await press('arrival-drop')
    expect(asked('arrival.drop')).toEqual([])
    expect(page.text()).toContain(`把 ${name} 从清单删去？`)
    await press('arrival-drop-no')
    await press('arrival-drop')
    await press('arrival-drop-yes')
    const rowId = at1 === 0 ? 'r-20' : 'r-1'
    expect(asked('arrival.drop')).toMatchObject([{ args: { deliveryId: 'd-2', rowId } }])
    expect(at('arrival-told').text()).toBe(`已从清单删去：${name}`)
  })

  it('goes on to the next tick, then to the one before, then to how the list stands', async () => {
    const { page } = await screen((desk) => {
      desk.arrival.lines = [1, 2, 6].map((n) => arrivalLine(n, { state: 'missing' }))
    })
    const focused = () => document.activeElement?.getAttribute('aria-label')
    const ticks = () => page.findAll<HTMLButtonElement>('[data-test="arrival-tick"]')
    const tick = async (n: number): Promise<void> => {
      ticks()[n]?.element.focus()
      await ticks()[n]?.trigger('click')
      await flushPromises()
    }
    await tick(1)
    expect(focused()).toBe('吴桐的卡收到了')
    await tick(1)
    expect(focused()).toBe('李雷的卡收到了')
    await tick(0)
    expect(document.activeElement?.getAttribute('data-test')).toBe('arrival-progress')
  })

  it('keeps what was typed for a return that was refused, and says why', async () => {
    const { at, press, kiosk, page } = await screen()
    await press('arrival-shelf-back')
    await at('arrival-back-tick').setValue(true)
    await press('arrival-return')
    await at('arrival-return-reason').setValue('刷不出来')
    kiosk.refuse.set('arrival.return', 'db-full')
    await at('arrival-return-reason').trigger('submit')
    await flushPromises()
    const typed = at('arrival-return-reason').element as HTMLTextAreaElement
    expect(typed.value).toBe('刷不出来')
    expect(page.find('form [role="alert"]').text()).toContain('没有办成')
    kiosk.refuse.clear()
    await at('arrival-return-reason').trigger('submit')
    await flushPromises()
    expect([at('arrival-return-reason').exists(), at('arrival-told').text()]).toEqual([
      ...[false, '已退回 1 张'],
    ])
  })

  it('says of each card that was not returned why, and what now', async () => {
    const { at, press, kiosk } = await screen()
    kiosk.arrival.returned = { returned: 0, refused: { 'card-not-returnable': 1 } }
    await press('arrival-shelf-back')
    for (const tick of at('arrival').findAll('[data-test="arrival-back-tick"]'))
      await tick.setValue(true)
    await press('arrival-return')
    await at('arrival-return-reason').setValue('刷不出来')
    await at('arrival-return-reason').trigger('submit')
    await flushPromises()
    const said = at('arrival-told').text()
    expect(said).toContain('1 张没有退：卡已领走或已退回。请打开学生的办理页核对。')
    expect(said).toContain('2 张没有办到')
    expect(said).not.toContain('刷新')
  })

  it('says what the list is for while there is none, and shows a file before it is one', async () => {
    const { at, asked, press } = await screen((desk) => {
      desk.arrival.lines = []
    })
    expect(at('arrival-empty').text()).toContain('还没有到卡清单')
    await press('arrival-import')
    expect(document.body.textContent).toContain('共 36 行，本校学生 34 人')
    await at('arrival-file-take').trigger('submit')
    await flushPromises()
    expect(asked('arrival.takeFile')).toHaveLength(1)
  })

  it('is forgotten when the desk locks', async () => {
    const { tapped } = await screen()
    await tapped()
    forgetAll()
    expect([useArrival().view, useArrival().told]).toEqual([null, null])
  })
})
