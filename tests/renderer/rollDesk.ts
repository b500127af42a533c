import { openDesk } from './builders.ts'
import { careDesk } from './careDesk.ts'
import type { FakeKiosk } from './fakeKiosk.ts'

/** A whole page at the screen of the roll, at the desk's time of MONDAY, and hands that wait. */
export async function rollDesk(
  prepare: (kiosk: FakeKiosk) => unknown = () => undefined,
  desk = openDesk(),
) {
  const shown = await careDesk('roll', desk, prepare)
  const { page, at, press, settle } = shown
  const all = (name: string) => page.findAll(`[data-test="${name}"]`)
  const tick = async (name: string) => {
    await at(name).setValue(true)
    await settle()
  }
  const choose = async (name: string, value: string) => {
    await at(name).setValue(value)
    await settle()
  }
  /** A file is chosen and held against the roll. */
  const compare = async (open: 'roll-open' | 'cards-open' = 'roll-open') => {
    await press(open)
    await press('roll-check')
  }
  const isDisabled = (name: string) => 'disabled' in at(name).attributes()
  return { ...shown, all, tick, choose, compare, isDisabled }
}

/** A promise, and the hand that fulfils it. */
export function gate() {
  let open: () => void = () => undefined
  const until = new Promise<void>((resolve) => (open = resolve))
  return { until, open }
}
