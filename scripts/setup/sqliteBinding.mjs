/**
 * The SQLite binding for a runtime whose Node-API is older than the package's prebuilt one (see sqlitePatch.mjs).
 * Built once per package version and machine kind, kept in the cache, copied into the runtime. The compiler is called
 * directly: two files need no node-gyp, no Python, no make and no download of headers.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cacheFolder, inModules, onPath } from './folders.mjs'
import { longStep } from './progress.mjs'
import { run, SetupError } from './run.mjs'
import { applyChange, changes, nodeApiVersion } from './sqlitePatch.mjs'

const source = inModules('better-sqlite3')

/** Electron 36 is the first with Node-API 10, which the prebuilt binding needs. @param {string} electronVersion */
export const needsOwnBinding = (electronVersion) => Number.parseInt(electronVersion) < 36

/** Where the app looks for it: `process.resourcesPath`/native/better_sqlite3.node. @param {string} runtimeFolder */
export const bindingIn = (runtimeFolder) =>
  join(runtimeFolder, 'resources', 'native', 'better_sqlite3.node')

/** The compile-time options the package itself builds SQLite with. @param {string} gypi */
export function definesFrom(gypi) {
  const defines = [...gypi.matchAll(/^\s*'([A-Z0-9_]+(?:=[^']*)?)',$/gm)].map(
    (match) => `-D${match[1]}`,
  )
  if (!defines.includes('-DSQLITE_ENABLE_FTS5'))
    throw new Error('better-sqlite3/deps/defines.gypi no longer looks as expected.')
  return defines
}

/** @param {string} file @param {string} folder */
async function patchCopy(file, folder) {
  const path = join(folder, file)
  const patched = changes
    .filter((change) => change.file === file)
    .reduce(applyChange, await readFile(path, 'utf8'))
  await writeFile(path, patched)
}

/** @param {string} command @param {readonly string[]} args */
async function compile(command, args) {
  const { code, output } = await run(command, args, { quiet: true })
  if (code !== 0)
    throw new SetupError(
      `The compiler could not build the SQLite binding:\n${command} ${args.join(' ')}\n${output}`,
    )
}

/** @param {string} target the finished .node file */
async function build(target) {
  await mkdir(dirname(dirname(target)), { recursive: true })
  const work = await mkdtemp(join(dirname(dirname(target)), 'building-'))
  try {
    await cp(join(source, 'src'), join(work, 'src'), { recursive: true })
    for (const file of new Set(changes.map((change) => change.file))) await patchCopy(file, work)
    const sqlite = join(source, 'deps', 'sqlite3')
    const defines = definesFrom(await readFile(join(source, 'deps', 'defines.gypi'), 'utf8'))
    const common = ['-O3', '-fPIC', '-pthread', '-DNDEBUG', '-w', '-c']
    const headers = [
      sqlite,
      inModules('node-api-headers', 'include'),
      inModules('node-addon-api'),
    ].map((folder) => `-I${folder}`)
    const nodeApi = [
      `-DNAPI_VERSION=${nodeApiVersion}`,
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    ]
    const objects = { engine: join(work, 'sqlite3.o'), binding: join(work, 'binding.o') }
    const hidden = ['-fvisibility=hidden', '-fvisibility-inlines-hidden']
    // Both at once: two cores are what the smallest machines have.
    await Promise.all([
      compile('gcc', [
        '-std=c99',
        ...common,
        ...defines,
        join(sqlite, 'sqlite3.c'),
        '-o',
        objects.engine,
      ]),
      compile('g++', [
        ...[
          '-std=c++20',
          '-DBUILDING_NODE_EXTENSION',
          '-DNODE_GYP_MODULE_NAME=better_sqlite3',
          ...common,
          ...hidden,
          ...nodeApi,
        ],
        ...[...headers, join(work, 'src', 'better_sqlite3.cpp'), '-o', objects.binding],
      ]),
    ])
    const finished = join(work, 'finished')
    await mkdir(finished)
    // -Bsymbolic: our SQLite, never one that the process has loaded already.
    const linking = [
      '-shared',
      '-pthread',
      '-Wl,-Bsymbolic',
      '-Wl,--exclude-libs,ALL',
      '-s',
      objects.binding,
      objects.engine,
      '-ldl',
      '-lm',
    ]
    await compile('g++', [...linking, '-o', join(finished, 'better_sqlite3.node')])
    await rename(finished, dirname(target)).catch((error) => {
      if (!existsSync(target)) throw error // else another run finished first, and its result is as good
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Where the built binding is kept; its name says all that it depends on. */
function builtBinding() {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const recipe = createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 8)
  const name = `better-sqlite3-${version}-${process.platform}-${process.arch}-napi${nodeApiVersion}-${recipe}`
  return join(cacheFolder(), name, 'better_sqlite3.node')
}

/** @param {import('./runtime.mjs').Runtime} runtime */
export function compilerNeeded({ version }) {
  return (
    needsOwnBinding(version) && !existsSync(builtBinding()) && !(onPath('g++') && onPath('gcc'))
  )
}

/**
 * Puts the binding into the runtime when the runtime needs one.
 * @param {import('./runtime.mjs').Runtime} runtime
 */
export async function installSqliteBinding({ folder, version }) {
  if (!needsOwnBinding(version)) return
  const placed = bindingIn(folder)
  const built = builtBinding()
  if (!existsSync(built)) {
    if (process.platform !== 'linux')
      throw new SetupError(
        `Electron ${version} is too old for this system: use Electron 36 or newer.`,
      )
    await longStep(
      `Building the SQLite binding for Electron ${version} (once, about a minute)`,
      () => build(built),
    )
  }
  if (existsSync(placed) && readFileSync(placed).equals(readFileSync(built))) return
  await mkdir(dirname(placed), { recursive: true })
  // Copied beside, then renamed: a running app may hold the old file open.
  await copyFile(built, `${placed}.new`)
  await rename(`${placed}.new`, placed)
}
