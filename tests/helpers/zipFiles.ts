import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip as a test wants it; what is not given is right. */
export interface ZippedFile {
  readonly name: string | Buffer
  readonly content: Buffer | string
  readonly stored?: boolean
  readonly encrypted?: boolean
  /** what the directory and the local header say instead of the truth */
  readonly lie?: { readonly size?: number; readonly crc?: number }
}

const UTF_8 = 0x800

/** A zip, written by hand: no writer would write the ones that tests need. */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, stored = false, encrypted = false, lie = {} } of files) {
    const plain = Buffer.from(content as string)
    const packed = stored ? plain : deflateRawSync(plain)
    const nameBytes = Buffer.from(name as string)
    const flags = (typeof name === 'string' ? UTF_8 : 0) | (encrypted ? 1 : 0)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(stored ? 0 : 8, 4)
    head.writeUInt32LE(lie.crc ?? crc32(plain), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(lie.size ?? plain.length, 18)
    head.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([signed(0x04034b50), head, nameBytes, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([signed(0x02014b50), Buffer.from([20, 0]), head, tail, nameBytes]))
    locals.push(local)
    at += local.length
  }
  return Buffer.concat([...locals, ...directory, ending(files.length, directory, at)])
}

function ending(count: number, directory: readonly Buffer[], at: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(
    directory.reduce((sum, one) => sum + one.length, 0),
    8,
  )
  end.writeUInt32LE(at, 12)
  return Buffer.concat([signed(0x06054b50), end])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}
