/** Runs when the next frame has been drawn: what was just changed is on the screen by then. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const painted = new MessageChannel()
    painted.port1.onmessage = () => {
      painted.port1.close()
      then()
    }
    painted.port2.postMessage(null)
  })
}
