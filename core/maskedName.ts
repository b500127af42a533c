/** 张*: the first character, whatever plane of Unicode it is of, and nothing of how long the rest is. */
export function maskedName(name: string): string {
  const [first = ''] = name.trim()
  return `${first}*`
}
