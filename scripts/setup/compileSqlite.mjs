/**
 * Compiles better-sqlite3 with the changes of sqlitePatch.mjs. The compiler is called directly: two files
 * need no node-gyp, no Python, no make and no download of headers (they come from two npm packages).
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inModules } from './folders.mjs'
import { run, SetupError } from './run.mjs'
import { applyChange, changes, nodeApiVersion } from './sqlitePatch.mjs'

export const source = inModules('better-sqlite3')

const COMMON = '-O3 -fPIC -pthread -DNDEBUG -w -c'.split(' ')
const ENGINE = ['-std=c99', ...COMMON]
const BINDING = [
  ...['-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden', ...COMMON],
  ...['-DBUILDING_NODE_EXTENSION', '-DNODE_GYP_MODULE_NAME=better_sqlite3'],
  ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
  `-DNAPI_VERSION=${nodeApiVersion}`,
]
// -Bsymbolic: our SQLite, never one that the process has loaded already.
const LINK = '-shared -pthread -Wl,-Bsymbolic -Wl,--exclude-libs,ALL -s'.split(' ')

/** The compile-time options the package itself builds SQLite with. @param {string} gypi */
export function definesFrom(gypi) {
  const lines = gypi.matchAll(/^\s*'([A-Z0-9_]+(?:=[^']*)?)',$/gm)
  const defines = [...lines].map((match) => `-D${match[1]}`)
  if (!defines.includes('-DSQLITE_ENABLE_FTS5')) {
    throw new Error('better-sqlite3/deps/defines.gypi no longer looks as expected.')
  }
  return defines
}

/** @param {string} command @param {readonly string[]} args */
async function compile(command, args) {
  const { code, output } = await run(command, args, { quiet: true })
  if (code === 0) return
  throw new SetupError(
    `The compiler could not build the SQLite binding:\n${command} ${args.join(' ')}\n${output}`,
  )
}

/** The sources are changed in a copy, never in node_modules. @param {string} folder */
async function copyAndPatch(folder) {
  await cp(join(source, 'src'), join(folder, 'src'), { recursive: true })
  for (const file of new Set(changes.map((change) => change.file))) {
    const path = join(folder, file)
    const own = changes.filter((change) => change.file === file)
    await writeFile(path, own.reduce(applyChange, await readFile(path, 'utf8')))
  }
}

/**
 * @param {string} work an empty folder to work in
 * @returns {Promise<string>} the folder that holds nothing but better_sqlite3.node
 */
export async function compileSqlite(work) {
  await copyAndPatch(work)
  const deps = join(source, 'deps')
  const defines = definesFrom(await readFile(join(deps, 'defines.gypi'), 'utf8'))
  const headers = [
    join(deps, 'sqlite3'),
    inModules('node-api-headers', 'include'),
    inModules('node-addon-api'),
  ].map((folder) => `-I${folder}`)
  const engine = join(work, 'engine.o')
  const binding = join(work, 'binding.o')
  const bindingSource = join(work, 'src', 'better_sqlite3.cpp')
  // Both at once: two cores are what the smallest machines have.
  await Promise.all([
    compile('gcc', [...ENGINE, ...defines, join(deps, 'sqlite3', 'sqlite3.c'), '-o', engine]),
    compile('g++', [...BINDING, ...headers, bindingSource, '-o', binding]),
  ])
  const finished = join(work, 'finished')
  await mkdir(finished)
  const result = join(finished, 'better_sqlite3.node')
  await compile('g++', [...LINK, binding, engine, '-ldl', '-lm', '-o', result])
  return finished
}
