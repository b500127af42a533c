import { readFileSync, writeFileSync } from 'node:fs'

/** From now on the highest resident memory of a process is counted anew. Linux. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** The most resident memory a process has had since, its threads in it, in MB of 10^6 bytes. */
export function peakOf(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kilobytes) * 1_024) / 1e6
}
