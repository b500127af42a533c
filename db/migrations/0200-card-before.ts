import type { Database } from '../database.ts'

/** What a card was before: one that was replaced and is found is no ordinary found card. */
export function createCardBefore(db: Database): void {
  db.exec(`
    ALTER TABLE card ADD COLUMN state_before TEXT; -- CardState it was in before; null: nobody knows

    -- Of cards out of the pupils' hands their events still tell; what was taken back says since when.
    UPDATE card SET state_before = (
      SELECT json_extract(body, '$.from') FROM event
      WHERE event.student_id = card.student_id AND event.card_id = card.id AND type = 'card-state-changed'
        AND json_extract(body, '$.to') = card.state AND json_extract(body, '$.since') IS NULL
      ORDER BY seq DESC LIMIT 1)
    WHERE state IN ('FOUND_HELD', 'DAMAGED');
  `)
}
