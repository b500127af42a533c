/**
 * Runs in the page: what does not fit, as `class text`. Nothing may be wider than its box; what is higher
 * may scroll; nothing else may stand outside the window. A list shortens names and titles on purpose; a table of
 * many columns is moved sideways; what hangs over the screen is wider than the field it belongs to, and is looked at itself.
 */
export function cutOff(): readonly string[] {
  const SHORTENED =
    '.holder, .who, .sample b, .school, [data-test="tap-reader"], .only-heard, .sideways'
  const HANGS_OVER = '[data-test="search-list"], .pop-up .panel'
  /** of a field of choices, in Chromium */
  const ARROW = 18
  const found: string[] = []
  const scrolls = (one: Element): boolean => /auto|scroll/.test(getComputedStyle(one).overflowY)
  function inScroller(element: Element): boolean {
    for (let one = element.parentElement; one !== null; one = one.parentElement)
      if (scrolls(one)) return true
    return false
  }
  const pen = document.createElement('canvas').getContext('2d')
  /** A field of choices tells nobody that it shortens what is chosen: its words are measured, beside the arrow. */
  function shortens(field: HTMLSelectElement): boolean {
    const words = field.selectedOptions[0]?.text ?? ''
    const style = getComputedStyle(field)
    if (pen === null) return false
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    return pen.measureText(words).width > room - ARROW
  }
  for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
    if (element instanceof HTMLSelectElement && element.clientWidth > 0 && shortens(element))
      found.push(`${element.className || element.tagName} ${element.selectedOptions[0]?.text}`)
    if (element.closest(`svg, ${SHORTENED}`) || element.clientWidth === 0) continue
    const style = getComputedStyle(element)
    if (style.display === 'inline') continue
    const holdsOver = element.querySelector(HANGS_OVER) !== null
    const tooWide = !holdsOver && element.scrollWidth > element.clientWidth + 1
    const tooHigh = element.scrollHeight > element.clientHeight + 1
    const hides = /hidden|clip/.test(style.overflowY)
    const { right, bottom } = element.getBoundingClientRect()
    const outside = right > innerWidth + 1 || (bottom > innerHeight + 1 && !inScroller(element))
    if (tooWide || (tooHigh && hides) || outside)
      found.push(`${element.className || element.tagName} ${element.textContent?.slice(0, 30)}`)
  }
  return found.slice(0, 5)
}
