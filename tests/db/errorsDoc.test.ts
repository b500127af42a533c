import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = (path: string): string =>
  fs.readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The members of `DeskErrorCode`, from the text of the type: a type has no values to ask. */
const inTheUnion = (): readonly string[] => {
  const source = root('core/errors.ts')
  const start = source.indexOf('export type DeskErrorCode')
  const union = source.slice(start, source.indexOf('/**', start))
  return [...union.matchAll(/^\s*\| '([^']+)'/gm)].map(([, code]) => code ?? '')
}

const rows = (): readonly (readonly string[])[] =>
  root('docs/errors.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

describe('docs/errors.md', () => {
  it('has a row for every code, and no other row', () => {
    expect(inTheUnion().length).toBeGreaterThan(10)
    expect(rows().map(([code]) => code?.replaceAll('`', ''))).toEqual(inTheUnion())
  })

  it('says of each when it comes and what the clerk does', () => {
    for (const [code, when, clerk] of rows()) {
      expect([code, when?.endsWith('.')]).toEqual([code, true])
      expect([code, clerk?.endsWith('.')]).toEqual([code, true])
    }
  })
})
