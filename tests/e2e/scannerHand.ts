import type { CDPSession, Page } from 'playwright/test'

/** A wedge scanner: real key events of the browser, faster than any person. */
export interface ScannerHand {
  /** as under a Chinese input method: `Process`, 229, only the place of the key is told */
  underInputMethod(digits: string, suffix?: boolean): Promise<void>
  /** as without one: every key also writes */
  plain(digits: string): Promise<void>
  /** an input method holds letters that are not yet what is meant */
  compose(text: string): Promise<void>
}

/** ms from key to key. Each event carries its time: a slow machine makes no slow scanner. */
const PACE = 5

interface Key {
  readonly code: string
  readonly key: string
  readonly windowsVirtualKeyCode: number
  /** what it writes; null: the input method has it */
  readonly text: string | null
}

export async function scannerHand(page: Page): Promise<ScannerHand> {
  const cdp = await page.context().newCDPSession(page)
  return {
    async underInputMethod(digits, suffix = true) {
      const codes = [...digits].map((digit) => `Digit${digit}`)
      await press(cdp, [...codes, ...(suffix ? ['Enter'] : [])].map(taken))
    },
    async plain(digits) {
      await press(cdp, [...[...digits].map(written), ENTER])
    },
    async compose(text) {
      const [selectionStart, selectionEnd] = [text.length, text.length]
      await cdp.send('Input.imeSetComposition', { text, selectionStart, selectionEnd })
    },
  }
}

/** All are sent at once, the last of them as pressed now. */
async function press(cdp: CDPSession, keys: readonly Key[]): Promise<void> {
  const start = Date.now() - keys.length * PACE
  await Promise.all(
    keys.flatMap(({ text, ...key }, at) => {
      const timestamp = (start + at * PACE) / 1000
      const down =
        text === null ? ({ type: 'rawKeyDown' } as const) : ({ type: 'keyDown', text } as const)
      return [
        cdp.send('Input.dispatchKeyEvent', { ...key, ...down, timestamp }),
        cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp: timestamp + 0.002 }),
      ]
    }),
  )
}

const ENTER: Key = { code: 'Enter', key: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }

function taken(code: string): Key {
  return { code, key: 'Process', windowsVirtualKeyCode: 229, text: null }
}

function written(digit: string): Key {
  const windowsVirtualKeyCode = digit.charCodeAt(0)
  return { code: `Digit${digit}`, key: digit, windowsVirtualKeyCode, text: digit }
}
