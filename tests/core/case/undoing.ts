import { applyCase } from '../../../core/case/applyCase.ts'
import type { CaseState } from '../../../core/case/caseState.ts'
import type { CaseCommand } from '../../../core/case/commands.ts'
import type { CaseContext } from '../../../core/case/decided.ts'
import { decideCase } from '../../../core/case/decideCase.ts'
import type { CaseActMade } from '../../../core/case/undoCase.ts'
import { act, whyNot } from './acts.ts'
import { context, eventsOf } from './builders.ts'

export const MINUTE = 60_000
export const UNDO = act('case.undone')

/** An act, and the case behind it. */
export function made(
  before: CaseState,
  command: CaseCommand,
  part: Partial<CaseContext> = {},
): { readonly behind: CaseState; readonly act: CaseActMade } {
  const by = context(part)
  const events = eventsOf(decideCase(before, command, by))
  const behind = events.reduce((now, event) => applyCase(now, event, by), before)
  return { behind, act: { ...by, type: command.type, events } }
}

/** Done and taken back a minute later. */
export function doneAndUndone(
  before: CaseState,
  command: CaseCommand,
  part: Partial<CaseContext> = {},
): CaseState {
  const { behind, act: one } = made(before, command, part)
  const by = context({ ...part, at: one.at + MINUTE })
  return eventsOf(decideCase(behind, UNDO, by, one)).reduce(
    (now, event) => applyCase(now, event, by),
    behind,
  )
}

export const undoing = (
  { behind, act: one }: ReturnType<typeof made>,
  part: Partial<CaseContext> = {},
) => whyNot(decideCase(behind, UNDO, context({ at: one.at + MINUTE, ...part }), one))
