import type { Operator, Role } from '../../../core/staff.ts'

/** What a form holds of a person while it is typed. */
export interface PersonDraft {
  name: string
  roles: readonly Role[]
  classes: readonly string[]
}

export function draftOf({ name, roles, classes }: Omit<Operator, 'id'>): PersonDraft {
  return { name, roles: [...roles], classes: [...classes] }
}

/** As text, kept over a lock; nothing typed yet is no text. */
export function draftText(draft: PersonDraft): string {
  const { name, roles, classes } = draft
  const blank = name === '' && roles.length === 0 && classes.length === 0
  return blank ? '' : JSON.stringify({ name, roles, classes })
}

export function draftFrom(text: string): PersonDraft {
  return draftOf(JSON.parse(text) as PersonDraft)
}

/** A person needs a name and something they may. */
export function isWhole({ name, roles }: PersonDraft): boolean {
  return name.trim() !== '' && roles.length > 0
}

/** As it is sent: plain, and with classes only where they mean something. */
export function asSent(draft: PersonDraft): Omit<Operator, 'id'> {
  return {
    name: draft.name.trim(),
    roles: [...draft.roles],
    classes: draft.roles.includes('class-teacher') ? [...draft.classes] : [],
  }
}

export function sameAs(draft: PersonDraft, person: Omit<Operator, 'id'>): boolean {
  const sent = asSent(draft)
  return (
    sent.name === person.name &&
    sameWords(sent.roles, person.roles) &&
    sameWords(sent.classes, person.classes)
  )
}

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
