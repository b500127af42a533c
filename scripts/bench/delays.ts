import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REPO } from '../../tests/e2e/launch.ts'

/** Main's event loop, watched from within a program that has no driver (delayProbe.cjs). */
export interface DelayWatch {
  /** for the program's start */
  readonly env: Readonly<Record<string, string>>
  /** The longest that main kept anybody waiting since then. @param since epoch ms @returns ms */
  longest(since: number): number
  forget(): void
}

export function watchDelays(): DelayWatch {
  const folder = mkdtempSync(join(tmpdir(), 'desk-delays-'))
  const file = join(folder, 'delays.txt')
  const probe = join(REPO, 'scripts', 'bench', 'delayProbe.cjs')
  return {
    env: { NODE_OPTIONS: `--require "${probe}"`, BENCH_DELAYS: file },
    longest: (since) => longestIn(existsSync(file) ? readFileSync(file, 'utf8') : '', since),
    forget: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** @param text what the probe wrote: `<epoch ms of its end> <ms>` a line */
export function longestIn(text: string, since: number): number {
  const lines = text.split('\n').map((line) => line.split(' ').map(Number))
  // A delay that began before counts from then on.
  const late = lines.flatMap(([end, ms]) =>
    end === undefined || ms === undefined || end < since ? [] : [Math.min(ms, end - since)],
  )
  return Math.max(0, ...late)
}
