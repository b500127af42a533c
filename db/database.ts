/**
 * The part of the driver's surface this folder uses, as types: what leaves `db/` names no package.
 * All calls are synchronous and throw an Error whose `code` begins SQLITE_ (db/dbError.ts).
 */
export interface Database {
  readonly open: boolean
  readonly inTransaction: boolean
  prepare(sql: string): Statement
  /** one or more statements without parameters */
  exec(sql: string): unknown
  pragma(source: string, options?: { readonly simple?: boolean }): unknown
  /** a function that runs `work` in a transaction; inside another one, in a savepoint */
  transaction<T>(work: () => T): { immediate(): T }
  close(): unknown
}

/** A prepared statement. Parameters and rows are as the SQL says: the caller states their types. */
export interface Statement<Params extends unknown[] = unknown[], Row = unknown> {
  run(...params: Params): { readonly changes: number }
  get(...params: Params): Row | undefined
  all(...params: Params): Row[]
  iterate(...params: Params): IterableIterator<Row>
}
