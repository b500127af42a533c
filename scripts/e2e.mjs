/** `npm run test:e2e -- -g "a lost card"`: build and end-to-end tests alone; arguments go to Playwright. */
import { build } from './setup/build.mjs'
import { commandOptions } from './setup/options.mjs'
import { finishWith, prepare } from './setup/setup.mjs'
import { playwrightArguments, withTestDisplay } from './testing/e2eRun.mjs'
import { runNode } from './setup/run.mjs'

const { rest, triedRuntime, retryDownload } = commandOptions(process.argv.slice(2))

await finishWith(async () => {
  const runtime = await prepare({
    triedRuntime,
    retryDownload,
    packages: ['electron', 'chinese', 'display', 'reader', 'keyring'],
  })
  await build()
  const { code } = await withTestDisplay(runtime, (env) =>
    runNode([...playwrightArguments(), ...rest], { env: { ...env, DESK_PICTURES: '1' } }),
  )
  return code
})
