/**
 * Number of the rules by which this desk processes the data of pupils below 14 (PIPL 31; docs/processing-rules.md).
 * It grows with each change of meaning: what was agreed to under an older one is asked for again.
 */
export const RULES_VERSION = 1
