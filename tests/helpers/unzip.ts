import { inflateRawSync } from 'node:zlib'

const CENTRAL = 0x02014b50

/** The files of a small archive as text, by their names: what a test needs of ZIP, and no more. */
export function unzip(archive: Buffer): Readonly<Record<string, string>> {
  const files: Record<string, string> = {}
  // Some writers leave sizes to the central directory, so that is what is read.
  for (let at = archive.indexOf(signature(CENTRAL)); at >= 0;) {
    const method = archive.readUInt16LE(at + 10)
    const packed = archive.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map((n) => archive.readUInt16LE(at + n)) as [
      number,
      number,
      number,
    ]
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const content = archive.subarray(start, start + packed)
    files[archive.toString('utf8', at + 46, at + 46 + name)] = (
      method === 0 ? content : inflateRawSync(content)
    ).toString('utf8')
    const next = at + 46 + name + extra + comment
    at = archive.readUInt32LE(next) === CENTRAL ? next : -1
  }
  return files
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
