import type { Database } from '../database.ts'

/**
 * The roll: schools, classes, students, cards, photos, as the city or an import gave them.
 * No birth date anywhere: in the city's systems it is a password (domain.md 5.1).
 *
 * `load` is the number of the load that last named the row; a load takes away what it did not name.
 */
export function createRoll(db: Database): void {
  db.exec(`
    CREATE TABLE data_state (
      one     INTEGER PRIMARY KEY CHECK (one = 1), -- a single row; none: no roll yet
      version INTEGER NOT NULL, -- of the roll; grows with every newer roll
      as_of   INTEGER NOT NULL, -- ms since 1970 UTC: when the source said this was true
      load    INTEGER NOT NULL  -- counts loads, also of the same version
    ) STRICT;

    CREATE TABLE school (
      id   TEXT    PRIMARY KEY,
      name TEXT    NOT NULL,
      own  INTEGER NOT NULL CHECK (own IN (0, 1)), -- 1: the desk's own school
      load INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE class (
      id        TEXT    PRIMARY KEY,
      school_id TEXT    NOT NULL REFERENCES school (id),
      grade     INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
      number    INTEGER NOT NULL CHECK (number >= 1), -- within the grade
      name      TEXT    NOT NULL, -- 三年级2班
      load      INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX class_by_school ON class (school_id);

    CREATE TABLE student (
      id              TEXT    PRIMARY KEY,
      school_id       TEXT    NOT NULL REFERENCES school (id),
      class_id        TEXT    REFERENCES class (id),
      education_id    TEXT    -- 教育ID: 8 digits as text, leading zeros kept; null: pupil of another school
        CHECK (education_id GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
      name            TEXT    NOT NULL,
      sex             TEXT    NOT NULL CHECK (sex IN ('female', 'male')),
      enrolment       TEXT    NOT NULL CHECK (enrolment IN ('enrolled', 'temporary', 'suspended', 'left')),
      temporary_until TEXT,   -- YYYY-MM-DD in Beijing; may be null when temporary
      suspended_since TEXT    CHECK ((suspended_since IS NOT NULL) = (enrolment = 'suspended')), -- YYYY-MM-DD
      left_on         TEXT    CHECK ((left_on IS NOT NULL) = (enrolment = 'left')),              -- YYYY-MM-DD
      left_why        TEXT    CHECK ((left_why IS NOT NULL) = (enrolment = 'left')
                                AND left_why IN ('transferred', 'graduated', 'other')),
      left_to         TEXT,   -- the school the pupil went to, where known
      load            INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX student_by_school ON student (school_id, enrolment);
    CREATE INDEX student_by_class ON student (class_id);
    CREATE INDEX student_by_education_id ON student (education_id); -- a double one is refused at the load

    CREATE TABLE photo (
      student_id TEXT PRIMARY KEY REFERENCES student (id),
      mime       TEXT NOT NULL CHECK (mime IN ('image/svg+xml', 'image/jpeg', 'image/png', 'image/webp')),
      bytes      BLOB NOT NULL
    ) STRICT;

    CREATE TABLE card (
      id            TEXT    PRIMARY KEY,
      student_id    TEXT    REFERENCES student (id), -- null: the city knows the card, we do not know whose it is
      state         TEXT    NOT NULL CHECK (state IN (
        'ORDERED', 'FAILED', 'ARRIVED', 'WITH_TEACHER', 'ACTIVE', 'LOST', 'DAMAGED', 'FOUND_HELD',
        'REPLACED', 'RETURNED', 'LEFT', 'KEPT_BY_LEAVER', 'VOID')), -- domain.md 5.2
      state_since   INTEGER NOT NULL, -- ms since 1970 UTC
      state_by      TEXT,             -- by name; null: it came with the city's data
      face_valid_to TEXT,             -- 卡面有效期, YYYY-MM-DD; null: not known
      face_school   TEXT,             -- the school printed on the face
      load          INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX card_by_student ON card (student_id, state);

    CREATE TABLE card_identifier (
      card_id       TEXT    NOT NULL REFERENCES card (id),
      kind          TEXT    NOT NULL CHECK (kind IN ('bmac', 't-union', 'printed', 'uid')), -- domain.md 5.1
      value         TEXT    NOT NULL CHECK (value <> ''), -- digits; uid: upper-case hex
      source        TEXT    NOT NULL CHECK (source IN ('roll', 'desk')), -- a load takes away only the roll's
      first_seen_at INTEGER NOT NULL, -- ms since 1970 UTC
      valid_from    INTEGER,          -- ms since 1970 UTC; null: from the first
      valid_to      INTEGER,          -- ms since 1970 UTC; not null: history, finds nothing any more
      load          INTEGER NOT NULL,
      PRIMARY KEY (card_id, kind, value)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_by_identifier ON card_identifier (kind, value);
  `)
}
