// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { createPinia, getActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { qrPath } from '../../renderer/features/firstRun/qrPath.ts'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { firstRunDesk } from './builders.ts'
import { SHEET } from './fakeSigning.ts'
import { signInDesk } from './signInDesk.ts'

enableAutoUnmount(afterEach)
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

const PINS = { administrator: '730255', supervisor: '482916' } as const

async function firstRun(keyStore = true) {
  const desk = await signInDesk(firstRunDesk(keyStore))
  const { type, at, settle, click } = desk
  const submit = async () => {
    await at('first-run').find('form').trigger('submit')
    await settle()
  }
  const fill = async (pins: Readonly<Record<keyof typeof PINS, string>> = PINS) => {
    await type('administrator-name', '赵磊')
    await type('supervisor-name', '张静')
    for (const role of ['administrator', 'supervisor'] as const) {
      await type(`${role}-pin`, pins[role])
      await type(`${role}-pin-again`, pins[role])
    }
  }
  const toCheck = async () => {
    await fill()
    await submit()
    await click('first-run-next')
  }
  const step = () => at('first-run').attributes('data-step')
  const value = (name: string) => (at(name).element as HTMLInputElement).value
  const answer = async (characters: readonly string[]) => {
    for (const [n, place] of SHEET.asked.entries())
      await type(`asked-${place}`, characters[n] ?? '')
    await submit()
  }
  return { ...desk, submit, fill, toCheck, step, value, answer }
}

const RIGHT = SHEET.asked.map((place) => [...SHEET.characters][place - 1] ?? '')

describe('the first run: who', () => {
  it('asks the desk for a sheet, for two people with a PIN each', async () => {
    const { fill, submit, step, asks } = await firstRun()
    await fill()
    await submit()
    expect(step()).toBe('sheet')
    expect(asks('firstRun.begin')[0]?.args).toEqual({
      administrator: { name: '赵磊', pin: '730255' },
      supervisor: { name: '张静', pin: '482916' },
      alone: false,
      exception: false,
    })
  })

  it('takes one person for both, who still has two PINs', async () => {
    const { fill, click, at, submit, asks, value } = await firstRun()
    await fill()
    await at('alone').setValue(true)
    expect([value('supervisor-name'), at('supervisor-name').attributes('disabled')]).toEqual([
      '赵磊',
      '',
    ])
    await submit()
    expect(asks('firstRun.begin')[0]?.args).toMatchObject({
      supervisor: { name: '赵磊', pin: '482916' },
      alone: true,
    })
    await click('first-run-back')
    await at('alone').setValue(false)
    expect(value('supervisor-name')).toBe('张静')
  })

  const { refused } = zhCN.firstRun
  it.each([
    ['123456', refused['straight-run']],
    ['777777', refused['all-same']],
    ['121212', refused.repeated],
    ['20131005', refused.date],
  ])('says what is wrong with %s while it is typed', async (pin, words) => {
    const { type, at } = await firstRun()
    await type('administrator-pin', pin)
    expect(at('first-administrator').text()).toContain(words)
  })

  it('says that a PIN is too short once its field was left, and not before', async () => {
    const { type, at } = await firstRun()
    await type('administrator-pin', '7302')
    expect(at('first-administrator').text()).not.toContain(refused['too-short'])
    await at('administrator-pin').trigger('blur')
    expect(at('first-administrator').text()).toContain(refused['too-short'])
    await type('administrator-pin', '730255')
    expect(at('first-administrator').text()).toContain(zhCN.firstRun.people.fits)
  })

  it('takes no same PIN for both, and nothing that is missing', async () => {
    const { fill, submit, at, asks, step } = await firstRun()
    await submit()
    expect(at('first-run').text()).toContain(zhCN.firstRun.people.nameMissing)
    await fill({ administrator: '730255', supervisor: '730255' })
    await submit()
    expect(at('first-supervisor').text()).toContain(refused['same-as-other'])
    expect([asks('firstRun.begin').length, step()]).toEqual([0, 'people'])
  })

  it('says at the right person what the desk refuses', async () => {
    const { fill, submit, at, kiosk } = await firstRun()
    kiosk.signing.firstRunAnswer = { kind: 'pin-refused', person: 1, reason: 'date' }
    await fill()
    await submit()
    expect(at('first-supervisor').text()).toContain(refused.date)
    expect(at('first-administrator').text()).not.toContain(refused.date)
  })
})

