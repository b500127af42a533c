/**
 * 签名 as it was drawn: strokes of whole points on a sheet of 1,000 × 400, as `x,y x,y;x,y …`. Nothing but digits,
 * so that it can be drawn again and can be nothing else.
 */
export const SIGNATURE_SHEET = { width: 1_000, height: 400 } as const

/** What a pen leaves in a minute. */
const MOST_CHARACTERS = 20_000
const FORM = /^\d{1,4},\d{1,3}(?: \d{1,4},\d{1,3})+(?:;\d{1,4},\d{1,3}(?: \d{1,4},\d{1,3})*)*$/

export interface Point {
  readonly x: number
  readonly y: number
}

export function isSignature(text: string): boolean {
  return text.length <= MOST_CHARACTERS && FORM.test(text)
}

export function signatureOf(strokes: readonly (readonly Point[])[]): string {
  const within = (value: number, most: number): number =>
    Math.min(most - 1, Math.max(0, Math.round(value)))
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) =>
      stroke
        .map(
          ({ x, y }) => `${within(x, SIGNATURE_SHEET.width)},${within(y, SIGNATURE_SHEET.height)}`,
        )
        .join(' '),
    )
    .join(';')
}

/** The path of an SVG of the sheet's size. */
export function signaturePath(signature: string): string {
  return signature
    .split(';')
    .map((stroke) => `M${stroke.split(' ').join('L')}`)
    .join('')
}
