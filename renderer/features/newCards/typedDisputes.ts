import type { CardField } from '../../../core/confirmation.ts'

/** A dispute as it is typed: fields that are ticked, with what is right. */
export interface TypedDispute {
  readonly right: Readonly<Partial<Record<CardField, string>>>
  readonly evidence: string
}

export const NOTHING_TYPED: TypedDispute = { right: {}, evidence: '' }

type Typed = Readonly<Record<string, TypedDispute>>

/** As one text, because drafts are texts (composables/useDraft.ts). */
const read = (text: string): Typed => (text === '' ? {} : (JSON.parse(text) as Typed))

/** null: nothing was typed for this application */
export const disputeOf = (text: string, applicationId: string): TypedDispute | null =>
  read(text)[applicationId] ?? null

/** @param typed null: it is done with. @returns the new text */
export function withDispute(
  text: string,
  applicationId: string,
  typed: TypedDispute | null,
): string {
  const others = Object.entries(read(text)).filter(([id]) => id !== applicationId)
  const all = typed === null ? others : [...others, [applicationId, typed] as const]
  return all.length === 0 ? '' : JSON.stringify(Object.fromEntries(all))
}