describe('the first run without a key store', () => {
  const LONG = { administrator: '春眠不觉晓处处闻啼鸟夜来', supervisor: '白日依山尽黄河入海流欲穷' }

  it('explains the exception, and goes on only where an administrator takes it on', async () => {
    const { at, fill, submit, asks } = await firstRun(false)
    expect(at('key-exception').text()).toContain('这台电脑没有系统密钥库')
    await fill(LONG)
    await submit()
    expect(at('key-exception').text()).toContain(zhCN.firstRun.exception.needed)
    expect(asks('firstRun.begin')).toEqual([])
    await at('exception').setValue(true)
    await submit()
    expect(asks('firstRun.begin')[0]?.args).toMatchObject({ exception: true })
  })

  it('takes passphrases only', async () => {
    const { at, fill, submit, asks } = await firstRun(false)
    await at('exception').setValue(true)
    await fill()
    await submit()
    expect(at('first-administrator').text()).toContain(zhCN.firstRun.refused['passphrase-needed'])
    expect(asks('firstRun.begin')).toEqual([])
  })
})

describe('the recovery sheet', () => {
  it('stands there in six groups of four, with its number and a square', async () => {
    const { page, at, fill, submit } = await firstRun()
    await fill()
    await submit()
    const groups = at('sheet-groups').findAll('li')
    expect(groups.map((one) => one.findAll('b').length)).toEqual([4, 4, 4, 4, 4, 4])
    expect(
      at('sheet-groups')
        .text()
        .replaceAll(/[\d\s]/g, ''),
    ).toBe(SHEET.characters)
    expect(at('fingerprint').text()).toContain(SHEET.fingerprint)
    expect(at('sheet-step').find('svg.qr path').attributes('d')).toBe(qrPath(SHEET.qr))
    expect(page.html()).not.toMatch(/data:|style=/)
  })

  it('is printed by the desk, alone on its paper', async () => {
    const { at, kiosk, fill, submit, click, asks } = await firstRun()
    await fill()
    await submit()
    expect(document.querySelector('body > .on-paper')?.textContent).toContain(SHEET.fingerprint)
    kiosk.signing.printed = false
    await click('print-sheet')
    expect(at('print-told').text()).toBe(zhCN.firstRun.sheet.notPrinted)
    kiosk.signing.printed = true
    await click('print-sheet')
    expect(at('print-told').text()).toBe(zhCN.firstRun.sheet.printed)
    expect(asks('firstRun.print')).toHaveLength(2)
  })

  it('stays the same while nothing changed, and says so where it is another', async () => {
    const { at, kiosk, fill, submit, click, type, asks, value } = await firstRun()
    await fill()
    await submit()
    await click('first-run-back')
    expect([value('administrator-name'), value('supervisor-pin-again')]).toEqual(['赵磊', '482916'])
    await submit()
    expect([asks('firstRun.begin').length, at('sheet-note').exists()]).toEqual([1, false])
    await click('first-run-back')
    await type('supervisor-name', '王芳')
    kiosk.signing.sheet = { ...SHEET, fingerprint: '00000000' }
    await submit()
    expect([asks('firstRun.begin').length, at('sheet-note').exists()]).toEqual([2, true])
  })
})

describe('the check of the sheet', () => {
  it('asks for three characters by their places, and hides the sheet', async () => {
    const { toCheck, at } = await firstRun()
    await toCheck()
    expect(at('sheet-check').text()).toContain('第 11 个字')
    expect(at('sheet-check').text()).toContain('第 3 组第 3 个')
    expect(document.documentElement.outerHTML).not.toContain('啼鸟夜来')
    expect(document.querySelector('.on-paper')).toBeNull()
  })

  it('says that they do not fit, and keeps what was typed while one looks again', async () => {
    const { toCheck, answer, at, click, value, step } = await firstRun()
    await toCheck()
    await answer(['春', '', '不'])
    expect(at('check-told').attributes('data-kind')).toBe('missing')
    await answer(['春', '眠', '不'])
    expect(at('check-told').text()).toBe(zhCN.firstRun.check.wrong)
    await click('first-run-back')
    await click('first-run-next')
    expect([step(), value('asked-3')]).toEqual(['check', '春'])
  })

  it('makes the school: the desk locks, and the sheet is nowhere any more', async () => {
    const { toCheck, answer, at } = await firstRun()
    await toCheck()
    await answer(RIGHT)
    expect([at('locked').exists(), at('first-run').exists()]).toEqual([true, false])
    const kept = JSON.stringify((getActivePinia() ?? createPinia()).state.value)
    for (const secret of [SHEET.characters, SHEET.fingerprint, '482916'])
      expect([kept.includes(secret), document.documentElement.outerHTML.includes(secret)]).toEqual([
        false,
        false,
      ])
  })
})

describe('the square', () => {
  it('is one path of the dark runs', () => {
    expect(qrPath([[true, true, false, true], []])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z')
  })
})
