import * as fs from 'node:fs'
import * as path from 'node:path'

/** The whole text or the old file, also across a power cut: temporary file, fsync, rename, fsync. */
export function writeDurably(file: string, text: string): void {
  const fresh = `${file}.new`
  const handle = fs.openSync(fresh, 'w', 0o600)
  try {
    fs.writeFileSync(handle, text)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  fs.renameSync(fresh, file)
  syncFolder(path.dirname(file))
}

/** An empty file only its owner may read; fails if there is one already. */
export function createEmpty(file: string): void {
  fs.closeSync(fs.openSync(file, 'wx', 0o600))
  syncFolder(path.dirname(file))
}

/** What was written into it is on the disk when this returns. */
export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Makes a new name last. Windows cannot open folders and needs no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
