export const rollTroubles = {
  rollTrouble: {
    line: {
      formula: { what: 'This cell is a formula', next: 'Copy the column and paste values only' },
      'number-damaged': {
        what: 'A number in scientific form, its last digits gone',
        next: 'Make the column text and enter it again',
      },
      'merged-cell': { what: 'Merged: one for several lines', next: 'Unmerge, one for each line' },
      'cell-error': { what: 'This cell holds an error', next: 'Mend the cell' },
      'cell-too-long': {
        what: 'Too much text in this cell',
        next: 'See if it is the right column',
      },
      'education-id-missing': {
        what: 'No Education ID',
        next: 'Add it; who has none yet comes later',
      },
      'education-id-malformed': {
        what: 'Education ID is not 8 digits',
        next: 'Look it up in the roll system',
      },
      'leading-zero-lost': {
        what: 'Education ID of 7 digits: a leading 0 may be lost',
        next: 'Make the column text and look it up in the roll system',
      },
      'identity-number-in-column': {
        what: 'Looks like an identity or roll number',
        next: 'See if it is mistyped or the wrong column',
      },
      'name-missing': { what: 'No name', next: 'Add the name' },
      'name-damaged': {
        what: 'A character of the name became a question mark or a box',
        next: 'Enter the right one from the roll system',
      },
      'name-odd': { what: 'Digits or signs in the name', next: 'See if they belong there' },
      'sex-missing': { what: 'No sex', next: 'Add it: who is new needs it' },
      'sex-unknown': { what: 'Sex cannot be read', next: 'Write male or female' },
      'class-missing': { what: 'No class', next: 'Add it, or the pupil is in none' },
      'class-unknown': {
        what: 'Class cannot be read',
        next: 'Write grade and class, as 3-2 in two columns',
      },
      'class-contradicts-grade': {
        what: 'Class and grade do not agree',
        next: 'Find out which is right',
      },
      'grade-unknown': { what: 'Grade cannot be read', next: 'Write it as a number' },
      'enrolment-unknown': {
        what: 'Enrolment cannot be read',
        next: 'Write enrolled, suspended, temporary or left, in Chinese',
      },
      'date-unknown': { what: 'Date cannot be read', next: 'Write it like 2027-07-15' },
      'card-number-missing': {
        what: 'No number of a card',
        next: 'Add it; who has no card yet is fine',
      },
      'card-number-malformed': {
        what: 'Number on card is not 16 to 20 digits',
        next: 'Copy it from the card, column as text',
      },
      'education-id-twice': {
        what: 'Education ID as in line {other}, the rest differs',
        next: 'Find out whose it is and mend it',
      },
      'education-id-twice-same': {
        what: 'The same as line {other}',
        next: 'Counts once, all is well',
      },
      'card-number-twice': {
        what: 'Number on card as in line {other}, of another pupil',
        next: 'Look at the card and mend it',
      },
      'card-number-twice-same': {
        what: 'The same as line {other}',
        next: 'Counts once, all is well',
      },
      'no-pupil': {
        what: 'Neither Education ID nor name',
        next: 'Like a total or a signature: all is well',
      },
    },
    binding: {
      'pupil-unknown': {
        what: 'Nobody on the roll',
        next: 'Check the Education ID, or import the roll',
      },
      'pupil-left': { what: 'The pupil has left', next: 'Not bound: keep the card' },
      'bound-already': { what: 'Bound to this very card', next: 'Nothing to do' },
      'pupil-holds-card': {
        what: 'The pupil holds another good card',
        next: 'See which one it is, ask the supervisor',
      },
      'pupil-awaits-card': {
        what: 'A card of theirs is lost, replaced or on its way',
        next: 'Finish that one first',
      },
      'bound-to-other': {
        what: "Recorded as another pupil's card",
        next: 'Tap the card, ask the supervisor',
      },
      'card-not-handed-over': {
        what: 'Not handed over yet',
        next: 'Record it when it is handed over',
      },
      'chip-mismatch': { what: 'The numbers do not agree with the record', next: 'Tap the card' },
    },
    photo: {
      'too-small': {
        what: 'Too small to know the face',
        next: 'Find the original or take a new one',
      },
      'wrong-shape': { what: 'Not upright 3:4', next: 'Crop it like a passport photo' },
      'too-large': { what: 'File too large', next: 'Make it smaller' },
      'not-a-picture': { what: 'No photo, or damaged', next: 'Save it as .jpg' },
      'no-education-id': {
        what: 'No Education ID in its name',
        next: 'Name it by the Education ID',
      },
      twice: { what: 'Two of one pupil', next: 'Keep one of them' },
      link: { what: 'Only a link to a file', next: 'Put the photo itself there' },
      unreadable: { what: 'Does not open', next: 'See that the stick is in, then try again' },
      nobodys: {
        what: 'Education ID is not on the roll',
        next: 'Check its name, or import the roll',
      },
    },
  },
}
