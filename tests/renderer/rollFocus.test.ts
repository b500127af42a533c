// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { gate, rollDesk } from './rollDesk.ts'

enableAutoUnmount(afterEach)
afterEach(() => (document.body.innerHTML = ''))

const focused = (): string => document.activeElement?.textContent.trim() ?? ''
/** What a screen reader says of it besides. */
const described = (): string => {
  const id = document.activeElement?.getAttribute('aria-describedby') ?? ''
  return document.getElementById(id)?.textContent.trim() ?? ''
}

/** As a browser has it: what is pressed has the focus, and takes it along when it goes. */
async function desk() {
  const shown = await rollDesk()
  const press = async (name: string) => {
    ;(shown.at(name).element as HTMLElement).focus()
    await shown.press(name)
    await shown.settle()
  }
  return { ...shown, press }
}

describe('the focus', () => {
  it('is at the heading of each step, with the step it is', async () => {
    const { press } = await desk()
    await press('roll-open')
    expect([focused(), described()]).toEqual(['导入名册', '1 文件'])
    await press('roll-check')
    expect([focused(), described()]).toEqual(['导入名册', '2 核对'])
    await press('roll-back')
    expect([focused(), described()]).toEqual(['导入名册', '1 文件'])
    await press('roll-back')
    expect(focused()).toBe('名册')
  })

  it('is at what an import came to, and at what became of it', async () => {
    const { press, tick } = await desk()
    await press('roll-open')
    await press('roll-check')
    await tick('without-broken')
    await press('roll-take')
    expect(focused()).toContain('已导入')
    await press('roll-undo-this')
    await press('roll-undo-this-sure')
    expect(focused()).toContain('已撤销')
  })

  it('stays with whoever went elsewhere while it was worked at', async () => {
    const waits = gate()
    const { press, at, kiosk, settle } = await desk()
    await press('roll-open')
    kiosk.roll.until = () => waits.until
    await press('roll-check')
    ;(at('search-input').element as HTMLElement).focus()
    waits.open()
    await settle()
    expect(at('roll-preview').exists()).toBe(true)
    expect(document.activeElement).toBe(at('search-input').element)
  })

  it('stays at the navigation that brought somebody back to a step', async () => {
    const { press, at } = await desk()
    await press('roll-open')
    await press('nav-devices')
    await press('nav-roll')
    expect(document.activeElement).toBe(at('nav-roll').element)
  })
})
