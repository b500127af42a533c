import type { OtherNumber } from '../../native/reader.ts'

/** A card with one number only, or one nobody asks. */
export const noOther: OtherNumber = () => Promise.resolve(null)
