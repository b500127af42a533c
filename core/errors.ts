/**
 * Every failure the desk can name. `code` is for programs, the message for people:
 * what happened, why, and what to do next. Rows of this table are documented in docs/errors.md.
 */
export type DeskErrorCode =
  // local data (db/)
  | 'db-from-the-future' // written by a newer version of the desk
  | 'db-wrong-key' // the key-check value does not fit: another key, not a ruined file
  | 'db-ruined' // the key fits (or the file is no database at all) and pages cannot be read
  | 'db-read-only' // the folder or the file system refuses writing
  | 'db-full' // no room left on the disk
  | 'db-busy' // another program holds the file
  | 'db-unsafe' // WAL, FULL or the cipher could not be switched on
  | 'db-chain-broken' // an outbox row was altered, dropped or reordered
  // key store
  | 'key-missing' // there is data but no key for it
  | 'key-unreadable' // the system's key store cannot open the key any more
  // requests from the page (electron/ipc.ts)
  | 'ipc-sender' // the request did not come from our own page
  | 'ipc-arguments' // the arguments are not of the contract
  | 'ipc-unknown' // no such request
  // rights (electron/allowed.ts)
  | 'signed-out' // nobody is signed in
  | 'right-missing' // whoever is signed in may not do this
  | 're-auth-needed' // the own PIN once more first
  | 'second-person-needed' // somebody else's PIN as well
  | 'last-administrator' // nobody would be left to keep the desk
  // files from outside (electron/roll/)
  | 'called-off' // somebody ended the work before it was done
  | 'file-too-large' // it takes more memory or time than any list of a school
  // start
  | 'runtime-out-of-support' // a real school on a rehearsal runtime
  | 'not-in-rehearsal' // an act of the rehearsal asked of a real school
  | 'internal' // a defect of ours

/** The one error class of the desk. The cause is always kept. */
export class DeskError extends Error {
  readonly code: DeskErrorCode

  constructor(code: DeskErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'DeskError'
    this.code = code
  }
}

/** The code of any thrown value: what is not ours is a defect, `internal`. */
export function errorCode(thrown: unknown): DeskErrorCode {
  return thrown instanceof DeskError ? thrown.code : 'internal'
}
