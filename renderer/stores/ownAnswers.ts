import { errorCode, type DeskErrorCode } from '../../core/errors.ts'

/** Questions of whoever is at the desk: an answer that comes in another's time is nobody's. */
export interface OwnAnswers {
  /** @returns undefined: refused, and said so; or nobody waits for the answer any more */
  asked<T>(question: () => Promise<T>): Promise<T | undefined>
  /** @returns whether it is still the same time, whenever that is asked */
  begin(): () => boolean
  /** somebody else's time begins */
  end(): void
}

/** @param say that it was refused */
export function ownAnswers(say: (code: DeskErrorCode) => void): OwnAnswers {
  let turn = {}

  function begin(): () => boolean {
    const mine = turn
    return () => mine === turn
  }

  return {
    async asked(question) {
      const isMine = begin()
      try {
        const answer = await question()
        return isMine() ? answer : undefined
      } catch (thrown) {
        if (isMine()) say(errorCode(thrown))
        return undefined
      }
    },
    begin,
    end() {
      turn = {}
    },
  }
}
