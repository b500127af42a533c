/** Money as a receipt writes it, of whole 分: ¥15.00. */
export function useMoney(): (fen: number) => string {
  return (fen) => `¥${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
