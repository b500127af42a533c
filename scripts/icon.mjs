/**
 * `npm run icon`: build/icon.svg and build/icon-small.svg become the pictures that packages and windows want. The
 * repo's own Electron draws them. The results are committed; run it again when a drawing has changed.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { icoFile } from './icon/icoFile.mjs'
import { repo } from './setup/folders.mjs'
import { run, SetupError } from './setup/run.mjs'
import { sandboxArguments } from './setup/sandbox.mjs'
import { finishWith, prepare } from './setup/setup.mjs'
import { withTestDisplay } from './testing/e2eRun.mjs'

const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 24, 32, 48, 64, 128, 256]
/** Up to this size in pixels the simpler drawing is used. */
const SMALL = 32

/** @typedef {{size: number, png: string, rgba: string}} Drawn  both base64 */

await finishWith(async () => {
  const runtime = await prepare({
    packages: ['electron', 'display'],
    triedRuntime: false,
    retryDownload: false,
  })
  const build = (/** @type {string[]} */ ...parts) => join(repo, 'build', ...parts)
  const order = await Promise.all(
    LINUX.map(async (size) => ({
      size,
      svg: await readFile(build(size <= SMALL ? 'icon-small.svg' : 'icon.svg'), 'base64'),
    })),
  )
  const { code, output } = await withTestDisplay(runtime, (env) =>
    run(
      runtime.executable,
      [...sandboxArguments, join(repo, 'scripts/icon/draw'), JSON.stringify(order)],
      { env, quiet: true },
    ),
  )
  const answer = /^drawn: (.*)$/m.exec(output)?.[1]
  if (code !== 0 || answer === undefined) throw new SetupError(`Nothing was drawn:\n${output}`)
  /** @type {readonly Drawn[]} */
  const drawn = JSON.parse(answer)

  await rm(build('icons'), { recursive: true, force: true })
  await mkdir(build('icons'), { recursive: true })
  for (const { size, png } of drawn)
    await writeFile(build('icons', `${size}x${size}.png`), Buffer.from(png, 'base64'))
  const pictures = drawn
    .filter(({ size }) => WINDOWS.includes(size))
    .map(({ size, png, rgba }) => ({
      size,
      png: Buffer.from(png, 'base64'),
      rgba: Buffer.from(rgba, 'base64'),
    }))
  await writeFile(build('icon.ico'), icoFile(pictures))
  return 0
})
