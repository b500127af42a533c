import { posix } from 'node:path'
import type { ZipFile } from 'yauzl'
import { Refusal } from './refusal.ts'
import { readXml } from './xml.ts'
import { inflate, type ZipEntry } from './zipDirectory.ts'

/** The parts of a workbook, by name in small letters, without a leading slash. */
export interface Parts {
  has(name: string): boolean
  /** @throws Refusal `damaged` when there is no such part, and as `inflate` does */
  read(name: string): AsyncIterable<Uint8Array>
  readonly names: readonly string[]
}

/** @throws Refusal `damaged` when two parts have one name: which is meant, nobody knows */
export function partsOf(zip: ZipFile, entries: readonly ZipEntry[]): Parts {
  const byName = new Map(entries.map((entry) => [partName(entry.name), entry]))
  if (byName.size !== entries.length) throw new Refusal('damaged')
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(partName(name)),
    read(name) {
      const entry = byName.get(partName(name))
      if (entry === undefined) throw new Refusal('damaged')
      return inflate(zip, entry)
    },
  }
}

function partName(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase()
}

export interface Relation {
  /** the last word of the type's address: it has two forms, transitional and strict */
  readonly type: string
  readonly part: string
}

/** By id. What lies outside the file is left out: nothing is fetched. */
export async function relationsOf(
  parts: Parts,
  part: string,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part)
  const related = new Map<string, Relation>()
  const from = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  await readXml(parts.read(from), {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target : posix.join(folder, Target)
      related.set(Id, { type: posix.basename(Type), part: target.replace(/^\/+/, '') })
    },
  })
  return related
}
