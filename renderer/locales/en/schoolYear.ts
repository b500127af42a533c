import type { schoolYear as chinese } from '../zh-CN/schoolYear.ts'

export const schoolYear: typeof chinese = {
  schoolYear: {
    title: 'Into {year}',
    help: 'Every class goes up a grade, and the last grades leave. Look it through first. Newcomers come with the next roll.',
    doneAt: 'Done on {when}.',
    doneBy: 'Done on {when} by {name}.',
    doneUndo: 'If it was wrong, take it back under “Roll”, the latest change first.',
    doneNext: 'Next: import the roll of the newcomers, then cards for those who have none.',
    doneStaff:
      'Classes have other names now: an administrator checks those of class teachers under “Staff”.',
    toRoll: 'To the roll',
    none: 'No classes yet',
    noneHelp: 'Import a roll first.',
    column: { class: 'Now', next: 'Becomes', pupils: 'Pupils', cards: 'Cards' },
    graduates: 'graduates',
    suspended: '({n} suspended)',
    cards: {
      stay: '{n}, as before',
      city: '{n}, out of use',
      elsewhere: '{n}, kept by leavers',
    },
    sum: {
      title: 'What will be done',
      up: 'Up a grade',
      classes: '{n} class | {n} classes',
      graduates: 'Graduate',
      pupils: '{n} in {classes} class | {n} in {classes} classes',
      left: 'Cards out of use',
      kept: 'Cards kept by leavers',
      suspended: 'Suspended: stay on the roll, in no class',
    },
    goOn: {
      title: 'Last grades',
      6: 'Grade 6 goes on to grade 7 here',
      9: 'Grade 9 goes on to grade 10 here',
      help: 'Without a tick they graduate.',
    },
    on: 'They left on',
    onMissing: 'A date, e.g. 2026-07-07',
    onAhead: 'That day is still to come: today or before.',
    take: 'Do it',
    taking: 'Being done…',
  },
}
