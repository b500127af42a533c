import type { CityTrouble } from './cityTrouble.ts'
import type { Language } from './settings.ts'

/**
 * What is wrong with a cell of the city's file, on the screen and in the list that leaves the desk: who compares them
 * finds the same word. A trouble without words does not compile.
 */
export const CITY_TROUBLE_WORDS: Readonly<Record<Language, Readonly<Record<CityTrouble, string>>>> =
  {
    'zh-CN': {
      formula: '这一格是公式',
      'number-damaged': '号码成了科学计数',
      'merged-cell': '合并单元格',
      'cell-error': '这一格是错误值',
      'cell-too-long': '这一格字太多',
      'education-id-missing': '没有教育ID',
      'education-id-malformed': '教育ID不是 8 位数字',
      'leading-zero-lost': '教育ID少了开头的 0',
      'identity-number-in-column': '像是身份证号',
      'education-id-twice': '同一个教育ID有两行',
      'amount-missing': '没有金额',
      'amount-malformed': '金额不是数字',
      'amount-negative': '金额是负数，又不是退款',
      'date-missing': '没有日期',
      'date-unknown': '日期读不懂',
      'result-missing': '没有结果',
      'result-unknown': '结果读不懂',
      'card-number-malformed': '卡号不是 16–20 位数字',
      'card-number-twice': '同一个卡号有两行',
    },
    en: {
      formula: 'a formula',
      'number-damaged': 'the number lost its digits',
      'merged-cell': 'merged cells',
      'cell-error': 'an error value',
      'cell-too-long': 'too long',
      'education-id-missing': 'no Education ID',
      'education-id-malformed': 'Education ID is not 8 digits',
      'leading-zero-lost': 'Education ID lost its first 0',
      'identity-number-in-column': 'looks like an identity number',
      'education-id-twice': 'the Education ID stands in two rows',
      'amount-missing': 'no amount',
      'amount-malformed': 'the amount is no number',
      'amount-negative': 'a negative amount, and no refund',
      'date-missing': 'no day',
      'date-unknown': 'the day cannot be read',
      'result-missing': 'no result',
      'result-unknown': 'the result cannot be read',
      'card-number-malformed': 'the card number is not 16–20 digits',
      'card-number-twice': 'the card number stands in two rows',
    },
  }
