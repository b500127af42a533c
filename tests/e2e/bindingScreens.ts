import { expect } from 'playwright/test'
import type { KioskBridge } from '../../core/contract.ts'
import type { DeskForTests } from './deskForTests.ts'
import type { ScreenState } from './everyScreen.ts'
import { verdictAfter } from './launch.ts'

declare const window: { readonly kiosk: KioskBridge }

async function openBinding({ at }: DeskForTests): Promise<void> {
  await at('nav-verify').click()
  await at('nav-binding').click()
  await expect(at('binding-stage')).toBeVisible()
}

/** A card whose verdict is not over yet is asked about again at each opening. */
async function putAside({ at }: DeskForTests): Promise<void> {
  if ((await at('binding-aside').count()) > 0) await at('binding-aside').click()
}

/** A class that is not through: the first without a card stands on the stage. */
async function chooseClass(desk: DeskForTests): Promise<void> {
  await openBinding(desk)
  await putAside(desk)
  const classId = await desk.page.evaluate(async () => {
    const reply = await window.kiosk.request('binding.classes', null)
    const classes = reply.ok ? reply.value : []
    return classes.find(({ bound, pupils }) => bound < pupils)?.classId ?? ''
  })
  await desk.at('binding-class').selectOption(classId)
  await expect(desk.at('binding-stage')).toHaveAttribute('data-step', 'lay')
}

/** The same card again within two seconds is the same tap. */
const DAMPED_MS = 2_200

/** A card nobody knows led here from its verdict. */
async function layUnknown(desk: DeskForTests): Promise<void> {
  await desk.at('nav-verify').click()
  await desk.page.waitForTimeout(DAMPED_MS)
  await verdictAfter(desk.page, 'unknown-card', () => desk.tap('unknown'))
  await desk.at('bind-card').click()
  await expect(desk.at('binding-stage')).toHaveAttribute('data-step', 'whose')
}

/** Two of one name in one class: both are offered. */
async function findOwner(desk: DeskForTests): Promise<void> {
  await layUnknown(desk)
  await desk.at('binding-find').fill('张伟')
  await desk.at('binding-find').press('Enter')
  await expect(desk.page.locator('.several button').first()).toBeVisible()
}

export const BINDING_SCREENS: readonly ScreenState[] = [
  {
    name: 'binding',
    go: openBinding,
  },
  {
    name: 'binding of a card nobody knows',
    go: findOwner,
  },
  {
    name: 'binding of a card with its pupil',
    async go(desk) {
      await findOwner(desk)
      await desk.page.locator('.several button').first().click()
      await expect(desk.at('binding-step')).toBeVisible()
    },
  },
  {
    name: 'binding of a class',
    go: chooseClass,
  },
  {
    name: 'binding of a card that is another pupil’s',
    async go(desk) {
      await chooseClass(desk)
      await desk.tap('valid-t-union')
      await expect(desk.at('binding-told')).toHaveAttribute('data-kind', 'bound-to-other')
      await desk.at('binding-take-over').click()
      await desk.at('binding-take-over-yes').click()
      await expect(desk.at('binding-take-over-reason')).toHaveAttribute('aria-invalid', 'true')
    },
  },
]
