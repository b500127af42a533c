import type { Database } from '../database.ts'

/** Lost to handed over: what a reissue is for, its orders, and who collected which card. */
export function createCases(db: Database): void {
  db.exec(`
    -- Of 补卡 alone: the five are null for a newcomer.
    ALTER TABLE application ADD COLUMN old_card_id TEXT;    -- the card that is lost or broken
    ALTER TABLE application ADD COLUMN cause       TEXT;    -- 'lost', 'damaged'
    ALTER TABLE application ADD COLUMN fee_version INTEGER; -- of the rule in core/case/fee.ts
    ALTER TABLE application ADD COLUMN fee_fen     INTEGER; -- whole fen; 0: waived
    ALTER TABLE application ADD COLUMN fee_basis   TEXT;    -- the paper it is taken by
    ALTER TABLE application ADD COLUMN produced_from TEXT;  -- YYYY-MM-DD; null: not in production yet
    ALTER TABLE application ADD COLUMN arrived_at    INTEGER; -- ms since 1970 UTC; null: its card has not come
    ALTER TABLE application ADD COLUMN held_from     TEXT;  -- ApplicationState it goes back to; null: not on hold

    -- 缴费订单. The desk takes no money: what was claimed, and what the city confirmed.
    CREATE TABLE fee_order (
      order_id       TEXT    PRIMARY KEY, -- UUIDv7
      application_id TEXT    NOT NULL REFERENCES application (application_id) ON DELETE CASCADE,
      student_id     TEXT    NOT NULL,
      state          TEXT    NOT NULL CHECK (state IN (
        'CREATED', 'PENDING', 'PAYING', 'USER_DONE', 'UNKNOWN', 'CONFIRMED', 'FAILED', 'CANCELLED',
        'REFUND_PENDING', 'REFUNDED')), -- OrderState of core/case/feeOrder.ts
      state_at       INTEGER NOT NULL, -- ms since 1970 UTC
      fee_version    INTEGER NOT NULL,
      fee_fen        INTEGER NOT NULL CHECK (fee_fen > 0),
      fee_basis      TEXT    NOT NULL,
      channel        TEXT    NOT NULL CHECK (channel IN ('app', 'desk_assisted', 'cash_agent')),
      opened_at      INTEGER NOT NULL, -- ms since 1970 UTC
      opened_by      TEXT,             -- operator id
      paid_on        TEXT,             -- YYYY-MM-DD, claimed or told by the city
      city_no        TEXT              -- the city's number of the payment
    ) STRICT, WITHOUT ROWID;
    -- Never a second order while money may come by one (domain.md 5.7-14).
    CREATE UNIQUE INDEX fee_order_live ON fee_order (student_id)
      WHERE state IN ('CREATED', 'PENDING', 'PAYING', 'USER_DONE', 'UNKNOWN');
    CREATE INDEX fee_order_by_student ON fee_order (student_id);
    CREATE INDEX fee_order_by_application ON fee_order (application_id);
    CREATE INDEX fee_order_by_city_no ON fee_order (city_no) WHERE city_no IS NOT NULL;

    -- 领卡: act by act; the last one of a card that was not undone counts.
    CREATE TABLE collection (
      seq         INTEGER PRIMARY KEY, -- order of the acts
      cmd_id      TEXT    NOT NULL,    -- the act it comes from
      card_id     TEXT    NOT NULL,
      student_id  TEXT    NOT NULL,
      at          INTEGER NOT NULL,    -- ms since 1970 UTC
      operator_id TEXT,
      collector   TEXT    NOT NULL CHECK (json_valid(collector)), -- Collector of core/case/collector.ts
      old_card    TEXT    CHECK (old_card IN ('taken-in', 'still-lost', 'kept')),
      signature   TEXT,                -- core/case/signature.ts; null: a tick, or with the first of its pack
      undone      INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
    ) STRICT;
    -- How often a paper went to the printer or into a file: the second one is marked 副本.
    CREATE TABLE paper_print (
      paper      TEXT    NOT NULL CHECK (paper IN ('slip', 'hand-over', 'inquiry')),
      about      TEXT    NOT NULL, -- the application or the card; the class and the day; the day
      student_id TEXT,             -- null: of several
      times      INTEGER NOT NULL CHECK (times > 0),
      last_at    INTEGER NOT NULL, -- ms since 1970 UTC
      window_to  TEXT,             -- last day of the fee window it told, YYYY-MM-DD; null: it told none
      PRIMARY KEY (paper, about)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX paper_print_by_student ON paper_print (student_id) WHERE student_id IS NOT NULL;

    CREATE INDEX collection_by_card ON collection (card_id, seq);
    CREATE INDEX collection_by_student ON collection (student_id);
    CREATE INDEX collection_by_act ON collection (cmd_id);
  `)
}
