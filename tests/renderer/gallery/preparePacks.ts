import type { FakeKiosk } from '../fakeKiosk.ts'
import { aPack, PACK_CLASSES } from '../packLines.ts'
import page from './paperPage.svg?raw'

/** Cards that wait, by class, and a paper to look at. */
export function preparePacks(kiosk: FakeKiosk, asked: URLSearchParams): void {
  if (asked.get('pack') === null) return
  kiosk.cases.packClasses = PACK_CLASSES
  kiosk.cases.pack = aPack()
  const picture = { mime: 'image/svg+xml', bytes: new Uint8Array(new TextEncoder().encode(page)) }
  kiosk.papers.shown = { kind: 'pages', pages: [picture], copy: 0 }
}
