/** `npm run bench [names] -- --json`: how fast and how large it is, against the bars of bench/table.ts. */
import { join } from 'node:path'
import { build } from './setup/build.mjs'
import { repo } from './setup/folders.mjs'
import { commandOptions } from './setup/options.mjs'
import { runNode } from './setup/run.mjs'
import { finishWith, prepare } from './setup/setup.mjs'
import { withTestDisplay } from './testing/e2eRun.mjs'

const { rest, triedRuntime, retryDownload } = commandOptions(process.argv.slice(2))

await finishWith(async () => {
  const runtime = await prepare({
    triedRuntime,
    retryDownload,
    packages: ['electron', 'chinese', 'display', 'reader'],
  })
  await build()
  const { code } = await withTestDisplay(runtime, (env) =>
    runNode([join(repo, 'scripts', 'bench', 'run.ts'), ...rest], { env }),
  )
  return code
})
