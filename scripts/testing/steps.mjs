/** The steps of `npm test`, in the order in which they run. */
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePackage } from '../packaging/makePackage.mjs'
import { build } from '../setup/build.mjs'
import { isRoot, repo, toolPath } from '../setup/folders.mjs'
import { runNode, SetupError } from '../setup/run.mjs'
import { startXvfb } from '../setup/xvfb.mjs'
import { playwrightArguments, withTestDisplay } from './e2eRun.mjs'
import { nothing, oneCheck, tallyOfPlaywright, tallyOfVitest } from './tally.mjs'

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {import('../setup/runtime.mjs').Runtime} Runtime
 * @typedef {object} Step
 * @property {string} name           what a developer types: npm test -- unit lint
 * @property {string} title
 * @property {readonly import('../setup/systemPackages.mjs').Group[]} packages
 * @property {boolean} [needsRuntime]
 * @property {() => string | null} [impossible]  why it cannot exist on this system
 * @property {boolean} [beside]  it mostly waits, or keeps one core busy: it begins with the first step, and is told in its turn
 * @property {(runtime: Runtime, tell?: (output: string) => void) => Promise<Tally>} run
 */

const out = (/** @type {string} */ name) => join(repo, 'out', name)

/** @param {string} file */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null // the run died before it wrote one: counted as a failure
  }
}

const projectsOf = { unit: ['unit', 'page'], reader: ['reader'], package: ['package'] }

/**
 * @param {'unit' | 'reader' | 'package'} name
 * @param {NodeJS.ProcessEnv} [env]
 * @param {(output: string) => void} [tell]  gets the output at the end, instead of the person as it comes
 */
async function runVitest(name, env = {}, tell) {
  const report = out(join('reports', `${name}.json`))
  await rm(report, { force: true })
  const reporter = join(repo, 'scripts', 'testing', 'vitestReporter.mjs')
  const args = [
    toolPath('vitest'),
    'run',
    ...projectsOf[name].flatMap((project) => ['--project', project]),
    '--reporter=default',
    `--reporter=${reporter}`,
  ]
  const { code, output } = await runNode(args, {
    env: { ...env, DESK_TEST_REPORT: report },
    quiet: tell !== undefined,
  })
  tell?.(output)
  return tallyOfVitest(await readReport(report), code)
}

/** @param {(output: string) => void} [tell]  as for `runVitest` */
async function runLint(tell) {
  await mkdir(out('cache'), { recursive: true })
  const eslint = [
    toolPath('eslint'),
    '.',
    '--max-warnings',
    '0',
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    out('cache/eslint'),
  ]
  const prettier = [
    toolPath('prettier'),
    '--check',
    '.',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    out('cache/prettier'),
  ]
  const quiet = tell !== undefined
  const results = [await runNode(eslint, { quiet }), await runNode(prettier, { quiet })]
  tell?.(results.map(({ output }) => output).join(''))
  return oneCheck(Math.max(...results.map(({ code }) => code)))
}

/** @param {Runtime} runtime */
async function runE2e(runtime) {
  await build()
  const report = out(join('reports', 'e2e.json'))
  await rm(report, { force: true })
  const { code } = await withTestDisplay(runtime, (env) =>
    runNode(playwrightArguments('--reporter=list,json'), {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    }),
  )
  return tallyOfPlaywright(await readReport(report), code)
}

/**
 * Packages the desk around the runtime at hand and tries the result. Its folder gets the name the deb gives it, which
 * is not ASCII.
 * @param {Runtime} runtime
 */
async function runPackage(runtime) {
  await build()
  const made = await makePackage(runtime, { folderOnly: true, output: 'out/package' })
  const program = out('package/校园学生卡服务台')
  await rename(made, program)
  const screenFolder = await mkdtemp(join(tmpdir(), 'desk-screen-'))
  const xvfb = await startXvfb({ screenFolder })
  try {
    return await runVitest('package', {
      DISPLAY: xvfb.display,
      WAYLAND_DISPLAY: undefined,
      DESK_PACKAGE: program,
      DESK_ELECTRON_VERSION: runtime.version,
      DESK_SCREEN: join(screenFolder, 'Xvfb_screen0'),
    })
  } finally {
    xvfb.stop()
    await rm(screenFolder, { recursive: true, force: true })
  }
}

const noDisplayOfOurOwn = () =>
  process.platform === 'linux'
    ? null
    : 'a packaged desk is watched from outside on Xvfb: Linux only'

function noVirtualReader() {
  if (process.platform !== 'linux') return 'virtual card readers (vpcd) exist on Linux only'
  return isRoot ? null : 'only root may start a pcscd of its own; run: sudo npm test -- reader'
}

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'types',
    title: 'Types',
    packages: [],
    run: async () => oneCheck((await runNode([toolPath('vue-tsc'), '-b'])).code),
  },
  {
    name: 'lint',
    title: 'Lint and format',
    packages: [],
    beside: true,
    run: (_runtime, tell) => runLint(tell),
  },
  {
    name: 'unit',
    title: 'Unit tests',
    packages: [],
    run: () => runVitest('unit'),
  },
  {
    name: 'reader',
    title: 'Real pcscd with virtual cards',
    packages: ['reader'],
    impossible: noVirtualReader,
    beside: true,
    run: (_runtime, tell) => runVitest('reader', {}, tell),
  },
  {
    name: 'build',
    title: 'Build',
    packages: [],
    run: async () => {
      await build()
      return nothing
    },
  },
  {
    name: 'e2e',
    title: 'End to end, in real Electron',
    packages: ['electron', 'chinese', 'display', 'keyring'],
    needsRuntime: true,
    run: runE2e,
  },
  {
    name: 'package',
    title: 'The packaged desk',
    packages: isRoot
      ? ['electron', 'chinese', 'display', 'reader', 'keyboard']
      : ['electron', 'chinese', 'display'],
    needsRuntime: true,
    impossible: noDisplayOfOurOwn,
    run: runPackage,
  },
]

/**
 * @param {readonly string[]} names none: all of them
 * @returns {readonly Step[]}
 */
export function chosenSteps(names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new SetupError(
      `No such step: ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`,
    )
  }
  return names.length === 0 ? steps : steps.filter((step) => names.includes(step.name))
}
