import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../db/durableFile.ts'

export const STOPS_FILE = 'desk.stops'

const content = z.object({ open: z.boolean(), unclean: z.int().min(0) })

/** How often the program ended without closing its data: a power cut, a kill, a crash. */
export interface Stops {
  readonly unclean: number
  /** the last end was one of them */
  readonly justNow: boolean
  /** the data are closed */
  closed(): void
}

/** Notes that the data are open from now on. Throws what the disk throws. */
export function noteOpened(folder: string): Stops {
  const file = join(folder, STOPS_FILE)
  const before = read(file)
  const unclean = before.unclean + (before.open ? 1 : 0)
  const write = (open: boolean): void => writeDurably(file, JSON.stringify({ open, unclean }))
  write(true)
  return { unclean, justNow: before.open, closed: () => write(false) }
}

function read(file: string): z.infer<typeof content> {
  try {
    return content.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { open: false, unclean: 0 }
  }
}
