import { KEPT_TABLES, RETENTION_CLASSES, RETENTION_RULES } from '../../core/retention.ts'
import { DATA_INVENTORY, type Ground, type Subject } from './dataInventory.ts'
import { markdownTable } from './markdownTable.ts'

const SUBJECTS: Readonly<Record<Subject, string>> = {
  pupil: 'pupil',
  staff: 'staff',
  nobody: '–',
}

/** Material for the school’s lawyer, who must confirm it (core/legalBasis.ts). */
const GROUNDS: Readonly<Record<Ground, string>> = {
  roll: 'the school’s duty to keep the roll and to issue student cards (PIPL 13(1)(3)), or consent (13(1)(1), 29, 31), as the school has recorded',
  acts: 'the same; what the desk did with a card, until the city has it and for questions after',
  log: 'PIPL 15, 47, 51, 55–56; Minors Regulations art. 36: who looked, by what right, and what was deleted',
  reading: 'as roll; what a card tells of itself when it is laid down',
  desk: 'nobody’s data',
}

/** The class whose time a table has; null: it is kept. */
const classOf = (table: string) =>
  RETENTION_CLASSES.find((of) => RETENTION_RULES[of].tables.includes(table)) ?? null

/** docs/data-inventory.md, written from dataInventory.ts. */
export function dataInventoryDoc(): string {
  return [
    '# What the desk keeps of whom, and why',
    '',
    'Written from `scripts/docs/dataInventory.ts` by `npm run docs`. A test holds it against the database: a column',
    'without a line, or a line without a column, fails. All of it lies in one encrypted file (SQLCipher). No birth',
    'date, no phone, no identity number is kept anywhere. A field without a purpose is not kept (PIPL 28).',
    '',
    '## By what right',
    '',
    'Recorded once for the school, and per pupil where consent is asked for: state, moment, operator, number of the',
    'processing rules, no free text (`school_basis`, `pupil_basis`). What is not settled: whether the school’s duty',
    'holds for sensitive data without separate consent (PIPL 28, 29, 31). That is for each school’s lawyer.',
    '',
    markdownTable(
      ['basis', 'is'],
      Object.entries(GROUNDS).map(([name, is]) => [`\`${name}\``, is]),
    ),
    '',
    '## How long',
    '',
    'Written from `core/retention.ts`. A table is in one class or is named as kept; a test holds that against the',
    'database. What belongs to a roll also goes at the load of a newer roll that does not name it. What the city has not',
    'got, or has refused, stays however old it is.',
    '',
    markdownTable(
      ['class of data', 'tables', 'months: usual (least–most)', 'counted from', 'why'],
      RETENTION_CLASSES.map((of) => {
        const { tables, usual, least, most, from, why } = RETENTION_RULES[of]
        return [`\`${of}\``, tables.join(', '), `${usual} (${least}–${most})`, from, why]
      }),
    ),
    '',
    'Of `outbox` and `audit` the text goes, and the ids in it; number and hashes stay, so that the chain still proves',
    'that nothing else was taken out.',
    '',
    markdownTable(
      ['kept', 'because'],
      Object.entries(KEPT_TABLES).map(([table, why]) => [`\`${table}\``, why]),
    ),
    ...Object.entries(DATA_INVENTORY).flatMap(([table, fields]) => [
      '',
      `## ${table}`,
      '',
      markdownTable(
        ['field', 'of', 'needed for', 'basis', 'stays'],
        Object.entries(fields).map(([field, { subject, purpose, ground }]) => [
          `\`${field}\``,
          SUBJECTS[subject],
          purpose,
          `\`${ground}\``,
          `\`${classOf(table) ?? 'kept'}\``,
        ]),
      ),
    ]),
    '',
    '## Beside the database',
    '',
    markdownTable(
      ['file', 'holds'],
      [
        [
          '`desk.keys`',
          'names and roles of the staff (tiles of the locked screen); the data key wrapped for each of them and for the recovery sheet; nothing of a pupil',
        ],
        ['`desk.tries`', 'how often each PIN was tried, signed; ids of staff only'],
        ['`desk.screen`', 'language, sound, kiosk as they last were; nothing of anybody'],
        ['`desk.stops`', 'how often the program ended without closing; nothing of anybody'],
        [
          '`desk.outbox-journal`',
          'acts the city or a backup has not got, encrypted; written anew after a deletion',
        ],
        [
          '`backups/…`',
          'the whole database, encrypted; 3 hourly, 7 daily, 2 before a migration; after a deletion all older ones go',
        ],
        [
          '`quarantine/…`',
          'ruined data as they were found, encrypted; kept until the administrator removes them by hand',
        ],
        ['`desk.db.keycheck`', 'a salted check of the key; nothing of anybody'],
        ['`desk.log-anchor`', 'count and hash of the log’s last row, signed; nothing of anybody'],
        ['`logs/desk.log`', 'codes and counts, never a person'],
        ['`rehearsal/…`', 'invented pupils only'],
      ],
    ),
    '',
  ].join('\n')
}
