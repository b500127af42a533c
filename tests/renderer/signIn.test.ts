// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LockReason, PinAnswer } from '../../core/signIn.ts'
import { pinDigit } from '../../renderer/features/signIn/pinDigit.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { lockedDesk } from './builders.ts'
import { MANY_PEOPLE, STAFF } from './people.ts'
import { signInDesk } from './signInDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'performance', 'Date'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const focused = () => document.activeElement?.getAttribute('data-test')

describe('the locked screen', () => {
  it('has the last person first and chosen, with the focus in the PIN', async () => {
    const { page, at } = await signInDesk(lockedDesk({ last: 'teacher' }))
    const tiles = page.findAll('[role="radio"]').map((tile) => tile.attributes('data-test'))
    expect(tiles[0]).toBe('staff-tile-teacher')
    expect(tiles).toHaveLength(Object.keys(STAFF).length)
    expect(at('staff-tile-teacher').attributes('aria-checked')).toBe('true')
    expect(at('staff-tile-supervisor').attributes('data-role')).toBe('clerk supervisor')
    expect(focused()).toBe('pin')
  })

  it('chooses nobody after a hand-over, and asks for a name', async () => {
    const { page, at, click } = await signInDesk(lockedDesk({ last: null, why: 'handed-over' }))
    expect(page.find('[aria-checked="true"]').exists()).toBe(false)
    expect((at('pin').element as HTMLInputElement).disabled).toBe(true)
    expect(focused()).toBe('staff-tile-clerk')
    await click('staff-tile-helper')
    expect([at('chosen-person').text(), focused()]).toEqual(['陈浩', 'pin'])
  })

  it.each(Object.keys(zhCN.signIn.why) as LockReason[])(
    'says why it is locked: %s',
    async (why) => {
      const { at } = await signInDesk(lockedDesk({ why }))
      expect(at('locked-why').text()).toBe(zhCN.signIn.why[why])
    },
  )

  it('moves among the people by arrows, from the tiles and from the PIN', async () => {
    const { at, key } = await signInDesk()
    await key('ArrowDown', {}, 'pin')
    expect(at('chosen-person').text()).toBe('张静')
    await key('ArrowRight', {}, 'staff-tile-supervisor')
    expect([at('chosen-person').text(), focused()]).toEqual(['刘敏', 'staff-tile-teacher'])
  })

  it('has room for many people', async () => {
    const { page } = await signInDesk(lockedDesk({ people: MANY_PEOPLE }))
    expect(page.findAll('[role="radio"]')).toHaveLength(MANY_PEOPLE.length)
  })

  it('says what to do where nobody can sign in', async () => {
    const { at } = await signInDesk(lockedDesk({ people: [], last: null }))
    expect(at('sheet-needed').text()).toContain('恢复单')
    expect(at('pin').exists()).toBe(false)
  })
})

describe('signing in', () => {
  it('opens the desk for the right PIN, and never by itself', async () => {
    const { at, asks, type, settle } = await signInDesk()
    await type('pin', '730251')
    expect(asks('session.signIn')).toEqual([])
    await at('pin-panel').trigger('submit')
    await settle()
    expect(asks('session.signIn')[0]?.args).toEqual({
      operatorId: 'clerk',
      pin: '730251',
      purpose: 'desk',
    })
    expect([at('locked').exists(), at('operator-name').text()]).toEqual([false, '王芳'])
  })

  it('forgets a wrong PIN, gives the focus back and says how many tries are left', async () => {
    const { at, signIn, pinText } = await signInDesk()
    await signIn('111222')
    expect([pinText(), focused()]).toEqual(['', 'pin'])
    expect(at('pin-told').text()).toContain('密码不对')
    expect(at('pin-told').text()).toContain('还可以试 4 次')
    await signIn('730251')
    expect(at('locked').exists()).toBe(false)
  })

  it('counts a wait down, and lets nobody try before', async () => {
    const { at, kiosk, signIn, asks, settle } = await signInDesk()
    kiosk.signing.pinAnswer = { kind: 'wait', ms: 65_000 }
    await signIn('111222')
    expect(at('pin-wait').text()).toContain('1:05')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(at('pin-wait').text()).toContain('0:05')
    await signIn('730251')
    expect(asks('session.signIn')).toHaveLength(1)
    kiosk.signing.pinAnswer = null
    await vi.advanceTimersByTimeAsync(5_250)
    await settle()
    expect(at('pin-told').text()).toContain('现在可以再试了')
    await signIn('730251')
    expect(at('locked').exists()).toBe(false)
  })

  it('keeps a wait where it belongs: another person signs in meanwhile', async () => {
    const { at, kiosk, signIn, click } = await signInDesk()
    kiosk.signing.pinAnswer = { kind: 'wait', ms: 65_000 }
    await signIn('111222')
    kiosk.signing.pinAnswer = null
    await click('staff-tile-supervisor')
    expect(at('pin-told').exists()).toBe(false)
    await click('staff-tile-clerk')
    expect(at('pin-wait').exists()).toBe(true)
    await click('staff-tile-supervisor')
    await signIn('730252')
    expect(at('operator-name').text()).toBe('张静')
  })

  const OTHERS: readonly PinAnswer[] = (
    ['needs-supervisor', 'card-first', 'key-store-changed', 'key-ruined', 'ended'] as const
  ).map((kind) => ({ kind }))

  it.each(OTHERS)('says what is the matter and what to do: $kind', async (answer) => {
    const { at, kiosk, signIn } = await signInDesk()
    kiosk.signing.pinAnswer = answer
    await signIn('730251')
    const said = zhCN.signIn.answer[answer.kind as keyof typeof zhCN.signIn.answer]
    for (const words of [said.what, said.next]) expect(at('pin-told').text()).toContain(words)
    const leads = answer.kind === 'key-store-changed' || answer.kind === 'key-ruined'
    expect(at('told-sheet').exists()).toBe(leads)
  })

  it('says why when the desk refuses altogether', async () => {
    const { page, kiosk, signIn } = await signInDesk()
    kiosk.refuse.set('session.signIn', 'db-ruined')
    await signIn('730251')
    expect(page.find('[role="alert"]').text()).toContain(zhCN.trouble.of['db-ruined'].what)
  })
})

