import type { CardReaders, ReaderEvent } from './reader.ts'

/** So long the others wait for the first one's word on the service. */
const FIRST_WORD_MS = 2_000

/**
 * Joins several ports to one. The first decides what is told of the service; the others only add
 * readers, whatever the service does. They begin when the first has told how the service stands,
 * so that this comes first here too; if it hangs, they begin without it.
 */
export function severalReaders(ports: readonly CardReaders[]): CardReaders {
  const [first, ...others] = ports
  let begin: ReturnType<typeof setTimeout> | undefined

  return {
    start(listener) {
      let begun = false
      const beginOthers = (): void => {
        clearTimeout(begin)
        if (begun) return
        begun = true
        for (const other of others) other.start(withoutService(listener))
      }
      begin = setTimeout(beginOthers, FIRST_WORD_MS)
      first?.start((event) => {
        listener(event)
        beginOthers()
      })
    },

    async stop() {
      clearTimeout(begin)
      // The first one first: until it is silent it could still begin the others.
      await first?.stop()
      await Promise.all(others.map((other) => other.stop()))
    },
  }
}

function withoutService(listener: (event: ReaderEvent) => void): (event: ReaderEvent) => void {
  return (event) => {
    if (event.kind !== 'service') listener(event)
  }
}
