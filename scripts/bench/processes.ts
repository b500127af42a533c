import { readdirSync, readFileSync } from 'node:fs'

/** A process and all that came of it, itself first. Linux. */
export function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) {
      const parent = parentOf(name)
      if (parent !== null) parents.set(Number(name), parent)
    }
  const family = [pid]
  for (const one of family)
    for (const [child, parent] of parents) if (parent === one) family.push(child)
  return family
}

/**
 * Memory of a program: the proportional share (PSS) of all its processes, in MB of 10^6 bytes. Pages
 * that several processes hold are counted once, in parts; so no other Electron may run meanwhile.
 */
export function pssMb(pid: number): number {
  return familyOf(pid).reduce((sum, one) => sum + pssKb(one), 0) * 1.024e-3
}

function parentOf(name: string): number | null {
  const stat = read(`/proc/${name}/stat`)
  // The name in brackets may hold spaces and brackets of its own.
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat === '' ? null : Number(afterName[1])
}

function pssKb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it ended while we looked
  }
}
