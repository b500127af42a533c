import { createHash } from 'node:crypto'

/** The Content-Security-Policy of a printed document: nothing is loaded and nothing runs; its one style is named by its hash. */
export const policyOf = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    'sandbox',
  ].join('; ')
