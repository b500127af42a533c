/**
 * Runs in the page: what does not fit, as `class text`. Nothing may be wider than its box; what is higher
 * may scroll; nothing else may stand outside the window. A list shortens names and titles on purpose; a table of
 * many columns is moved sideways; what hangs over the screen is wider than the field it belongs to, and is looked at itself.
 */
export function cutOff(): readonly string[] {
  const SHORTENED =
    '.holder, .who, .sample b, .school, [data-test="tap-reader"], .only-heard, .sideways'
  const HANGS_OVER = '[data-test="search-list"], .pop-up .panel'
  const found: string[] = []
  const scrolls = (one: Element): boolean => /auto|scroll/.test(getComputedStyle(one).overflowY)
  function inScroller(element: Element): boolean {
    for (let one = element.parentElement; one !== null; one = one.parentElement)
      if (scrolls(one)) return true
    return false
  }
  for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
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
