interface Size {
  readonly width: number
  readonly height: number
}

/** What the desk is designed at, in pixels of the page. */
const DESIGNED: Size = { width: 1366, height: 768 }

/** 1280×720 at 125 % is 1024×576; task bar and title bar take their part of it. */
export const LEAST_SIZE = { minWidth: 960, minHeight: 500 } as const

/** As designed, and never larger than what the screen has free: else the status bar would lie outside. */
export function firstSize(free: Size): Size {
  return {
    width: Math.min(DESIGNED.width, free.width),
    height: Math.min(DESIGNED.height, free.height),
  }
}
