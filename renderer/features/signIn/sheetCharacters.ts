/** A recovery sheet has 24 characters, in six groups of four. */
export const SHEET_LENGTH = 24

/** What was typed from the paper, without spaces and lines: as many characters, however each is stored. */
export function sheetCharacters(typed: string): readonly string[] {
  return [...typed.replaceAll(/\s/gu, '')]
}
