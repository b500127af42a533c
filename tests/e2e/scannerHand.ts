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

export async function scannerHand(page: Page): Promise<ScannerHand> {
  const cdp = await page.context().newCDPSession(page)
  return {
    async underInputMethod(digits, suffix = true) {
      const keys = [...digits].map((digit) => taken(cdp, `Digit${digit}`))
      if (suffix) keys.push(taken(cdp, 'Enter'))
      await Promise.all(keys)
    },
    async plain(digits) {
      await Promise.all([...digits].map((digit) => written(cdp, digit)))
      await enter(cdp)
    },
    async compose(text) {
      const [selectionStart, selectionEnd] = [text.length, text.length]
      await cdp.send('Input.imeSetComposition', { text, selectionStart, selectionEnd })
    },
  }
}

async function taken(cdp: CDPSession, code: string): Promise<void> {
  const key = { code, key: 'Process', windowsVirtualKeyCode: 229 }
  const down = cdp.send('Input.dispatchKeyEvent', { ...key, type: 'rawKeyDown' })
  await Promise.all([down, cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })])
}

async function written(cdp: CDPSession, digit: string): Promise<void> {
  const key = { code: `Digit${digit}`, key: digit, windowsVirtualKeyCode: digit.charCodeAt(0) }
  const down = cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: digit })
  await Promise.all([down, cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })])
}

async function enter(cdp: CDPSession): Promise<void> {
  const key = { code: 'Enter', key: 'Enter', windowsVirtualKeyCode: 13 }
  await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: '\r' })
  await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' })
}
