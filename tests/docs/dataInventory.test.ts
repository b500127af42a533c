import { describe, expect, it } from 'vitest'
import { DATA_INVENTORY } from '../../scripts/docs/dataInventory.ts'
import { testDb } from '../helpers/testDb.ts'

/** Every column of the database as it is today; what FTS5 makes for itself holds the words of search_word. */
function columns(): readonly string[] {
  const rows = testDb()
    .prepare(
      `SELECT list.name || '.' || info.name AS field
       FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info
       WHERE list.schema = 'main' AND list.type IN ('table', 'virtual') AND list.name NOT LIKE 'sqlite_%'`,
    )
    .all() as { field: string }[]
  return rows.map(({ field }) => field).sort()
}

const lines = Object.entries(DATA_INVENTORY).flatMap(([table, fields]) =>
  Object.entries(fields).map(([field, line]) => ({ name: `${table}.${field}`, ...line })),
)

describe('the data inventory', () => {
  it('has a line for every column, and no other line', () => {
    expect(columns().length).toBeGreaterThan(50)
    expect(lines.map(({ name }) => name).sort()).toEqual(columns())
  })

  it('gives every field a purpose', () => {
    expect(lines.filter(({ purpose }) => purpose.length < 5)).toEqual([])
  })
})
