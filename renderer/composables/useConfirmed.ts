import { useConfirming } from '../stores/confirming.ts'

/**
 * Does an act of the desk; where the desk wants the own PIN once more, or a colleague's as well, asks
 * for it and does the act again. Throws what the desk refuses, also where no PIN was given.
 *
 *     const confirmed = useConfirmed()
 *     await confirmed(() => staff.end(id), 'confirm.why.staff')
 */
export function useConfirmed(): <T>(question: () => Promise<T>, why: string) => Promise<T> {
  const confirming = useConfirming()
  return (question, why) => confirming.confirmed(question, why)
}
