import type { Announcement } from '../../../core/announcement.ts'
import type { Term } from '../../../core/term.ts'

/**
 * What is entered beside the calendar. `was`: what is changed; null: a new one. A year is changed where it has
 * a table.
 */
export type SideForm =
  | { readonly of: 'term'; readonly was: Term | null }
  | { readonly of: 'year'; readonly year: number }
  | { readonly of: 'announcement'; readonly was: Announcement | null }
