/**
 * Chromium's own remote control (hardening.md E3). Whoever can add a switch to a shortcut could read
 * every pupil through it. Fuses close Node's inspector; nothing but code closes this one.
 */
const REMOTE_CONTROL = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
] as const

/** Before `ready`: Chromium opens its door after the app's own code was loaded. */
export function refuseDebugging(commandLine: Pick<Electron.CommandLine, 'removeSwitch'>): void {
  for (const name of REMOTE_CONTROL) commandLine.removeSwitch(name)
}
