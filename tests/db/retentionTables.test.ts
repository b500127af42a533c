import { expect, it } from 'vitest'
import { KEPT_TABLES, RETENTION_CLASSES, RETENTION_RULES } from '../../core/retention.ts'
import { testDb } from '../helpers/testDb.ts'

it('every table has its time, in one class, or is named as kept', () => {
  const rows = testDb()
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string }[]
  const known = [
    ...RETENTION_CLASSES.flatMap((of) => RETENTION_RULES[of].tables),
    ...Object.keys(KEPT_TABLES),
  ]
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map(({ name }) => name).sort()).toEqual(known.sort())
})
