import { shallowRef, watch, type Ref } from 'vue'
import {
  isSignature,
  SIGNATURE_SHEET,
  signatureOf,
  type Point,
} from '../../../../core/case/signature.ts'

/** Of the sheet; nearer points only make the line longer to keep. */
const NEAR = 5

/** What a hand draws on the sheet, stroke by stroke, as the text that is kept. */
export function useStrokes(signature: Ref<string>) {
  const strokes = shallowRef<readonly (readonly Point[])[]>([])
  let drawing = false

  // What is put there from elsewhere, or cleared, is drawn on from there.
  watch(signature, (text) => text === '' && !drawing && (strokes.value = []))

  function down(event: PointerEvent): void {
    if (event.button !== 0) return
    event.preventDefault()
    drawing = true
    sheetOf(event).setPointerCapture?.(event.pointerId)
    const first = pointOf(event, sheetOf(event))
    // A dot is a stroke, too.
    keep([...strokes.value, [first, { x: first.x + 1, y: first.y }]])
  }

  function move(event: PointerEvent): void {
    if (!drawing) return
    const events = event.getCoalescedEvents?.() ?? []
    for (const each of events.length > 0 ? events : [event]) add(pointOf(each, sheetOf(event)))
  }

  function add(point: Point): void {
    const last = strokes.value.at(-1) ?? []
    const before = last.at(-1)
    if (before !== undefined && Math.hypot(point.x - before.x, point.y - before.y) < NEAR) return
    keep([...strokes.value.slice(0, -1), [...last, point]])
  }

  /** The sheet takes no more than a signature: what goes on longer is no name. */
  function keep(next: readonly (readonly Point[])[]): void {
    const text = signatureOf(next)
    if (!isSignature(text)) return
    strokes.value = next
    signature.value = text
  }

  function up(): void {
    drawing = false
  }

  function clear(): void {
    drawing = false
    strokes.value = []
    signature.value = ''
  }

  return { down, move, up, clear }
}

const sheetOf = (event: PointerEvent): Element => event.currentTarget as Element

function pointOf({ clientX, clientY }: PointerEvent, sheet: Element): Point {
  const { left, top, width, height } = sheet.getBoundingClientRect()
  return {
    x: ((clientX - left) / (width || 1)) * SIGNATURE_SHEET.width,
    y: ((clientY - top) / (height || 1)) * SIGNATURE_SHEET.height,
  }
}
