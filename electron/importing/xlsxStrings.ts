import type { TableCell } from '../../core/rollFileTable.ts'
import { TABLE_LIMITS } from './limits.ts'
import { TOO_LONG } from './tableRows.ts'
import { readXml } from './xml.ts'

/** Gathers the text of a string item: of its runs, without how it is read aloud (`rPh`). */
export interface StringInMaking {
  open(name: string): void
  close(name: string): void
  text(text: string): void
  /** what was gathered; begins anew */
  take(): TableCell
}

export function gatherString(): StringInMaking {
  let pieces = ''
  let inText = false
  let inReading = false
  return {
    open(name) {
      if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
    },
    close(name) {
      if (name === 'rPh') inReading = false
      else if (name === 't') inText = false
    },
    text(text) {
      if (inText && pieces.length <= LONGEST) pieces += text
    },
    take() {
      const text = unescaped(pieces)
      pieces = ''
      return text.length > TABLE_LIMITS.cellLength ? TOO_LONG : text
    },
  }
}

/** Before its escapes: `_x000D_` is one character. */
const LONGEST = TABLE_LIMITS.cellLength * 7

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}

/** The strings that sheets point to by number. @throws Refusal */
export async function readStrings(
  content: AsyncIterable<Uint8Array>,
): Promise<readonly TableCell[]> {
  const strings: TableCell[] = []
  const item = gatherString()
  await readXml(content, {
    open: (name) => item.open(name),
    text: (text) => item.text(text),
    close(name) {
      item.close(name)
      if (name === 'si') strings.push(item.take())
    },
  })
  return strings
}
