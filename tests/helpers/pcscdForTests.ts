import type { TestProject } from 'vitest/node'
import { startPcscd } from './pcscd.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** null: a private pcscd can be started; else why not, in words */
    noPcscd: string | null
  }
}

/**
 * Tries once whether pcscd can be had. Where it cannot exist the tests of project `reader` are
 * skipped, and say so; where it is only missing or in the way, they fail.
 */
export default async function setup(project: TestProject): Promise<void> {
  const pcscd = await startPcscd()
  if (pcscd.kind === 'running') await pcscd.stop()
  else if (!pcscd.impossible) throw new Error(`No card service for the tests: ${pcscd.why}.`)
  else console.warn(`Reader tests are skipped: ${pcscd.why}.`)
  project.provide('noPcscd', pcscd.kind === 'running' ? null : pcscd.why)
}
