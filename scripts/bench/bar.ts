import { assertNever } from '../../core/assertNever.ts'

/** What a figure must not exceed, in the benchmark's own unit. */
export type Bar =
  | { readonly kind: 'at-most'; readonly value: number }
  /** of the bare thing, measured in the same run */
  | { readonly kind: 'times-floor'; readonly factor: number }
  | { readonly kind: 'above-floor'; readonly by: number }

/** @param floor null: nothing was measured beside it. NaN where a bar needs one: it is then missed. */
export function limitOf(bar: Bar, floor: number | null): number {
  switch (bar.kind) {
    case 'at-most':
      return bar.value
    case 'times-floor':
      return bar.factor * (floor ?? Number.NaN)
    case 'above-floor':
      return bar.by + (floor ?? Number.NaN)
    default:
      return assertNever(bar)
  }
}
