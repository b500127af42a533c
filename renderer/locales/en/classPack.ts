import type { classPack as chinese } from '../zh-CN/classPack.ts'

export const classPack: typeof chinese = {
  classPack: {
    title: 'Class pack',
    help: 'The cards of a class go to its teacher with one signature; each is closed here once the pupil has it.',
    go: 'Give a class to its teacher',
    classes: 'Classes with cards here',
    counts: 'Here {here} · with teacher {teacher}',
    unfold: 'Another class ({n}) | Another class ({n} more)',
    choose: 'Please choose a class.',
    none: 'No cards to be collected',
    noneHelp: 'Once cards have been received, their classes stand here.',
    nobody: '{class} has no cards to be collected now.',
    noneFree: 'No card is left that may go to the teacher.',
    card: 'card …{tail}',
    noNumber: 'no number yet',
    here: 'Here since {day}',
    withTeacher: 'With the teacher since {day}',
    given: 'Pupil has it',
    back: 'Brought back',
    ofPupil: '{act}: {name}',
    teacher: 'Which teacher takes them?',
    teacherMissing: "Please enter the teacher's name",
    take: 'Give {n} card to the teacher | Give {n} cards to the teacher',
    taken:
      'Given to {teacher}: {n}. Please print the hand-over list, on which the pupils sign for their cards.',
    closed: { tick: '{name} has the card.', back: 'The card of {name} is back, to be collected.' },
    takenBack: 'Taken back: the card of {name} is still with the teacher.',
    refused: '{name}: {why}',
    nothing:
      'Nothing was given: the cards have just changed. Please look at the list and try again.',
  },
}
