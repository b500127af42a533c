import { expect, it } from 'vitest'
import { cellText } from '../../../electron/reports/cellText.ts'

it.each([
  '=1+1',
  '+86',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1+1',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
  '=HYPERLINK("http://example.test","x")',
])('A18 a text that begins like a formula becomes a text: %j', (text) => {
  expect(cellText(text)).toBe(`'${text}`)
})

it('also when what stood before it cannot be held by XML', () => {
  expect(cellText('\u0001=1+1')).toBe("'=1+1")
  expect(cellText('\ufffe\ud800@A1')).toBe("'@A1")
})

it.each([
  '李慧敏',
  '阿卜杜热西提·麦麦提艾力',
  '𬭎',
  '3 + 4',
  'a@b',
  '',
  '（未登录）',
  '王\u200d明',
])('any other text stays as it is: %j', (text) => {
  expect(cellText(text)).toBe(text)
})
