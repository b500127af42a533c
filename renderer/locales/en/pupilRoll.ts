import type { pupilRoll as chinese } from '../zh-CN/pupilRoll.ts'

export const pupilRoll: typeof chinese = {
  pupilRoll: {
    cancel: 'Cancel',
    agreement: "A change of the roll takes a supervisor's agreement: their PIN as well.",
    name: 'Name',
    nameFault: 'A name in characters or letters.',
    idHelp: '8 digits; a transfer does not change it',
    idStays: 'Leave it empty to keep it',
    idFault: 'An Education ID has 8 digits.',
    sex: 'Sex',
    sexFault: 'Please choose.',
    class: 'Class',
    enrolment: 'Enrolment',
    day: { temporary: 'Temporary until (may be empty)', suspended: 'Suspended since' },
    dayExample: 'e.g. 2027-01-31',
    dayFault: {
      temporary: 'No such day, e.g. 2027-01-31; leave it empty if it is not known.',
      suspended: 'Today or before, e.g. 2026-09-01.',
    },
    in: {
      way: 'Enter a transfer',
      wayHelp: 'One pupil who comes, is back, or is enrolled for a time.',
      open: 'Enter a transfer…',
      title: 'Enter a transfer',
      help: 'Who was here before: the Education ID of then joins the record of then.',
      act: 'Enter',
    },
    out: {
      open: 'Transfer out…',
      title: 'Transfer out',
      help: 'The pupil leaves the roll, and the card in their hand goes out of use or is kept.',
      to: 'The school they go to (may be empty)',
      toExample: 'e.g. Beijing No. 2 Primary School',
      act: 'Transfer out',
    },
    correct: {
      open: 'Correct the roll…',
      title: 'Correct the roll',
      help: 'Name, class, suspension, temporary enrolment. What is printed on the card waits for a new card.',
      act: 'Save',
    },
    done: {
      'transfer-in': 'Entered. With the card of before: the arrival tap, or a first binding.',
      'transfer-out': 'Transferred out.',
      correct: 'Corrected.',
    },
    back: 'Who is back: enter a transfer under “Roll”, with the Education ID of then.',
  },
}
