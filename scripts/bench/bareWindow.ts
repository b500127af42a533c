import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { REPO } from '../../tests/e2e/launch.ts'
import type { RawProgram } from './rawStart.ts'

const FOLDER = join(REPO, 'scripts/bench/bare')

export interface BareWindow extends RawProgram {
  forget(): void
}

/** Builds the bare window's page and says how it is started, always with the same profile. */
export async function bareWindow(): Promise<BareWindow> {
  await build({ configFile: join(FOLDER, 'vite.config.ts') })
  const profile = mkdtempSync(join(tmpdir(), 'bench-bare-'))
  return {
    args: [FOLDER, `--data=${profile}`],
    forget: () => rmSync(profile, { recursive: true, force: true, maxRetries: 20 }),
  }
}
