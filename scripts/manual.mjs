/** `npm run manual`: takes the pictures of docs/manual.zh-CN.md anew, from the app as it is now. */
import { build } from './setup/build.mjs'
import { commandOptions } from './setup/options.mjs'
import { runNode } from './setup/run.mjs'
import { finishWith, prepare } from './setup/setup.mjs'
import { playwrightArguments, withTestDisplay } from './testing/e2eRun.mjs'

const { rest, triedRuntime, retryDownload } = commandOptions(process.argv.slice(2))

await finishWith(async () => {
  const packages = /** @type {const} */ (['electron', 'chinese', 'display', 'reader', 'keyring'])
  const runtime = await prepare({ triedRuntime, retryDownload, packages })
  await build()
  const { code } = await withTestDisplay(runtime, (env) =>
    runNode([...playwrightArguments('e2e/manual'), ...rest], {
      env: { ...env, DESK_MANUAL: 'take' },
    }),
  )
  return code
})
