/** `npm run build`: the app into out/, when something changed since. */
import { build } from './setup/build.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { finishWith } from './setup/setup.mjs'

await finishWith(async () => {
  await installDependencies()
  await build()
  return 0
})
