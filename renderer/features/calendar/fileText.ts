/** More than a year's table can have; a picture or a workbook taken for one. */
export const MOST_BYTES = 64 * 1024

/**
 * The text of a file as spreadsheets and editors in China write one: UTF-8, UTF-16 with its mark, or GB 18030.
 */
export function fileText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
