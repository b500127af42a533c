import { parseCalendarDate } from '../../core/calendarDate.ts'
import type { TransitDates } from '../../core/cardRead.ts'
import { bcd } from '../hex.ts'

/**
 * 8 bytes: from YYYYMMDD, to YYYYMMDD. Null when they are no dates, or in the wrong order.
 * Bad dates do not make a card unreadable: they are about bus fares and can never refuse a pupil,
 * while the number beside them has its own checks.
 */
export function transitDates(data: Uint8Array): TransitDates | null {
  const digits = data.length === 8 ? bcd(data) : null
  if (digits === null) return null
  const from = day(digits.slice(0, 8))
  const to = day(digits.slice(8))
  return from !== null && to !== null && from <= to ? { from, to } : null
}

function day(digits: string): TransitDates['from'] | null {
  const inOurTime = digits >= '19900101' && digits <= '20991231'
  return inOurTime
    ? parseCalendarDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
    : null
}
