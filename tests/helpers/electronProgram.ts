import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { executable, SWITCHES } from '../e2e/launch.ts'

/** What a small Electron program of a test said, and how it ended. */
export interface Ran {
  readonly code: number | null
  readonly said: string
}

const LIMIT_MS = 60_000

/**
 * Bundles a file as main is bundled and runs it in the runtime at hand, outside of the desk.
 *
 * @param file imports `electron` and whatever of the source it tries; ends itself with `app.exit`
 * @param args its last arguments
 */
export async function runInElectron(file: string, ...args: readonly string[]): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'electron-program-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        target: 'node20.18',
        outDir: folder,
        rollupOptions: { input: { main: file }, external: ['electron'] },
      },
      ssr: { noExternal: true, target: 'node' },
    })
    writeFileSync(join(folder, 'package.json'), '{"type":"module","main":"main.js"}')
    return await run(folder, args)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function run(folder: string, args: readonly string[]): Promise<Ran> {
  const userData = `--user-data-dir=${join(folder, 'data')}`
  const child = spawn(executable(), [...SWITCHES, userData, folder, ...args])
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const patience = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      clearTimeout(patience)
      resolve({ code, said })
    }),
  )
}
