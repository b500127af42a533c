/**
 * Takes chosen files out of a zip with Node alone. Bare machines have no `unzip`, and the archive we open holds
 * 25,000 files of which we want 74: only those are read.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const END_RECORD = 0x06054b50
const CENTRAL_ENTRY = 0x02014b50
const STORED = 0
const DEFLATED = 8

/** @typedef {{name: string, mode: number, method: number, packed: number, size: number, header: number}} Entry */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function bytesAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Error('the zip ends too early')
  return buffer
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat()
  const tailLength = Math.min(size, 22 + 0xffff) // the end record plus the longest comment
  const tail = await bytesAt(file, size - tailLength, tailLength)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end--
  if (end < 0) throw new Error('not a zip: no end record')
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== CENTRAL_ENTRY)
      throw new Error('the zip’s directory is damaged (zip64 is not supported)')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      header: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | null} place where a file goes below the folder; null leaves it out
 * @returns {Promise<number>} how many files were written
 */
export async function unzipSome(zip, folder, place) {
  const file = await open(zip)
  try {
    const chosen = (await readDirectory(file)).filter(
      (entry) => !entry.name.endsWith('/') && place(entry.name) !== null,
    )
    for (const entry of chosen) {
      const target = join(folder, normalize(/** @type {string} */ (place(entry.name))))
      if (!target.startsWith(folder + sep))
        throw new Error(`the zip wants to write outside its folder: ${entry.name}`)
      if (entry.method !== STORED && entry.method !== DEFLATED)
        throw new Error(`unknown compression ${entry.method}: ${entry.name}`)
      const header = await bytesAt(file, entry.header, 30)
      const start = entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
      await mkdir(dirname(target), { recursive: true })
      const output = createWriteStream(target)
      if (entry.packed === 0) output.end()
      else {
        const input = createReadStream(zip, { start, end: start + entry.packed - 1 })
        await (entry.method === DEFLATED
          ? pipeline(input, createInflateRaw(), output)
          : pipeline(input, output))
        if (output.bytesWritten !== entry.size)
          throw new Error(`wrong length after unpacking: ${entry.name}`)
      }
      await chmod(target, entry.mode & 0o777 || 0o644)
    }
    return chosen.length
  } finally {
    await file.close()
  }
}
