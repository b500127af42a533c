/** The package's own types are not reachable through its `exports`. */
declare module 'better-sqlite3' {
  interface Options {
    readonly readonly?: boolean
    readonly fileMustExist?: boolean
    /** ms */
    readonly timeout?: number
    readonly nativeBinding?: string
    readonly verbose?: (sql?: unknown) => void
  }
  const Sqlite: new (file: string, options?: Options) => import('./database.ts').Database
  export default Sqlite
}
