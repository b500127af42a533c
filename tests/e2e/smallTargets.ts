/** Of everything that can be pressed on the page: how many, the least side in px, and which are under 44 px. */
export interface Targets {
  readonly count: number
  readonly least: number
  readonly small: readonly string[]
}

/** Runs in the page. A native input inside a drawn control is pressed at the control. */
export function measureTargets(): Targets {
  const PRESSED =
    'button, [role="button"], [role="switch"], [role="slider"], a[href], input, select, textarea, td.available'
  const CONTROL = '.el-switch, .el-input__wrapper, label'
  const seen = (one: Element): boolean =>
    one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden'
  const areas = [...document.querySelectorAll(PRESSED)]
    .map((one) => (one instanceof HTMLInputElement ? (one.closest(CONTROL) ?? one) : one))
    .filter(seen)
    .map((one) => {
      const { width, height } = one.getBoundingClientRect()
      return { side: Math.min(width, height), name: one.outerHTML.slice(0, 120) }
    })
  return {
    count: areas.length,
    least: Math.min(...areas.map(({ side }) => side)),
    // Fractions of a pixel come with scaling.
    small: areas.filter(({ side }) => side < 43.95).map(({ side, name }) => `${side} ${name}`),
  }
}
