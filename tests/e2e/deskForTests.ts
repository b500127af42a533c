import { test, type ElectronApplication, type Locator, type Page } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import type { Settings } from '../../core/settings.ts'
import { deskReady, launchDesk, type Launch, type RunningDesk } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

/** One desk for all tests of a file or a group: open before the first, ended after the last. */
export interface DeskForTests {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** by its `data-test` */
  at(name: string): Locator
  /** lays a sample card on the rehearsal reader */
  tap(sampleId: SampleId): Promise<void>
  change(settings: Partial<Settings>): Promise<void>
}

export function deskForTests(launch: Launch = {}): DeskForTests {
  let started: RunningDesk | null = null

  test.beforeAll(async () => {
    started = await launchDesk(launch)
    await deskReady(started)
  })

  test.afterAll(async () => {
    await started?.close()
    started?.forget()
  })

  function running(): RunningDesk {
    if (started === null) throw new Error('The desk opens before the first test, not earlier.')
    return started
  }

  return {
    get app() {
      return running().app
    },
    get page() {
      return running().page
    },
    get folder() {
      return running().folder
    },
    at: (name) => running().page.locator(`[data-test="${name}"]`),
    async tap(sampleId) {
      await running().page.evaluate(
        (id) => window.kiosk.request('rehearsal.tap', { sampleId: id }),
        sampleId,
      )
    },
    async change(settings) {
      await running().page.evaluate(
        (part) => window.kiosk.request('settings.change', part),
        settings,
      )
    },
  }
}

/** A small desk of its own for one test. */
export async function withOwnDesk(
  args: readonly string[],
  work: (own: RunningDesk) => Promise<void>,
): Promise<void> {
  const own = await launchDesk({ args: ['--students', '100', ...args] })
  try {
    await work(own)
  } finally {
    await own.close()
    own.forget()
  }
}
