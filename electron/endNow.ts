/**
 * Ends the program at once, after everything that counts is on the disk.
 *
 * Not `app.exit`: it takes Node's environment down first, and with it pcsc-mini's client, which then
 * waits for a thread that waits for the next card, or aborts (8 of 8 ends in a trial: 3 hung, 5
 * aborted; 0 of 8 this way). Node's own `process.exit` ends with the same call.
 */
export function endNow(code: number): void {
  ;(process as unknown as { reallyExit(code: number): void }).reallyExit(code)
}

/**
 * Ends the program although something of it hangs. `endNow` waits for every thread, and one that is deep in
 * a driver or a file never comes back; the system does not ask it.
 */
export function endHard(): void {
  process.kill(process.pid, 'SIGKILL')
}
