import type { PreviewLine, RollPreview } from '../../../core/rollRequests.ts'

/** What of a preview can be looked at. */
export type PreviewTab = PreviewLine['kind'] | 'broken'

export interface PreviewTile {
  readonly name: PreviewTab | 'same'
  readonly count: number
  readonly opens: boolean
  readonly asks: boolean
}

export function tilesOf({ counts, troubleCount }: RollPreview): readonly PreviewTile[] {
  const tile = (name: PreviewTab, count: number, asks = false): PreviewTile => ({
    ...{ name, count, asks },
    opens: count > 0,
  })
  return [
    tile('new', counts.new),
    tile('changed', counts.changed),
    tile('gone', counts.gone),
    { name: 'same', count: counts.same, opens: false, asks: false },
    tile('same-name', counts.sameName, true),
    // Remarks are worth a look though every line can be used.
    { ...tile('broken', counts.broken, true), opens: troubleCount > 0 },
  ]
}

/** What is looked at first: what the import does; null: nothing. */
export function firstTab(preview: RollPreview): PreviewTab | null {
  const first = tilesOf(preview).find(({ opens }) => opens)?.name
  return first === undefined || first === 'same' ? null : first
}
