/**
 * A text that no spreadsheet takes for a formula (hardening.md A18). A text cell of XLSX is no formula as it
 * is; saved as CSV and opened again it would be one. So a text that begins like a formula begins with an
 * apostrophe, which spreadsheets know as the sign of text. Full-width signs count in Chinese versions.
 * Characters that XML cannot hold go first: the writer drops them, and what is left may begin anew.
 */
export function cellText(text: string): string {
  const held = text.replaceAll(NOT_IN_XML, '')
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(held) ? `'${held}` : held
}

/** XML 1.0, section 2.2: control characters, halves of pairs, the two that are no characters. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
