import type { FamilyFacts } from '../../../core/devices.ts'

/** Of all readings the part that failed: `1%`, and `<1%` rather than a zero that is none. */
export function failureShare({ read, failed }: Pick<FamilyFacts, 'read' | 'failed'>): string {
  if (failed === 0) return '0%'
  const percent = (100 * failed) / (read + failed)
  return percent < 0.5 ? '<1%' : `${Math.round(percent)}%`
}
