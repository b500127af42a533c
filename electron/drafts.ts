import type { Draft } from '../core/contract.ts'

/** What was being typed when the desk locked: in main's memory, each person's for themselves. */
export interface Drafts {
  keep(operatorId: string, draft: Draft): void
  /** once */
  take(operatorId: string): Draft | null
  drop(operatorId: string): void
}

export function drafts(): Drafts {
  const kept = new Map<string, Draft>()
  return {
    keep: (id, draft) => void kept.set(id, draft),
    take(id) {
      const draft = kept.get(id) ?? null
      kept.delete(id)
      return draft
    },
    drop: (id) => void kept.delete(id),
  }
}
