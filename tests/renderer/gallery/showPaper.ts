import { getActivePinia } from 'pinia'
import { createApp } from 'vue'
import { DeskError } from '../../../core/errors.ts'
import type { ListSaved } from '../../../core/listRequests.ts'
import type { PaperPrinted, PaperShown } from '../../../core/paperRequests.ts'
import PaperPreview from '../../../renderer/components/PaperPreview.vue'
import { i18n } from '../../../renderer/locales/i18n.ts'
import page from './paperPage.svg?raw'

const PICTURE = { mime: 'image/svg+xml', bytes: new Uint8Array(new TextEncoder().encode(page)) }

function preview(word: string, copy: number): Promise<PaperShown> {
  if (word === 'waiting') return new Promise(() => undefined)
  if (word === 'failed') return Promise.reject(new DeskError('internal', 'not drawn'))
  if (word === 'empty') return Promise.resolve({ kind: 'empty' })
  return Promise.resolve({ kind: 'pages', pages: [PICTURE, PICTURE, PICTURE], copy })
}

const SAVED: ListSaved = {
  kind: 'saved',
  names: ['三年级2班领卡单-2026-11-09.pdf'],
  folder: '文档',
}

/** The preview on the page, with a desk that answers as it is told to. */
export function showPaper(asked: URLSearchParams): void {
  const word = asked.get('paper') ?? ''
  const pinia = getActivePinia()
  if (word === '' || pinia === undefined) return
  let copies = word === 'copy' ? 1 : 0
  const printed: PaperPrinted = { kind: word === 'no-printer' ? 'failed' : 'printed' }
  createApp(PaperPreview, {
    title: asked.get('lang') === 'en' ? 'Hand-over list, 三年级2班' : '三年级2班领卡单',
    preview: () => preview(word, copies),
    print: () => Promise.resolve(printed).finally(() => copies++),
    save: () =>
      word === 'full' ? Promise.reject(new DeskError('db-full', 'full')) : Promise.resolve(SAVED),
  })
    .use(pinia)
    .use(i18n)
    .mount(document.body.appendChild(document.createElement('div')))
}
