import { assertNever } from '../core/assertNever.ts'
import type { ReadersView, ReaderView } from '../core/deskState.ts'
import type { ReaderEvent } from '../native/reader.ts'

export const NO_READERS: ReadersView = { service: 'starting', readers: [] }

/** Folds what the readers tell into what the clerk sees. Pure. */
export function readersAfter(
  view: ReadersView,
  event: ReaderEvent,
  isRehearsal: (reader: string) => boolean,
): ReadersView {
  const withState = (reader: string, state: ReaderView['state']): ReadersView => ({
    ...view,
    readers: view.readers.map((one) => (one.name === reader ? { ...one, state } : one)),
  })
  switch (event.kind) {
    case 'service':
      return { ...view, service: event.state }
    case 'reader-added': {
      const added: ReaderView = {
        name: event.reader,
        state: 'ready',
        rehearsal: isRehearsal(event.reader),
      }
      const others = view.readers.filter((one) => one.name !== event.reader)
      return { ...view, readers: [...others, added] }
    }
    case 'reader-removed':
      return { ...view, readers: view.readers.filter((one) => one.name !== event.reader) }
    case 'reader-error':
      return withState(event.reader, 'error')
    case 'card-lying':
      return withState(event.reader, 'card-lying')
    case 'card-placed':
      return withState(event.reader, 'reading')
    case 'card-read':
    case 'card-failed':
      return withState(event.reader, 'card-on')
    case 'card-gone':
      return withState(event.reader, 'ready')
    default:
      return assertNever(event)
  }
}
