// @vitest-environment happy-dom
import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RequestName } from '../../core/contract.ts'
import type { DeskErrorCode } from '../../core/errors.ts'
import { errorCode } from '../../core/errors.ts'
import { useConfirmed } from '../../renderer/composables/useConfirmed.ts'
import { ask } from '../../renderer/kiosk.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { openDesk } from './builders.ts'
import type { FakeKiosk } from './fakeKiosk.ts'
import { STAFF } from './people.ts'
import { signInDesk } from './signInDesk.ts'

enableAutoUnmount(afterEach)
// Not Date: where it stands still, Vue takes an event for older than its listener.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  document.body.innerHTML = ''
})

/** Refuses this request, each time with the next code. */
function refuse(kiosk: FakeKiosk, name: RequestName, ...codes: readonly DeskErrorCode[]): void {
  const left = [...codes]
  const request = kiosk.request.bind(kiosk)
  vi.spyOn(kiosk, 'request').mockImplementation((asked, args) => {
    const code = (asked as string) === name ? left.shift() : undefined
    if (code !== undefined) kiosk.refuse.set(name, code)
    else kiosk.refuse.delete(name)
    return request(asked, args)
  })
}

const WHY = 'confirm.why.staff'

async function ending(...codes: readonly DeskErrorCode[]) {
  const desk = await signInDesk(openDesk())
  refuse(desk.kiosk, 'staff.end', ...codes)
  const confirmed = useConfirmed()
  const done = confirmed(() => ask('staff.end', { operatorId: 'clerk' }), WHY).then(
    () => 'done',
    (thrown: unknown) => errorCode(thrown),
  )
  await desk.settle()
  const give = async (pin: string) => {
    await desk.type('confirm-pin', pin)
    await desk.at('confirm').find('form').trigger('submit')
    await desk.settle()
  }
  return { ...desk, done, give }
}

describe('an act that takes a PIN more', () => {
  it('asks for nothing where the desk asks for nothing', async () => {
    const { done, at } = await ending()
    expect([at('confirm').exists(), await done]).toEqual([false, 'done'])
  })

  it('says what the PIN is for, and is done with the right one', async () => {
    const { at, asks, done, give } = await ending('re-auth-needed')
    expect(at('confirm').text()).toContain(zhCN.confirm.own)
    expect(at('confirm').text()).toContain(zhCN.confirm.why.staff)
    expect(document.activeElement?.getAttribute('data-test')).toBe('confirm-pin')
    await give('730256')
    expect(await done).toBe('done')
    expect(asks('session.confirm')[0]?.args).toEqual({ pin: '730256' })
    expect([asks('staff.end').length, at('confirm').exists()]).toEqual([2, false])
  })

  it('is not done with a wrong one, which may be typed again', async () => {
    const { at, asks, done, give } = await ending('re-auth-needed')
    await give('111111')
    expect(at('confirm').text()).toContain(zhCN.signIn.answer.wrong.what)
    expect((at('confirm-pin').element as HTMLInputElement).value).toBe('')
    expect(asks('staff.end')).toHaveLength(1)
    await give('730256')
    expect(await done).toBe('done')
  })

  it.each(['Escape', 'button'])('is called off by %s: nothing is done', async (way) => {
    const { at, asks, done, click, key } = await ending('re-auth-needed')
    if (way === 'button') await click('confirm-cancel')
    else await key('Escape', {}, 'confirm-pin')
    expect(await done).toBe('re-auth-needed')
    expect([asks('staff.end').length, at('confirm').exists()]).toEqual([1, false])
  })

  it('asks a colleague who can be the second, and never oneself', async () => {
    const { at, asks, done, give } = await ending('second-person-needed')
    const names = at('colleague')
      .findAll('option:not([disabled])')
      .map((one) => one.text())
    expect(names).toEqual([STAFF.supervisor.name, STAFF.administrator.name])
    expect((at('confirm-pin').element as HTMLInputElement).disabled).toBe(true)
    await at('colleague').setValue('supervisor')
    await give('730252')
    expect(await done).toBe('done')
    expect(asks('session.second')[0]?.args).toEqual({ operatorId: 'supervisor', pin: '730252' })
  })

  it('asks for both, one after the other', async () => {
    const { at, done, give } = await ending('re-auth-needed', 'second-person-needed')
    await give('730256')
    expect(at('confirm').attributes('data-of')).toBe('second')
    await at('colleague').setValue('supervisor')
    await give('730252')
    expect(await done).toBe('done')
  })

  it('asks once for the same', async () => {
    const { done, give } = await ending('re-auth-needed', 're-auth-needed')
    await give('730256')
    expect(await done).toBe('re-auth-needed')
  })

  it.each([
    ['everything', 'either'],
    ['supervisor', 'administrator'],
    ['administrator', 'supervisor'],
  ] as const)(
    'is refused where nobody could be asked by %s, and says whom it takes',
    async (who, whom) => {
      const { id, name, roles } = STAFF[who]
      const operator = { id, name, roles, classes: [] }
      const people = [STAFF[who], STAFF.clerk, STAFF.teacher]
      const desk = await signInDesk(openDesk({ operator, people }))
      refuse(desk.kiosk, 'staff.end', 'second-person-needed')
      const confirmed = useConfirmed()
      const done = confirmed(() => ask('staff.end', { operatorId: 'clerk' }), WHY).catch(errorCode)
      await desk.settle()
      expect(desk.at('confirm').text()).toContain(zhCN.confirm.nobodyElse[whom])
      await desk.click('confirm-cancel')
      expect(await done).toBe('second-person-needed')
    },
  )

  it('is over when the desk locks', async () => {
    const { kiosk, at, settle, done } = await ending('re-auth-needed')
    kiosk.signing.lock('idle')
    await settle()
    expect([at('confirm').exists(), await done]).toEqual([false, 're-auth-needed'])
  })
})

describe('leaving full screen', () => {
  it('takes the PIN, and stays where none is given', async () => {
    const { kiosk, at, click, settle } = await signInDesk(openDesk())
    refuse(kiosk, 'settings.change', 're-auth-needed')
    const settings = useSettings()
    void settings.change({ kiosk: false })
    await settle()
    expect(at('confirm').text()).toContain(zhCN.confirm.why.kiosk)
    await click('confirm-cancel')
    await flushPromises()
    expect(settings.refused).toBeNull()
  })
})

describe('the own PIN', () => {
  async function changing() {
    const desk = await signInDesk(openDesk())
    await desk.click('person-menu')
    await desk.click('change-pin')
    const submit = async (now: string, next: string) => {
      await desk.type('pin-now', now)
      await desk.type('new-pin', next)
      await desk.type('new-pin-again', next)
      await desk.at('change-pin-dialog').find('form').trigger('submit')
      await desk.settle()
    }
    return { ...desk, submit }
  }

  it('is changed with the present one', async () => {
    const { submit, at, asks } = await changing()
    await submit('730256', '482916')
    expect(asks('session.changePin')[0]?.args).toEqual({ pin: '730256', next: '482916' })
    expect(at('change-pin-done').text()).toBe(zhCN.changePin.done)
  })

  it('stays where the present one was wrong, or the new one is trivial', async () => {
    const { submit, at, asks } = await changing()
    await submit('730256', '123456')
    expect(asks('session.changePin')).toEqual([])
    await submit('111111', '482916')
    expect(at('change-pin-dialog').text()).toContain(zhCN.signIn.answer.wrong.what)
    expect(at('change-pin-done').exists()).toBe(false)
  })
})
