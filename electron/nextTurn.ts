import { setTimeout as sleep } from 'node:timers/promises'

/**
 * What follows has a turn of main's loop of its own: nobody waits for both parts at once. Not `setImmediate`,
 * which after an answer from a thread still runs in the same turn.
 */
export const nextTurn = (): Promise<void> => sleep(0)
