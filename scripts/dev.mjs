/** `npm run dev`: the app, built anew as you type; pages reload, changes to the main process restart it. */
import { forgetBuild } from './setup/build.mjs'
import { toolPath } from './setup/folders.mjs'
import { commandOptions } from './setup/options.mjs'
import { say } from './setup/progress.mjs'
import { runNode } from './setup/run.mjs'
import { sandboxArguments } from './setup/sandbox.mjs'
import { finishWith, prepare } from './setup/setup.mjs'
import { startXvfb, withoutDisplay } from './setup/xvfb.mjs'

const { rest, triedRuntime, retryDownload } = commandOptions(process.argv.slice(2))

await finishWith(async () => {
  const headless = withoutDisplay()
  /** @type {import('./setup/systemPackages.mjs').Group[]} */
  const packages = headless ? ['electron', 'chinese', 'display'] : ['electron', 'chinese']
  const runtime = await prepare({ triedRuntime, retryDownload, packages })
  forgetBuild() // what dev leaves in out/ is of no known state
  const xvfb = headless ? await startXvfb() : null
  if (xvfb) say(`There is no display here: the desk runs unseen, on ${xvfb.display}.`)
  try {
    const env = {
      DESK_ELECTRON: runtime.executable,
      ELECTRON_EXEC_PATH: runtime.executable,
      ...(xvfb && { DISPLAY: xvfb.display }),
    }
    const { code } = await runNode(
      [
        toolPath('electron-vite'),
        'dev',
        '--watch',
        '--',
        ...sandboxArguments,
        '--develop',
        ...rest,
      ],
      { env },
    )
    return code
  } finally {
    xvfb?.stop()
  }
})
