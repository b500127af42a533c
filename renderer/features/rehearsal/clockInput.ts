import type { EpochMs } from '../../../core/calendarDate.ts'

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000
const FORM = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/

/** `2026-10-12 08:02`, as Beijing's clock shows it, whatever zone this computer is in. */
export function toClockText(at: EpochMs): string {
  return new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** @returns null for anything that is no moment. */
export function fromClockText(text: string): EpochMs | null {
  const parts = FORM.exec(text)
  if (!parts) return null
  const at = Date.parse(`${parts[1]}T${parts[2]}:00+08:00`)
  return Number.isNaN(at) ? null : at
}
