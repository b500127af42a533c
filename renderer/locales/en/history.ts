export const history = {
  history: {
    show: 'Show the record',
    help: 'Whose card was tapped when and where is part of the full record. It takes a reason, and is logged.',
    loading: 'Opening the record…',
    gone: 'There is no record to show.',
    refused: 'Not opened: {why}',
  },
  basis: {
    label: 'Legal basis',
    recorded: {
      school: "the school's statutory duty",
      pupil: 'guardian or pupil has agreed',
    },
    missing: {
      'school-basis': 'School has not recorded one',
      'guardian-consent': "Guardian's consent missing",
      'own-consent': "Pupil's consent missing",
    },
    bySchool: 'The administrator records it under "Privacy"',
    renewal: 'To be confirmed again',
    why: {
      'rules-changed': 'the processing rules have changed',
      'of-age': 'in a grade of 14 years: their own consent is needed',
      'not-separate': 'the consent was not a separate one',
    },
    withdrawn: 'Withdrawn on {day}',
    dutyRemains: 'what the statutory duty needs stays',
    mustGo: 'the data must be deleted: tell the supervisor',
    act: {
      'guardian-consent': "Record guardian's consent",
      'own-consent': "Record pupil's consent",
      withdrawn: 'Record withdrawal',
    },
    separate: 'Separate written consent',
    separateHelp: 'A signed paper of its own, not part of another consent.',
    record: 'Record',
    withdrawSure: 'Has guardian or pupil withdrawn the consent?',
    withdrawYes: 'Yes, record it',
    not: 'Cancel',
    notDone: 'Not recorded: {why}',
  },
}