describe('the PIN', () => {
  const stroke = (part: Partial<KeyboardEvent>) => pinDigit(part as KeyboardEvent)

  it('is taken by its keys under an input method and without NumLock', () => {
    expect(stroke({ code: 'Digit7', key: 'Process' })).toBe('7')
    expect(stroke({ code: 'Numpad4', key: 'ArrowLeft' })).toBe('4')
    expect(stroke({ code: 'Digit7', key: '7' })).toBeNull()
    expect(stroke({ code: 'Digit7', key: '&', shiftKey: true })).toBeNull()
    expect(stroke({ code: 'KeyA', key: 'Process' })).toBeNull()
  })

  it('is typed with the keys on the screen, cleared and taken back', async () => {
    const { click, pinText, key } = await signInDesk()
    for (const digit of ['7', '3', '0']) await click(`pad-${digit}`)
    await key('Digit2', { key: 'Process' }, 'pin')
    expect(pinText()).toBe('7302')
    await click('pad-back')
    expect(pinText()).toBe('730')
    await click('pad-clear')
    expect(pinText()).toBe('')
  })

  it('of the rehearsal stands on its tile and is filled in by one click', async () => {
    const { at, click, pinText } = await signInDesk()
    expect(at('rehearsal-pin-helper').text()).toBe('演练密码 730254')
    await click('rehearsal-pin-helper')
    expect([pinText(), at('chosen-person').text(), focused()]).toEqual(['730254', '陈浩', 'pin'])
  })

  it('stands on no tile of a real school', async () => {
    const people = Object.values(STAFF).map((one) => ({ ...one, rehearsalPin: null }))
    const { page } = await signInDesk(lockedDesk({ mode: 'real', people }))
    expect(page.text()).not.toContain('演练')
  })

  it('is gone when another person is chosen', async () => {
    const { type, click, pinText } = await signInDesk()
    await type('pin', '7302')
    await click('staff-tile-teacher')
    expect(pinText()).toBe('')
  })
})

describe('the purpose', () => {
  const pressed = (at: (name: string) => { attributes(name: string): string | undefined }) =>
    ['desk', 'exam', 'physical-check', 'competition'].filter(
      (one) => at(`purpose-${one}`).attributes('aria-pressed') === 'true',
    )

  it('is what the role is for, until it is chosen', async () => {
    const { at, click } = await signInDesk()
    expect(pressed(at)).toEqual(['desk'])
    await click('staff-tile-helper')
    expect(pressed(at)).toEqual(['exam'])
    await click('purpose-competition')
    await click('staff-tile-clerk')
    expect(pressed(at)).toEqual(['competition'])
  })

  it('goes into the sign-in, and is remembered for the next', async () => {
    const { at, click, signIn, asks, kiosk, settle } = await signInDesk()
    await click('purpose-exam')
    await signIn('730251')
    expect(asks('session.signIn')[0]?.args).toMatchObject({ purpose: 'exam' })
    kiosk.signing.lock('idle')
    await settle()
    expect(pressed(at)).toEqual(['exam'])
  })
})

describe('a card on the reader', () => {
  it('of the staff chooses its person and asks for the PIN', async () => {
    const { at, kiosk, settle } = await signInDesk()
    kiosk.push(lockedDesk({ card: { operatorId: 'administrator' } }))
    await settle()
    expect([at('chosen-person').text(), focused()]).toEqual(['赵磊', 'pin'])
  })

  it('of anybody else is not for this screen, and that is said calmly', async () => {
    const { at, kiosk, settle } = await signInDesk()
    expect(at('sign-in-first').exists()).toBe(false)
    kiosk.push(lockedDesk({ card: 'other' }))
    await settle()
    expect(at('sign-in-first').text()).toBe('请先登录，再刷学生卡。')
    expect(at('sign-in-first').attributes('role')).toBe('status')
  })
})
