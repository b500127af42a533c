/** 甲、乙、丙 */
export function listing(words: readonly string[], language: string): string {
  return words.join(language === 'en' ? ', ' : '、')
}
