import { expect, it } from 'vitest'
import { fromClockText, toClockText } from '../../renderer/features/rehearsal/clockInput.ts'
import { MONDAY } from './builders.ts'

it('reads and writes Beijing’s clock', () => {
  expect(toClockText(MONDAY)).toBe('2026-10-12 08:02')
  expect(fromClockText('2026-10-12 08:02')).toBe(MONDAY - 11_000)
})

it.each(['', '2026-13-45 08:02', '2026-10-12', '8:02'])('takes %j for no moment', (text) => {
  expect(fromClockText(text)).toBeNull()
})
