import { Refusal } from './refusal.ts'

/**
 * What a file is by its first bytes: its name may say anything.
 *
 * @throws Refusal for what is known and is no table
 */
export function fileKind(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new Refusal('empty')
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  if (begins(start, [0x50, 0x4b])) return 'zip'
  if (begins(start, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw compound(bytes)
  if (BIFF.some((signature) => begins(start, signature))) throw new Refusal('old-xls')
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (/^%PDF-|^\{\\rtf/.test(text)) throw new Refusal('not-a-table')
  if (/^<(!doctype|html|head|meta|table|style|\?xml|workbook)|^mime-version:/i.test(text))
    throw new Refusal('web-page')
  return 'text'
}

/** Excel 2 to 4 wrote their records without a container. */
const BIFF = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
]

function begins(start: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, at) => start[at] === byte)
}

/** The container (CFB) of Excel 97–2003, of Word, and of every workbook with a password; its streams are named in UTF-16. */
function compound(bytes: Uint8Array): Refusal {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string): boolean => all.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return new Refusal('encrypted')
  return new Refusal(has('Workbook') || has('Book') ? 'old-xls' : 'not-a-table')
}
