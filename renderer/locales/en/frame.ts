export const frame = {
  app: {
    name: 'Student Card Desk',
    opening: {
      start: { words: 'Opening…', help: 'The first start prepares the data. One moment.' },
      restoring: {
        words: 'Putting the backup in place…',
        help: 'Leave the computer on, please. The data that were here are set aside.',
      },
    },
  },
  nav: {
    label: 'Main navigation',
    verify: 'Verify',
    rehearsal: 'Rehearse',
    devices: 'Devices',
    settings: 'Settings',
    start: 'Go live',
    staff: 'Staff',
    log: 'Log',
    care: 'Care',
    privacy: 'Privacy',
  },
  title: {
    verify: 'Verify a card',
    rehearsal: 'Rehearsal',
    student: 'Pupil',
    devices: 'Devices and readers',
    settings: 'Settings',
    start: 'Going live',
    staff: 'Staff and rights',
    log: 'Log of acts',
    care: 'Backup and care',
    privacy: 'Data protection',
  },
  age: {
    now: 'just now',
    minutes: '{n} minute ago | {n} minutes ago',
    hours: '{n} hour ago | {n} hours ago',
    days: '{n} day ago | {n} days ago',
  },
  status: {
    label: 'Status bar',
    data: 'Data {age}',
    dataNone: 'No roll yet',
    dataAsOf: 'Roll as of {day} {time}',
    offline: 'Offline',
    waiting: '{n} to upload',
    waitingNone: 'nothing to upload',
    rehearsalClock: 'Rehearsal clock',
    purpose: 'For: {purpose}',
    purposeChoose: 'Change what this shift is for',
    privacy: 'Privacy mode',
  },
  privacy: {
    label: 'Privacy',
    on: 'Privacy mode: names, tails and photos are covered',
    off: 'Cover names, tails and photos',
    hidden: 'not shown in privacy mode',
  },
  sound: {
    on: 'Sound on',
    off: 'Muted',
  },
  reader: {
    starting: { title: 'One moment', words: 'Looking for readers', next: 'one moment' },
    'no-service': {
      title: 'No card service',
      words: 'No smart card service',
      next: "plug in a reader; if that is not it, start the system's smart card service",
    },
    'no-reader': { title: 'No reader', words: 'No reader', next: 'plug in a card reader' },
    ready: { title: 'Tap a card', words: 'Reader ready', next: 'lay the card flat on the reader' },
    reading: { title: 'Hold still', words: 'Reading', next: 'hold the card still' },
    'card-lying': {
      title: 'Take the card off',
      words: 'A card lies on the reader',
      next: 'take it off, then tap again',
    },
    'card-on': {
      title: 'Take the card off',
      words: 'The card is still on',
      next: 'take it off, then tap the next one',
    },
    error: {
      title: 'Reader error',
      words: 'Reader error',
      next: 'unplug the reader, wait three seconds, plug it in',
    },
  },
  banner: {
    rehearsal: 'Rehearsal school',
    fiction: 'all data invented',
    clock: 'Rehearsal clock',
    realTime: 'same as real time',
    adjust: 'Adjust…',
  },
  notice: {
    'data-recovered':
      'The data file was damaged and has been recovered: see under Care what came back and what did not.',
    'log-changed':
      'The log of acts was altered or cut: keep the data folder and tell supervisor and administrator.',
    'key-exception':
      'This computer keeps no keys: only the passphrases guard the data. Keep it safe.',
    'rehearsal-runtime': "This computer's runtime is out of support: rehearsal only.",
  },
}
