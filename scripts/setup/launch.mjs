/** Opens the desk for a person, watches for its first window, and says in words what is open. */
import { spawn } from 'node:child_process'
import { childEnvironment, repo } from './folders.mjs'
import { say } from './progress.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { triedRuntimeExists } from './triedRuntime.mjs'

const PATIENCE = 30_000

/** @param {readonly string[]} appArguments */
export function openSchoolInWords(appArguments) {
  if (appArguments.includes('--school')) {
    return '真实学校模式。A real school’s desk is open. The rehearsal school opens with: npm start'
  }
  return (
    '演练校已打开：数据都是虚构的，画面带“演练”水印。The rehearsal school 演练校 is open: nothing in it is real.\n' +
    '    正式使用 / to start a real school:  npm start -- --school'
  )
}

/**
 * What to say when no window came; only the official runtime has another one to fall back to.
 * @param {import('./runtime.mjs').Runtime['source']} source
 * @param {boolean} triedExists
 */
export function noWindowInWords(source, triedExists) {
  const problem = `The desk has shown no window in ${PATIENCE / 1000} s.`
  return source !== 'registry' && triedExists
    ? `${problem} Another runtime, tried on many machines, can rehearse on this one:\n\n  npm start -- --tried-runtime\n`
    : `${problem} Its messages above may say why; still waiting.`
}

/**
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {readonly string[]} appArguments
 * @returns {Promise<number>} the app's exit code, when it ends
 */
export function launchApp(runtime, appArguments) {
  return new Promise((resolve) => {
    const env = childEnvironment({
      DESK_ELECTRON: runtime.executable,
      ELECTRON_RUN_AS_NODE: undefined,
    })
    const app = spawn(runtime.executable, [...sandboxArguments, repo, ...appArguments], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // Ctrl-C reaches the app as well: it closes its database, and we wait for it.
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', () => app.kill())
    let shown = false
    const patience = setTimeout(
      () => console.error(`\n${noWindowInWords(runtime.source, triedRuntimeExists())}`),
      PATIENCE,
    )
    let text = ''
    app.stdout.setEncoding('utf8').on('data', (chunk) => {
      process.stdout.write(chunk)
      text = shown ? '' : text + chunk
      if (shown || !/^desk: (window shown|already open)/m.test(text)) return
      shown = true
      clearTimeout(patience)
      if (!text.includes('already open')) say(openSchoolInWords(appArguments))
    })
    app.on('error', (error) => console.error(`The runtime could not be started: ${error.message}`))
    app.on('close', (code, signal) => {
      clearTimeout(patience)
      if (!shown) console.error(`\nThe desk ended (${signal ?? code}) before it showed a window.`)
      if (!shown && runtime.source !== 'registry' && triedRuntimeExists())
        console.error('Try: npm start -- --tried-runtime')
      resolve(shown ? (code ?? 1) : 1)
    })
  })
}
