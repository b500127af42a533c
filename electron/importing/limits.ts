/** What a file may be (hardening.md section 7 and A44). A roll of 100,000 pupils fits; what does not is refused, never cut off. */
const MB = 1024 * 1024

export const TABLE_LIMITS = {
  /** of the file as it lies on the disk, and of all that is packed in it */
  bytes: 50 * MB,
  rows: 100_000,
  columns: 100,
  /** with something in them: 20 columns of 100,000 rows. What they take in memory is some 100 bytes each. */
  cells: 2_000_000,
  /** characters */
  cellLength: 500,
} as const

export const PHOTO_LIMITS = {
  files: 20_000,
  /** of one photo to be stored */
  photo: 2 * MB,
  /** of one entry of a zip, and of all of them, inflated */
  entry: 5 * MB,
  total: 400 * MB,
  /** folders within folders */
  depth: 4,
} as const

/** Inflated to packed. A sheet of the same row again and again comes to 30 or so. */
export const LARGEST_RATIO = 100
/** bytes: what is no larger is no bomb, whatever its ratio */
export const SMALL_ENTRY = 100_000
/** Parts of a workbook, most of them pictures. */
export const WORKBOOK_PARTS = 20_000
