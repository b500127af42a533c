// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { DeskErrorCode } from '../../core/errors.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { firstRunDesk, lockedDesk } from './builders.ts'
import { SHEET } from './fakeSigning.ts'
import { signInDesk } from './signInDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const trouble = (code: DeskErrorCode) => ({ kind: 'trouble', code, place: '/data' }) as const

async function opened(desk: Parameters<typeof signInDesk>[0] = firstRunDesk()) {
  const shown = await signInDesk(desk)
  await shown.click('bring')
  const send = async () => {
    await shown.at('bring-form').trigger('submit')
    await shown.settle()
  }
  const fill = async (pin = '730255', again = pin) => {
    await shown.type('sheet-characters', `${SHEET.characters.slice(0, 12)} \n春`)
    await shown.type('bring-name', ' 赵磊 ')
    await shown.type('bring-pin', pin)
    await shown.type('bring-pin-again', again)
  }
  return { ...shown, send, fill }
}

describe('a backup from elsewhere', () => {
  it.each(['key-missing', 'key-unreadable', 'db-ruined'] as const)(
    'is offered where it mends the trouble: %s',
    async (code) => {
      const { at } = await opened(trouble(code))
      expect(at('bring-form').exists()).toBe(true)
    },
  )

  it('is not offered where it does not', async () => {
    const { at } = await signInDesk(trouble('db-full'))
    expect([at('trouble').exists(), at('bring').exists()]).toEqual([true, false])
  })

  it('is asked for with the sheet, the name and the PIN; then people sign in', async () => {
    const { kiosk, at, asks, fill, send } = await opened()
    await fill()
    kiosk.care.brought = { kind: 'restored' }
    await send()
    expect(asks('recovery.bring').map(({ args }) => args)).toEqual([
      { characters: `${SHEET.characters.slice(0, 12)}春`, name: '赵磊', pin: '730255' },
    ])
    kiosk.push(lockedDesk({ mode: 'real', why: 'start' }))
    expect(at('bring-told').exists()).toBe(false)
  })

  it('says on the locked desk that it is done', async () => {
    const { kiosk, at, fill, send, settle } = await opened()
    await fill()
    await send()
    kiosk.push(lockedDesk({ mode: 'real', why: 'start' }))
    await settle()
    expect(at('restored').text()).toContain('已从备份恢复')
  })

  it('is not asked for while anything is missing or the PINs differ', async () => {
    const { page, asks, fill, send, type } = await opened()
    await send()
    expect(page.text()).toContain('请输入恢复单上的 24 个字')
    expect(page.text()).toContain('请填姓名')
    await fill('730255', '730256')
    await send()
    await fill('730255')
    await type('bring-name', ' ')
    await send()
    expect(asks('recovery.bring')).toEqual([])
  })

  it.each(['wrong-key', 'wrong-sheet', 'ruined', 'called-off', 'occupied'] as const)(
    'has words and a next step for %s, and keeps what was typed',
    async (kind) => {
      const { kiosk, at, fill, send } = await opened()
      kiosk.care.brought = { kind }
      await fill()
      await send()
      for (const words of Object.values(zhCN.bring.answer[kind]))
        expect(at('bring-told').text()).toContain(words)
      expect((at('bring-name').element as HTMLInputElement).value).toBe(' 赵磊 ')
    },
  )

  it('points to the character that is wrong, until it is changed', async () => {
    const { kiosk, at, type, fill, send } = await opened()
    kiosk.care.brought = { kind: 'unknown-character', character: '來', at: 11 }
    await fill()
    await send()
    expect(at('bring-told').text()).toContain('第 11 个字“來”不对')
    expect(at('sheet-cells').find('.wrong').attributes('data-place')).toBe('11')
    await type('sheet-characters', '春眠')
    expect(at('bring-told').exists()).toBe(false)
  })

  it('says at the field what is wrong with the PIN, and wants a passphrase without a key store', async () => {
    const { kiosk, page, fill, send } = await opened(trouble('key-missing'))
    kiosk.care.brought = { kind: 'pin-refused', reason: 'passphrase-needed' }
    await fill()
    await send()
    expect(page.text()).toContain(zhCN.firstRun.refused['passphrase-needed'])
    page.unmount()
    const bare = await opened(firstRunDesk(false))
    await bare.fill()
    await bare.send()
    expect(bare.asks('recovery.bring')).toEqual([])
  })

  it('says why the desk did not do it', async () => {
    const { kiosk, at, fill, send } = await opened()
    kiosk.refuse.set('recovery.bring', 'db-full')
    await fill()
    await send()
    expect(at('bring-form').text()).toContain('没有恢复：磁盘满了')
  })

  it('leads back', async () => {
    const { at, click } = await opened()
    await click('bring-back')
    expect(at('first-run-next').exists()).toBe(true)
  })
})
