import { DATA_INVENTORY, type Retention, type Subject } from './dataInventory.ts'
import { markdownTable } from './markdownTable.ts'

const SUBJECTS: Readonly<Record<Subject, string>> = {
  pupil: 'pupil',
  staff: 'staff',
  nobody: '–',
}

/** What holds today; retention jobs with proof of deletion are to come (docs/progress.md). */
const RETENTIONS: Readonly<Record<Retention, string>> = {
  roll: 'until a newer roll does not name it any more; then deleted at that load',
  acts: 'kept: no retention job yet',
  log: 'kept, at least 3 years (PIPL 55–56)',
  reading: 'of a card: with the card; counts: kept, they are of nobody',
  desk: 'as long as the desk',
}

/** docs/data-inventory.md, written from dataInventory.ts. */
export function dataInventoryDoc(): string {
  return [
    '# What the desk keeps of whom, and why',
    '',
    'Written from `scripts/docs/dataInventory.ts` by `npm run docs`. A test holds it against the database: a column',
    'without a line, or a line without a column, fails. All of it lies in one encrypted file (SQLCipher). No birth',
    'date, no phone, no identity number is kept anywhere. A field without a purpose is not kept (PIPL 28).',
    '',
    'Basis: the school’s duty to keep the roll and to issue student cards; whether that holds without separate',
    'consent (PIPL 29, 31) is for each school’s lawyer to confirm, and not yet recorded per pupil.',
    '',
    '## How long',
    '',
    markdownTable(
      ['class of data', 'stays'],
      Object.entries(RETENTIONS).map(([name, stays]) => [`\`${name}\``, stays]),
    ),
    ...Object.entries(DATA_INVENTORY).flatMap(([table, fields]) => [
      '',
      `## ${table}`,
      '',
      markdownTable(
        ['field', 'of', 'needed for', 'stays'],
        Object.entries(fields).map(([field, { subject, purpose, retention }]) => [
          `\`${field}\``,
          SUBJECTS[subject],
          purpose,
          `\`${retention}\``,
        ]),
      ),
    ]),
    '',
    '## Beside the database',
    '',
    markdownTable(
      ['file', 'holds'],
      [
        ['`desk.key`', 'the data key, sealed by the system’s key store; where there is none, bare'],
        ['`desk.db.keycheck`', 'a salted check of the key; nothing of anybody'],
        ['`desk.log-anchor`', 'count and hash of the log’s last row, signed; nothing of anybody'],
        ['`logs/desk.log`', 'codes and counts, never a person'],
        ['`rehearsal/…`', 'invented pupils only'],
      ],
    ),
    '',
  ].join('\n')
}
