// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { createPinia, getActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { zhCN } from '../../renderer/locales/zh-CN.ts'
import { openDesk } from './builders.ts'
import { BACKUPS, backup, careView } from './careBuilders.ts'
import { careDesk } from './careDesk.ts'
import { SHEET } from './fakeSigning.ts'
import { STAFF } from './people.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const { newSheet } = zhCN
/** of before, and of no use to anybody */
const RUINED = backup({ name: '000030-hourly', sheet: 'former', fault: 'database' })
const REASON = '原来的那张找不到了'
const RIGHT = SHEET.asked.map((place) => [...SHEET.characters][place - 1] ?? '')

async function asked(desk = openDesk()) {
  const shown = await careDesk('care', desk)
  await shown.press('new-sheet-open')
  const answer = async (characters: readonly string[]) => {
    for (const [n, place] of SHEET.asked.entries())
      await shown.type(`asked-${place}`, characters[n] ?? '')
    await shown.at('sheet-check').trigger('submit')
    await shown.settle()
  }
  return { ...shown, answer }
}

async function made(desk = openDesk()) {
  const shown = await asked(desk)
  await shown.type('new-sheet-reason', REASON)
  await shown.press('new-sheet-go')
  return shown
}

describe('a new recovery sheet', () => {
  it('says first what happens to the old one and to the backups', async () => {
    const { at } = await asked()
    for (const words of [
      '只显示这一次',
      '旧的照样有效',
      '马上备份一次',
      '在别的电脑上只能用旧的打开',
    ])
      expect(at('new-sheet-panel').text()).toContain(words)
  })

  it('takes a reason', async () => {
    const { at, press, args } = await asked()
    await press('new-sheet-go')
    expect(at('new-sheet-panel').text()).toContain('请写明原因')
    expect(args('sheet.make')).toEqual([])
  })

  it('says what it does not do where the old one may have been copied', async () => {
    const { at, type, press, args } = await asked()
    expect(at('new-sheet-copied-told').exists()).toBe(false)
    await at('new-sheet-copied').setValue(true)
    expect(at('new-sheet-copied-told').text()).toBe(newSheet.copiedHelp)
    await type('new-sheet-reason', REASON)
    await press('new-sheet-go')
    expect(args('sheet.make')).toEqual([{ reason: REASON, copied: true }])
  })

  it('takes the own PIN and then a colleague’s', async () => {
    const { kiosk, at, type, press, args, settle } = await asked()
    const confirm = async (pin: string | null | undefined) => {
      await type('confirm-pin', pin ?? '')
      await at('confirm').find('form').trigger('submit')
      await settle()
    }
    kiosk.refuse.set('sheet.make', 're-auth-needed')
    await type('new-sheet-reason', REASON)
    await press('new-sheet-go')
    expect(at('confirm').attributes('data-of')).toBe('own')
    expect(at('confirm').text()).toContain(newSheet.title)
    kiosk.refuse.set('sheet.make', 'second-person-needed')
    await confirm(STAFF.everything.rehearsalPin)
    expect(at('confirm').attributes('data-of')).toBe('second')
    kiosk.refuse.clear()
    await type('colleague', STAFF.supervisor.id)
    await confirm(STAFF.supervisor.rehearsalPin)
    expect(args('sheet.make')).toEqual(Array(3).fill({ reason: REASON, copied: false }))
    expect(at('sheet-step').exists()).toBe(true)
  })

  it('is printed by the desk, alone on its paper, and says that it does not count yet', async () => {
    const { at, press, asks } = await made()
    expect(at('sheet-note').text()).toBe(newSheet.until)
    expect(at('fingerprint').text()).toContain(SHEET.fingerprint)
    expect(document.querySelector('body > .on-paper')?.textContent).toContain(SHEET.fingerprint)
    await press('print-sheet')
    expect(asks('sheet.print')).toHaveLength(1)
    expect(at('print-told').text()).toBe(zhCN.firstRun.sheet.printed)
    expect(asks('firstRun.print')).toEqual([])
  })

  it('of a rehearsal says on its paper that it is none', async () => {
    await made(openDesk({ mode: 'rehearsal' }))
    expect(document.querySelector('.on-paper')?.textContent).toContain(newSheet.paperRehearsal)
    document.body.innerHTML = ''
    await made(openDesk({ mode: 'real' }))
    expect(document.querySelector('.on-paper')?.textContent).not.toContain('演练')
  })

  it('asks again for characters that do not fit', async () => {
    const { at, press, answer, asks } = await made()
    await press('first-run-next')
    expect(at('sheet-check').text()).toContain(newSheet.check.help)
    await answer(['春', '眠', '不'])
    expect(at('check-told').text()).toBe(zhCN.firstRun.check.wrong)
    expect(asks('sheet.confirm')).toHaveLength(1)
    expect(at('new-sheet').exists()).toBe(true)
  })

  it('counts once they fit: its number, the backup and what of the old one is left', async () => {
    const { kiosk, at, press, answer } = await made()
    await press('first-run-next')
    kiosk.care.view = careView({
      sheet: SHEET.fingerprint,
      backups: [backup({ name: '000032-hourly' }), backup({ sheet: 'former' }), RUINED],
    })
    await answer(RIGHT)
    const done = at('new-sheet-done').text()
    expect(done).toContain(newSheet.done.what.replace('{sheet}', SHEET.fingerprint))
    expect(done).toContain(newSheet.done.backedUp)
    expect(done).toContain(newSheet.done.former.replace('{n}', '1'))
    expect(at('care-sheet').text()).toContain(newSheet.former.replace('{n}', '1'))
    expect(at('backup-sheet').text()).toBe(newSheet.opensWithFormer)
    const kept = JSON.stringify((getActivePinia() ?? createPinia()).state.value)
    expect(kept + document.documentElement.outerHTML).not.toContain(SHEET.characters)
  })

  it('says so where no backup was made after it, and where none needs the old one', async () => {
    const { kiosk, at, press, answer } = await made()
    kiosk.signing.backedUp = false
    await press('first-run-next')
    await answer(RIGHT)
    expect(at('new-sheet-not-backed-up').text()).toBe(newSheet.done.notBackedUp)
    expect(at('new-sheet-done').text()).toContain(newSheet.done.none)
  })

  it('is dropped where it is not wanted, and the desk is told', async () => {
    const { at, press, asks } = await made()
    await press('first-run-back')
    expect([at('new-sheet').exists(), at('care-standing').exists()]).toEqual([false, true])
    expect([asks('sheet.drop').length, at('new-sheet-done').exists()]).toEqual([1, false])
  })

  it('is still there after a look at another screen, and gone with the lock', async () => {
    const { at, press, kiosk, settle, signIn, click } = await made()
    await press('print-sheet')
    await press('nav-log')
    await press('nav-care')
    expect([at('new-sheet').exists(), at('print-told').exists()]).toEqual([true, true])
    kiosk.signing.lock('idle')
    await settle()
    expect(document.documentElement.outerHTML).not.toContain(SHEET.fingerprint)
    await signIn(STAFF.everything.rehearsalPin ?? '')
    await click('nav-care')
    expect([at('new-sheet').exists(), at('care-standing').exists()]).toEqual([false, true])
  })

  it('says why none was made', async () => {
    const { kiosk, at, type, press } = await asked()
    kiosk.refuse.set('sheet.make', 'right-missing')
    await type('new-sheet-reason', REASON)
    await press('new-sheet-go')
    expect(at('new-sheet-panel').find('[role="alert"]').text()).toContain('没有补办')
  })

  it('is an administrator’s to ask for', async () => {
    const { id, name } = STAFF.supervisor
    const operator = { id, name, roles: ['supervisor'] as const, classes: [] }
    const { at } = await careDesk('care', openDesk({ operator }))
    expect([at('care-sheet').exists(), at('new-sheet-open').exists()]).toEqual([true, false])
  })

  it('says nothing of sheets at backups that all open with the present one', async () => {
    const { page, at } = await careDesk('care')
    expect(page.findAll('[data-test="backup-row"]')).toHaveLength(BACKUPS.length)
    expect(at('backup-sheet').exists()).toBe(false)
  })
})
