/**
 * `npm start`: from a bare machine to the open desk. `-- --tour` (or no display) plays the main job instead.
 * Other arguments after `--` go to the app: --kiosk, --school, --students 100000, --lang en, --fresh …
 */
import { launchApp } from './setup/launch.mjs'
import { build } from './setup/build.mjs'
import { repo } from './setup/folders.mjs'
import { commandOptions } from './setup/options.mjs'
import { say } from './setup/progress.mjs'
import { runNode } from './setup/run.mjs'
import { finishWith, prepare } from './setup/setup.mjs'
import { startXvfb, withoutDisplay } from './setup/xvfb.mjs'

const { tour, rest, ...wish } = commandOptions(process.argv.slice(2))

await finishWith(async () => {
  const headless = withoutDisplay()
  const touring = process.platform === 'linux' && (tour || headless)
  if (tour && !touring) say('The tour needs Linux (it runs under Xvfb); opening the desk instead.')
  const runtime = await prepare({
    ...wish,
    packages: touring ? ['electron', 'chinese', 'display'] : ['electron', 'chinese'],
  })
  await build()
  if (!touring) return await launchApp(runtime, rest)

  say(
    `${headless && !tour ? 'There is no display here, so the' : 'The'} main job is now played through the real app; pictures go to out/tour/.`,
  )
  const xvfb = await startXvfb()
  try {
    const env = {
      DESK_ELECTRON: runtime.executable,
      DISPLAY: xvfb.display,
      WAYLAND_DISPLAY: undefined,
    }
    const { code } = await runNode(['scripts/tour.ts', ...rest], { cwd: repo, env })
    return code
  } finally {
    xvfb.stop()
  }
})
