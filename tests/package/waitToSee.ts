import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lookAtScreen, saveScreen, shareOf, type Screen } from './screen.ts'

/** Of renderer/styles/tokens.css, but the last: the body of the reader that is drawn where a card is waited for. */
const [GOOD, BLUE, BLUE_TINT, READER_DRAWN] = [0x1b7446, 0x1f4e9c, 0xe8eef8, 0x6d675d] as const

/** What the desk shows, told by colours alone, on a screen of 1366×768. */
const SIGNS = {
  /** the banner of the rehearsal; the opening screen has none, and the locked one comes with its tiles */
  'the sign-in screen': (screen) => shareOf(BLUE_TINT, screen) > 0.04,
  /** the button that signs in: blue once somebody is chosen and digits are there */
  'a PIN to sign in with': (screen) => shareOf(BLUE, screen) > 0.015,
  'a desk that waits for cards': (screen) => shareOf(READER_DRAWN, screen) > 0.003,
  /** the lamp in the status bar */
  'a reader that is ready': (screen) => shareOf(GOOD, screen) > 0.0001,
  /** its field */
  'a good verdict': (screen) => shareOf(GOOD, screen) > 0.1,
} satisfies Readonly<Record<string, (screen: Screen) => boolean>>

type Sign = keyof typeof SIGNS

export const shows = (sign: Sign, screen = lookAtScreen()): boolean => SIGNS[sign](screen)

const SEEN_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 100
const STILL_MS = 300

/** @returns the first look at it. Rejects when it does not come, and leaves a picture of what is there instead. */
export async function waitToSee(sign: Sign): Promise<Screen> {
  for (const end = Date.now() + SEEN_WITHIN_MS; Date.now() < end; await sleep(LOOK_EVERY_MS)) {
    const screen = lookAtScreen()
    if (shows(sign, screen)) return screen
  }
  const file = 'out/screens/package-missed.png'
  saveScreen(lookAtScreen(), join(import.meta.dirname, '../..', file))
  throw new Error(`The screen did not show ${sign}: see ${file}.`)
}

/** @returns the screen when nothing on it moves any more */
export async function screenAtRest(): Promise<Screen> {
  let last = lookAtScreen()
  for (const end = Date.now() + SEEN_WITHIN_MS; Date.now() < end;) {
    await sleep(STILL_MS)
    const screen = lookAtScreen()
    if (screen.rgb.equals(last.rgb)) return screen
    last = screen
  }
  throw new Error('The screen does not come to rest.')
}
