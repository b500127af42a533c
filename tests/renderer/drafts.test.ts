// @vitest-environment happy-dom
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { useDraft } from '../../renderer/composables/useDraft.ts'
import { KEPT_AFTER_MS, useDrafts } from '../../renderer/stores/drafts.ts'
import { usePlace } from '../../renderer/stores/place.ts'
import { useSearch } from '../../renderer/stores/search.ts'
import { openDesk, TAPS } from './builders.ts'
import { PUPILS } from './pupils.ts'
import { signInDesk } from './signInDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'Date'] }),
)
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

/** A form of some screen, as they will be. */
function openForm(name = 'note') {
  const text = ref('')
  const form = mount(
    defineComponent(() => {
      useDraft(name, text)
      return () => h('p')
    }),
  )
  return { text, close: () => form.unmount() }
}

const desk = () =>
  signInDesk(openDesk(), (kiosk) => {
    kiosk.page = PUPILS['good'] ?? null
  })

describe('what somebody is doing', () => {
  it('is told to the desk soon after it changed, and not at each key', async () => {
    const { asks } = await desk()
    await vi.advanceTimersByTimeAsync(KEPT_AFTER_MS)
    expect(asks('draft.keep')).toEqual([])
    void useSearch().type('z')
    void useSearch().type('zh')
    await vi.advanceTimersByTimeAsync(KEPT_AFTER_MS)
    expect(KEPT_AFTER_MS).toBeLessThanOrEqual(400)
    expect(asks('draft.keep').map(({ args }) => args)).toEqual([
      { draft: { screen: 'verify', studentId: null, searchText: 'zh', forms: {} } },
    ])
  })

  it('is told before a lock that is asked for, and not at a hand-over', async () => {
    const { kiosk, click, signIn } = await desk()
    void useSearch().type('zhang')
    await click('lock')
    const names = kiosk.asked.map(({ name }) => name)
    expect(names.indexOf('draft.keep')).toBeLessThan(names.indexOf('session.lock'))
    expect(kiosk.signing.drafts.get('everything')?.searchText).toBe('zhang')
    await signIn('730256')
    await click('person-menu')
    await click('hand-over')
    expect(kiosk.signing.drafts.size).toBe(0)
  })

  it('comes back to the same person: screen, page, search and forms', async () => {
    const { kiosk, click, at, signIn, settle } = await desk()
    usePlace().openStudent('s-1')
    void useSearch().type('zhang')
    const form = openForm()
    form.text.value = '补卡'
    await settle()
    await click('lock')
    form.close()
    await signIn('730256')
    expect(at('student').attributes('data-student-id')).toBe('s-1')
    expect((at('search-input').element as HTMLInputElement).value).toBe('zhang')
    expect(openForm().text.value).toBe('补卡')
    expect(kiosk.signing.drafts.size).toBe(0)
  })

  it('comes back after the desk locked itself', async () => {
    const { kiosk, at, signIn, settle } = await desk()
    usePlace().go('start')
    await vi.advanceTimersByTimeAsync(KEPT_AFTER_MS)
    kiosk.signing.lock('idle')
    await settle()
    await signIn('730256')
    expect(at('start').exists()).toBe(true)
  })

  it('never comes to another person', async () => {
    const { click, at, signIn } = await desk()
    usePlace().go('start')
    void useSearch().type('zhang')
    const form = openForm()
    form.text.value = '补卡'
    await click('lock')
    form.close()
    await click('staff-tile-supervisor')
    await signIn('730252')
    expect([at('start').exists(), at('waiting').exists()]).toEqual([false, true])
    expect((at('search-input').element as HTMLInputElement).value).toBe('')
    expect(openForm().text.value).toBe('')
  })

  it('does not stand in the way of a card that was tapped meanwhile', async () => {
    const { kiosk, click, at, signIn, settle } = await desk()
    usePlace().go('start')
    await click('lock')
    const request = kiosk.request.bind(kiosk)
    vi.spyOn(kiosk, 'request').mockImplementation(async (name, args) => {
      if ((name as string) === 'draft.take') kiosk.tap(TAPS.valid)
      return request(name, args)
    })
    await signIn('730256')
    await settle()
    expect(at('verdict').exists()).toBe(true)
  })
})

describe('a form', () => {
  it('gets its text once, also where it was open before that came', async () => {
    await desk()
    const form = openForm()
    useDrafts().returned = { note: '补卡', other: '备注' }
    await nextTick()
    expect(form.text.value).toBe('补卡')
    form.close()
    expect(openForm().text.value).toBe('')
    expect(openForm('other').text.value).toBe('备注')
  })

  it('keeps what was typed since', async () => {
    await desk()
    const form = openForm()
    form.text.value = '新的'
    useDrafts().returned = { note: '旧的' }
    await nextTick()
    expect(form.text.value).toBe('新的')
  })
})
