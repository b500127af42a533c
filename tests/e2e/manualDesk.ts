import { expect, test, type Locator, type Page } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { SampleId } from '../../core/sampleCard.ts'
import { startPcscd, type Pcscd } from '../helpers/pcscd.ts'
import { deskReady, launchDesk, type RunningDesk } from './launch.ts'
import { TAKING } from './manualPictures.ts'

declare const window: { readonly kiosk: KioskBridge }

/** A desk of the rehearsal with readers, for the pictures of the manual. */
export interface DeskForPictures {
  readonly page: Page
  /** by its `data-test` */
  at(name: string): Locator
  /** lays a sample card on the rehearsal reader */
  tap(sampleId: SampleId): Promise<unknown>
  /** Does something to the folder of the desk while it is ended, and starts it again. */
  startAgainAfter(work: (folder: string) => void): Promise<void>
}

/** One of its own for each test: a picture shows what its test did, and nothing of the one before. */
export function deskForPictures(): DeskForPictures {
  let pcscd: Pcscd | null = null
  let desk: RunningDesk

  test.beforeAll(async () => {
    const started = await startPcscd('ACS ACR122U PICC Interface')
    if (started.kind !== 'running') {
      test.skip(started.impossible && !TAKING, started.why)
      throw new Error(started.why)
    }
    pcscd = started
  })

  test.afterAll(() => pcscd?.stop())

  test.beforeEach(async () => {
    desk = await launchDesk()
    await deskReady(desk)
    await expect(at('reader-state')).toHaveAttribute('data-state', 'ready')
  })

  test.afterEach(async () => {
    await desk?.close()
    desk?.forget()
  })

  const at = (name: string): Locator => desk.page.locator(`[data-test="${name}"]`)

  return {
    get page() {
      return desk.page
    },
    at,
    tap: (sampleId) =>
      desk.page.evaluate((id) => window.kiosk.request('rehearsal.tap', { sampleId: id }), sampleId),
    async startAgainAfter(work) {
      await desk.close()
      work(desk.folder)
      desk = await launchDesk({ folder: desk.folder })
    },
  }
}
