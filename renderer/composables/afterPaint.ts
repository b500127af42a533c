/** A window that nobody sees draws no frames. */
const AT_MOST_MS = 100

/** Runs once, when the next frame has been drawn: what was just changed is on the screen by then. */
export function afterPaint(then: () => void): void {
  const late = setTimeout(drawn, AT_MOST_MS)
  const { port1, port2 } = new MessageChannel()
  function drawn(): void {
    clearTimeout(late)
    port1.close()
    then()
  }
  port1.onmessage = drawn
  requestAnimationFrame(() => port2.postMessage(null))
}
