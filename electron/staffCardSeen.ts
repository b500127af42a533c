import type { LockedDesk } from '../core/deskState.ts'
import { identifiersOf } from '../core/matching.ts'
import type { CardIdentifier } from '../core/card.ts'
import type { ReaderEvent } from '../native/reader.ts'

/** A card stays the one that was laid down for so long: time to type a PIN. */
const SEEN_MS = 60_000

export interface StaffCardParts {
  readonly steady: () => number
  readonly ownerOf: (identifiers: readonly CardIdentifier[]) => string | null
  readonly onChange: () => void
}

/** Cards while the desk is locked, and the one that is to become a staff card. None of them is a tap. */
export interface StaffCards {
  /** @returns true: the event is nobody else's */
  hear(event: ReaderEvent, locked: boolean): boolean
  /** what the locked screen says of the last card */
  shown(): LockedDesk['card']
  /** whose card it is; null: nobody's of the staff */
  owner(): { readonly operatorId: string } | null
  /** the next card is given to this, whatever card it is; null: no longer */
  bindNext(bind: ((identifiers: readonly CardIdentifier[]) => void) | null): void
  forget(): void
}

export function staffCards({ steady, ownerOf, onChange }: StaffCardParts): StaffCards {
  let seen: { readonly card: NonNullable<LockedDesk['card']>; readonly at: number } | null = null
  let bind: ((identifiers: readonly CardIdentifier[]) => void) | null = null

  const shown = (): LockedDesk['card'] =>
    seen !== null && steady() - seen.at < SEEN_MS ? seen.card : null

  return {
    hear(event, locked) {
      if (event.kind !== 'card-read' || (!locked && bind === null)) return locked
      const identifiers = identifiersOf(event.card)
      if (bind !== null && identifiers.length > 0) {
        const give = bind
        bind = null
        give(identifiers)
      } else if (locked) {
        const operatorId = ownerOf(identifiers)
        seen = { card: operatorId === null ? 'other' : { operatorId }, at: steady() }
      }
      onChange()
      return true
    },
    shown,
    owner() {
      const card = shown()
      return card === 'other' ? null : card
    },
    bindNext(next) {
      bind = next
    },
    forget() {
      seen = null
      bind = null
    },
  }
}
