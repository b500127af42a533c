import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { Refusal } from './refusal.ts'

/** By name, without a prototype. */
export type Attributes = Readonly<Partial<Record<string, string>>>

/** Names come without their prefix: some writers say x:row. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Nothing in a workbook comes near; without them a small file could fill the memory. */
const DEEPEST = 100
const MOST_ATTRIBUTES = 200

/**
 * Reads XML piece by piece. Only the five entities of XML are known; a DOCTYPE, which no workbook has, is refused.
 *
 * @throws Refusal `damaged`; what the handlers throw
 */
export async function readXml(
  content: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let attributes = 0
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentagstart', () => (attributes = 0))
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) refuse()
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) refuse()
    handlers.open(local(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close?.(local(tag.name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))

  let decoder: TextDecoder | null = null
  for await (const piece of content) {
    decoder ??= decoderFor(piece)
    parser.write(decode(decoder, piece))
  }
  if (decoder !== null) parser.write(decode(decoder))
  parser.close()
}

function refuse(): never {
  throw new Refusal('damaged')
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Workbooks are UTF-8; UTF-16 is allowed and has a mark. */
function decoderFor(start: Uint8Array): TextDecoder {
  const [first, second] = start
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding, { fatal: true })
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined })
  } catch {
    return refuse()
  }
}

/** A flag of an attribute. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
