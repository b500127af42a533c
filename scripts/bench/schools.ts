import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchDesk } from '../../tests/e2e/launch.ts'

/** Making 100,000 pupils takes a while, on a slow machine minutes. */
const MADE_WITHIN_MS = 600_000

const made = new Map<number, Promise<string>>()

/** The data folder of a rehearsal school of this size: made at the first asking, once a run. */
export function schoolOf(students: number): Promise<string> {
  const known = made.get(students)
  if (known !== undefined) return known
  const making = make(students)
  made.set(students, making)
  return making
}

async function make(students: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const desk = await launchDesk({ folder, args: ['--students', String(students)] })
  try {
    await desk.page
      .locator('[data-test^="staff-tile-"]')
      .first()
      .waitFor({ timeout: MADE_WITHIN_MS })
  } finally {
    await desk.close()
  }
  return folder
}

/** Takes all schools away again. */
export async function forgetSchools(): Promise<void> {
  for (const making of made.values()) {
    const folder = await making.catch(() => null)
    if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
  made.clear()
}
