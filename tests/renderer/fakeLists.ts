import type { ListRequests, ListSaved } from '../../core/listRequests.ts'
import type { Handlers } from './fakeKiosk.ts'

/** A desk whose lists leave as it is told to. */
export class FakeLists {
  saved: ListSaved = {
    kind: 'saved',
    names: ['学生名册（脱敏）-2026-10-12.xlsx'],
    folder: '文档',
  }
  printed: ListSaved = {
    kind: 'saved',
    names: ['三年级2班绑卡进度（脱敏）-2026-10-12.pdf'],
    folder: '文档',
  }

  readonly handlers: Pick<Handlers, keyof ListRequests> = {
    'list.export': () => this.saved,
    'list.progress': () => this.printed,
  }
}
