import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { standardOf, variantsOfEachOther } from '../../core/variants.ts'
import { readingsOf } from '../../db/pinyin.ts'

describe('two forms of a character', () => {
  it.each([
    ['户', '戶', 'left'],
    ['峯', '峰', 'right'],
    ['禎', '祯', 'right'],
    ['鍾', '鐘', 'neither'],
    ['喆', '哲', 'both'],
    ['坤', '堃', 'both'],
    ['阎', '闫', 'both'],
    ['张', '李', null],
    ['张', '张', null],
  ])('%s %s: the standard one is %s', (left, right, standard) => {
    expect(variantsOfEachOther(left, right)).toBe(standard)
  })

  it.each([...'喆堃昇淼祐於邱'])('%s is a standard character of its own', (character) => {
    expect(standardOf(character)).toBeNull()
  })
})

describe('the tables', () => {
  const [variants = '', own = ''] = readFileSync(
    join(import.meta.dirname, '../../core/variants.ts'),
    'utf8',
  )
    .split('`')
    .filter((_, at) => at === 1 || at === 3)
  const pairs = [variants, own].flatMap((table) => table.trim().split(/\s+/))

  it('pair two characters that are read alike', () => {
    // The table of readings has 鵑 as jian, and 𠮷 not at all.
    const others = pairs.filter((pair) => {
      const [one = '', other = ''] = [...pair]
      return !readingsOf(one).some((reading) => readingsOf(other).includes(reading))
    })
    expect(others).toEqual(['鵑鹃', '𠮷吉'])
  })

  it('lead to a standard form in one step, each once', () => {
    const forms = variants.trim().split(/\s+/)
    expect(new Set(forms.map((pair) => [...pair][0])).size).toBe(forms.length)
    expect(forms.filter((pair) => standardOf([...pair][1] ?? '') !== null)).toEqual([])
  })
})
