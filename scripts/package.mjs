/**
 * `npm run package`: the installers for this system, into dist/. `-- --dir`: only the folder they would install,
 * with the runtime at hand and without a network.
 */
import { makePackage } from './packaging/makePackage.mjs'
import { build } from './setup/build.mjs'
import { commandOptions } from './setup/options.mjs'
import { SetupError } from './setup/run.mjs'
import { finishWith, prepare } from './setup/setup.mjs'

const { rest, triedRuntime, retryDownload } = commandOptions(process.argv.slice(2))

await finishWith(async () => {
  const unknown = rest.filter((argument) => argument !== '--dir')
  if (unknown.length > 0)
    throw new SetupError(`npm run package knows only --dir, not ${unknown.join(' ')}.`)
  const runtime = await prepare({ triedRuntime, retryDownload, packages: [] })
  await build()
  await makePackage(runtime, { folderOnly: rest.includes('--dir'), output: 'dist' })
  return 0
})
