import { createHash } from 'node:crypto'
import type { Database } from '../database.ts'

/** What acts came to, changes of the roll that are being applied, and photos by their content. */
export function createActs(db: Database): void {
  db.exec(`
    -- Provisional until the city has decided the same command. Pupils are named without a reference: an
    -- event outlives them, but for a deletion.
    CREATE TABLE event (
      seq        INTEGER PRIMARY KEY, -- order of the acts
      cmd_id     TEXT    NOT NULL REFERENCES outbox (cmd_id), -- the act it comes from
      at         INTEGER NOT NULL, -- ms since 1970 UTC, the desk's wall clock
      type       TEXT    NOT NULL, -- DeskEvent of core/deskEvents.ts
      student_id TEXT    NOT NULL,
      card_id    TEXT,
      body       TEXT    NOT NULL CHECK (json_valid(body)) -- the event
    ) STRICT;
    CREATE INDEX event_by_student ON event (student_id, seq);
    CREATE INDEX event_by_act ON event (cmd_id);

    -- Acts on the whole roll, newest last: what the screen of the roll lists and what can be taken back.
    CREATE TABLE roll_change (
      change_id   TEXT    PRIMARY KEY, -- UUIDv7
      at          INTEGER NOT NULL, -- ms since 1970 UTC
      operator_id TEXT,
      why         TEXT    NOT NULL, -- RollChangeWhy of core/rollChange.ts, or 'photos'
      counts      TEXT    NOT NULL CHECK (json_valid(counts)), -- RollCounts of core/rollShown.ts
      undoes      TEXT,             -- the change it takes back; null: none
      undone_by   TEXT,             -- the change that took it back; null: it stands
      cmd_ids     TEXT    NOT NULL CHECK (json_valid(cmd_ids)) -- its parts in the outbox, in order
    ) STRICT, WITHOUT ROWID;

    -- Parts of an act that is decided and stored, and not yet shown in the tables: main applies them in
    -- slices, and a start goes on where the last one ended.
    CREATE TABLE part_waiting (
      cmd_id TEXT PRIMARY KEY REFERENCES outbox (cmd_id),
      place  INTEGER NOT NULL -- order of application
    ) STRICT, WITHOUT ROWID;

    -- Which column of a school's file is what, as it was last said.
    CREATE TABLE file_mapping (
      kind    TEXT PRIMARY KEY CHECK (kind IN ('roll', 'cards')),
      mapping TEXT NOT NULL CHECK (json_valid(mapping))
    ) STRICT, WITHOUT ROWID;

    -- A photo by its content: it is written before it is anybody's, and an import makes thousands of them
    -- somebody's in one act.
    CREATE TABLE picture (
      picture_id TEXT    PRIMARY KEY CHECK (length(picture_id) = 64), -- SHA-256 of bytes, lower-case hex
      mime       TEXT    NOT NULL CHECK (mime IN ('image/svg+xml', 'image/jpeg', 'image/png', 'image/webp')),
      width      INTEGER, -- px; null: a drawing has none
      height     INTEGER,
      bytes      BLOB    NOT NULL
    ) STRICT;

    CREATE INDEX search_pupil_by_student ON search_pupil (student_id);

    CREATE TABLE photo_before (
      student_id TEXT PRIMARY KEY, -- of the last change of photos: what it replaced
      picture_id TEXT              -- null: there was none
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX photo_before_by_picture ON photo_before (picture_id);
  `)
  movePhotos(db)
}

function movePhotos(db: Database): void {
  db.exec('ALTER TABLE photo RENAME TO photo_of_old')
  db.exec(`
    CREATE TABLE photo (
      student_id TEXT PRIMARY KEY REFERENCES student (id),
      picture_id TEXT NOT NULL REFERENCES picture (picture_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX photo_by_picture ON photo (picture_id);
  `)
  const old = db.prepare('SELECT student_id, mime, bytes FROM photo_of_old')
  const picture = db.prepare(
    'INSERT OR IGNORE INTO picture (picture_id, mime, bytes) VALUES (?, ?, ?)',
  )
  const photo = db.prepare('INSERT INTO photo VALUES (?, ?)')
  for (const { student_id, mime, bytes } of old.all() as readonly OldPhoto[]) {
    const id = createHash('sha256').update(bytes).digest('hex')
    picture.run(id, mime, bytes)
    photo.run(student_id, id)
  }
  db.exec('DROP TABLE photo_of_old')
}

interface OldPhoto {
  readonly student_id: string
  readonly mime: string
  readonly bytes: Uint8Array
}
