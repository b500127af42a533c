/** A temporary folder beside what is being made, so that the finished thing can be renamed into place. */
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { atTheEnd } from './ending.mjs'
import { cacheFolder } from './folders.mjs'

const PREFIX = 'work-'
const HOUR = 60 * 60 * 1000

/** Throws away what a killed run left behind; an hour, because another run may be at work right now. */
async function sweep() {
  for (const name of await readdir(cacheFolder())) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(cacheFolder(), name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > HOUR) await rm(path, { recursive: true, force: true })
  }
}

/**
 * Gives `work` a folder of its own in the cache and clears it away afterwards, however that ends.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inWorkFolder(work) {
  await mkdir(cacheFolder(), { recursive: true })
  await sweep()
  const folder = await mkdtemp(join(cacheFolder(), PREFIX))
  const done = atTheEnd(() => rmSync(folder, { recursive: true, force: true }))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
    done()
  }
}
