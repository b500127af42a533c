import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import * as fs from 'node:fs'
import { DeskError } from '../core/errors.ts'

/** One page as SQLite sees it, free ones too. */
export interface Page {
  readonly file: string
  /** 1, 2, …; in a -wal file several may carry one number */
  readonly number: number
  readonly bytes: Buffer
}

/** As SQLite3 Multiple Ciphers writes SQLCipher: 4096 bytes, the last 80 an IV (16) and a check (64). */
const PAGE = 4096
const IV = 16
const CHECK = 64
const TEXT = PAGE - IV - CHECK
/** The first page begins with the salt of the file and eight bytes of the header, in the clear. */
const SALT = 16
const CLEAR = 24
/** Cipher blocks; what is no whole block at the end of the first page is in the clear: of the schema. */
const BLOCK = 16

const WAL_HEADER = 32
const WAL_FRAME_HEADER = 24

/**
 * Every page of a database file and of the -wal file beside it, decrypted outside of SQLite: also those
 * that are free, and frames of the -wal file that were already copied. Each page's own check is made, so
 * that a page that was not read cannot pass for an empty one.
 *
 * @throws DeskError 'db-ruined': a page that this key did not write
 */
export function* pagesOf(file: string, key: Uint8Array): Generator<Page> {
  const main = fs.readFileSync(file)
  const read = reader(key, main.subarray(0, SALT))
  for (let at = 0; at + PAGE <= main.length; at += PAGE)
    yield { file, ...read(main.subarray(at, at + PAGE), at / PAGE + 1) }

  const beside = `${file}-wal`
  if (!fs.existsSync(beside)) return
  const wal = fs.readFileSync(beside)
  const frame = WAL_FRAME_HEADER + PAGE
  for (let at = WAL_HEADER; at + frame <= wal.length; at += frame) {
    const page = wal.subarray(at + WAL_FRAME_HEADER, at + frame)
    yield { file: beside, ...read(page, wal.readUInt32BE(at)) }
  }
}

function reader(key: Uint8Array, salt: Uint8Array) {
  const checkSalt = salt.map((byte) => byte ^ 0x3a)
  const checkKey = pbkdf2Sync(key, checkSalt, 2, 32, 'sha512')
  return (page: Buffer, number: number): Omit<Page, 'file'> => {
    const start = number === 1 ? CLEAR : 0
    const end = TEXT - ((TEXT - start) % BLOCK)
    const checked = page.subarray(start, TEXT + IV)
    const place = Buffer.alloc(4)
    place.writeUInt32LE(number)
    const check = createHmac('sha512', checkKey).update(checked).update(place).digest()
    if (!timingSafeEqual(check, page.subarray(TEXT + IV)))
      throw new DeskError('db-ruined', `Page ${number} was not read: this key did not write it.`)
    const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(TEXT, TEXT + IV))
    cipher.setAutoPadding(false)
    const text = [cipher.update(page.subarray(start, end)), cipher.final()]
    const bytes = Buffer.concat([page.subarray(0, start), ...text, page.subarray(end, TEXT)])
    return { number, bytes }
  }
}
