export const search = {
  search: {
    label: 'Find a pupil by name, pinyin, Education ID, card number or class',
    placeholder: 'Name, pinyin, Education ID, card, class (press /)',
    list: 'Pupils found',
    count: '{n} pupil | {n} pupils',
    countFirst: '{n} pupils, the first {shown} shown',
    choose: 'Please choose',
    chooseScanned: 'This code may mean several pupils: please choose',
    chooseHelp:
      'Look at class, photo and the end of the ID. Arrows mark a line, Enter opens it; or click.',
    nobody: 'Nobody found',
    nobodyHelp:
      'Type a name, pinyin or initials, an Education ID or its last four, a card number, or a class.',
    sameName: 'Same name',
    tail: 'ID ends in',
    noCard: 'No card',
    refused: 'Not looked up: {why}',
    remark: {
      'looks-like-birth-date': {
        what: 'A birth date, not an Education ID?',
        next: 'The Education ID is 8 digits given by the city, no date. Ask the class teacher or the roll office.',
      },
    },
  },
  scanDismiss: 'All right',
  scan: {
    'unknown-number': {
      what: 'The scanned number is not known',
      why: 'No Education ID and no card on the roll has it.',
      next: 'Scan again, or ask for name and class and search here',
    },
    'looks-like-birth-date': {
      what: 'A birth date, not an Education ID?',
      why: "Eight digits that read as a date, and nobody's Education ID.",
      next: 'Ask the class teacher or the roll office for the ID',
    },
    'nothing-in-it': {
      what: 'No number in this code',
      why: 'No Education ID, card number or name in it: perhaps another code was scanned.',
      next: 'Scan the code on the student card, or search by name here',
    },
    'other-school': {
      what: 'Not a pupil of this school',
      why: 'A pupil or a card of another school: no name is shown here.',
      school: 'Of {school}: no name is shown here.',
      next: 'Send to own school',
    },
    refused: {
      what: 'Scanned, but not looked up',
      why: 'The desk itself failed',
      next: 'Scan again; if it stays, tell the administrator the reason',
    },
  },
}
