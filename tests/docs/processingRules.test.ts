import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES_VERSION } from '../../core/processingRules.ts'
import { RETENTION_CLASSES, RETENTION_RULES } from '../../core/retention.ts'
import { dataRules } from '../../renderer/locales/zh-CN/dataRules.ts'

const rules = readFileSync(join(import.meta.dirname, '../../docs/processing-rules.md'), 'utf8')

test('the text of the processing rules bears the number that is recorded with each consent', () => {
  expect(rules).toMatch(new RegExp(`^版本：第 ${RULES_VERSION} 版`, 'm'))
})

test('the processing rules name the times the desk keeps, in the words of its screen', () => {
  const { of: kept } = dataRules.dataRules.keep
  const rows = rules
    .split('\n')
    .filter((line) => /\d–\d+ +\|$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.map(([, ...cells]) => cells.slice(0, 4))).toEqual(
    RETENTION_CLASSES.map((one) => {
      const { least, usual, most } = RETENTION_RULES[one]
      return [kept[one].what, kept[one].from, String(usual), `${least}–${most}`]
    }),
  )
})

test('the processing rules say that they are a template for a lawyer', () => {
  expect(rules).toContain('模板，须由学校法务确认')
})
