/** A display of our own for machines (and tests) without one. */
import { spawn } from 'node:child_process'
import { atTheEnd } from './ending.mjs'
import { SetupError } from './run.mjs'

/** @typedef {{display: string, stop: () => void}} Xvfb */

/** Whether there is no display to show a window on. */
export const withoutDisplay = (env = process.env) =>
  process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY

/**
 * Starts Xvfb on a free display, which it picks itself (-displayfd), so any number can run side by side.
 * It ends with this process, however that ends, Ctrl-C included.
 * @param {{width?: number, height?: number, screenFolder?: string}} [wish]
 *   screenFolder: where the server keeps what it shows, as the file Xvfb_screen0 (an X window dump)
 * @returns {Promise<Xvfb>}
 */
export function startXvfb({ width = 1366, height = 768, screenFolder } = {}) {
  return new Promise((resolve, reject) => {
    const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset']
    const kept = screenFolder === undefined ? [] : ['-fbdir', screenFolder]
    const server = spawn('Xvfb', ['-displayfd', '3', ...screen, ...kept], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    })
    const ended = atTheEnd(() => void server.kill())
    const stop = () => {
      server.kill()
      ended()
    }
    let complaint = ''
    server.stderr?.on('data', (chunk) => (complaint += chunk))
    server.on('error', (error) =>
      reject(new SetupError(`Xvfb could not be started (is it installed?): ${error.message}`)),
    )
    server.on('exit', (code) =>
      reject(new SetupError(`Xvfb ended with code ${code}: ${complaint}`)),
    )
    const number = /** @type {import('node:stream').Readable} */ (server.stdio[3])
    let text = ''
    number.on('data', (chunk) => {
      text += chunk
      if (text.endsWith('\n')) resolve({ display: `:${text.trim()}`, stop })
    })
  })
}
