import { test } from 'playwright/test'
import { deskForTests } from '../deskForTests.ts'
import { EVERY_SCREEN } from '../everyScreen.ts'
import { picture } from '../launch.ts'
import * as looks from '../screenLooks.ts'
import { toTheDesk } from '../staffScreens.ts'

/** Of a screen that is scaled nothing differs but its size in the page's pixels, and that all screens are held to. */
const SOME = ['good with a long name', 'stop', 'search', 'binding of a class', 'roll', 'settings']

/** The screens of look.md at 125 %, as the page sees them. */
const SIZES: readonly looks.Size[] = [
  [1093, 614],
  [1024, 576],
  [1536, 864],
]

const desk = deskForTests({ scale: 1.25 })

for (const { name, go, inSight } of EVERY_SCREEN.filter((one) => SOME.includes(one.name)))
  test(`${name} at 125 %`, async () => {
    await toTheDesk(desk)
    await go(desk)
    for (const size of SIZES) {
      const there = `${name} at ${size.join('×')}`
      await looks.setSize(desk, size)
      await looks.expectFits(desk, there)
      for (const part of inSight?.(desk) ?? []) await looks.expectInSight(part, there)
      await picture(desk.page, `screens/${name.replaceAll(' ', '-')}-scaled-${size[0]}`)
    }
  })
