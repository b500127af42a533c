import type { CaseWish } from '../../../../core/case/caseWish.ts'
import type { OldCardFate } from '../../../../core/case/collector.ts'
import { RELATIONS, type Relation } from '../../../../core/confirmation.ts'
import type { CaseShown } from '../../../../core/caseRequests.ts'
import type { Field, Values } from '../actForms.ts'

type HandOver = Extract<CaseWish, { act: 'hand-over' }>

const byParent = ({ collector }: Values): boolean => collector === 'parent'

/** Who collects. A telephone number is asked for as its tail alone. */
export function handOverFields(overrides: boolean): readonly Field[] {
  return [
    { name: 'collector', kind: 'choice', options: ['student', 'parent'] },
    { name: 'relation', kind: 'choice', options: RELATIONS, when: byParent },
    { name: 'parent', kind: 'text', needed: true, when: byParent },
    { name: 'phone', kind: 'text', when: byParent },
    ...(overrides ? [{ name: 'override', kind: 'reason', needed: true } as const] : []),
  ]
}

export function collectorOf(values: Values): HandOver['collector'] {
  if (!byParent(values)) return { kind: 'student' }
  const tail = /\d{4}$/.exec((values['phone'] ?? '').replace(/\D/g, ''))?.[0] ?? null
  return {
    ...{ kind: 'parent', name: (values['parent'] ?? '').trim(), phoneTail: tail },
    relation: (values['relation'] ?? 'mother') as Relation,
  }
}

export const fateOf = ({ oldCard }: CaseShown, values: Values): OldCardFate | null =>
  oldCard === null ? null : ((values['oldCard'] as OldCardFate | undefined) ?? null)
