/** SCARD constants as @pokusew/pcsclite shows them on every reader (cards.md 3.4). */
export const STATE = {
  UNAWARE: 0x0000,
  IGNORE: 0x0001,
  CHANGED: 0x0002,
  UNKNOWN: 0x0004,
  UNAVAILABLE: 0x0008,
  EMPTY: 0x0010,
  PRESENT: 0x0020,
  ATRMATCH: 0x0040,
  EXCLUSIVE: 0x0080,
  INUSE: 0x0100,
  MUTE: 0x0200,
} as const

export const SHARE = { EXCLUSIVE: 1, SHARED: 2, DIRECT: 3 } as const

export const PROTOCOL = {
  UNDEFINED: 0,
  T0: 1,
  T1: 2,
  ANY: 3,
  RAW: process.platform === 'win32' ? 0x10000 : 4,
} as const

export const DISPOSITION = { LEAVE: 0, RESET: 1, UNPOWER: 2, EJECT: 3 } as const

/** The function number of the CCID escape command: 3500 for Microsoft's drivers, 1 for libccid. */
export const CCID_ESCAPE = process.platform === 'win32' ? 3500 : 1
