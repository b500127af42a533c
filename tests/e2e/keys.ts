import { expect } from 'playwright/test'
import type { DeskForTests } from './deskForTests.ts'

/** A desk that is led by its keys alone. */
export function keysOf(desk: DeskForTests) {
  /** What the focus is on, by its `data-test`, its words or its tag; fails where no ring is seen. */
  const focused = (): Promise<{ readonly name: string; readonly ring: boolean }> =>
    desk.page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return { name: 'body', ring: true }
      // The ring is on the control itself, or on what is drawn in its place.
      const drawn = [
        element,
        element.closest('.el-input__wrapper, label'),
        element.matches('.el-switch__input') ? element.nextElementSibling : null,
      ]
      const hasRing = (one: Element | null): boolean => {
        if (one === null) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      }
      return {
        name:
          element.getAttribute('data-test') ??
          element.closest('[data-test]')?.getAttribute('data-test') ??
          element.tagName,
        ring: drawn.some(hasRing),
      }
    })

  /** At a person's pace: keys that come faster are a scanner's. */
  async function key(name: string): Promise<void> {
    await desk.page.waitForTimeout(120)
    await desk.page.keyboard.press(name)
  }

  /** Presses Tab until the focus is there: a person would give up after so many. */
  async function tabTo(name: string, most = 60): Promise<void> {
    const passed: string[] = []
    for (let presses = 0; presses < most; presses++) {
      await key('Tab')
      const now = await focused()
      expect(now).toEqual({ name: now.name, ring: true })
      if (now.name === name) return
      passed.push(now.name)
    }
    throw new Error(`Tab never came to ${name}, only to ${passed.join(', ')}.`)
  }

  async function press(name: string, by = 'Enter'): Promise<void> {
    await tabTo(name)
    await key(by)
  }

  return { focused, key, tabTo, press }
}
