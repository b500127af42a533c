export const devices = {
  devices: {
    label: 'Readers',
    refused: 'Not to be had: {why}',
    noReader: 'Plug in a reader; if it is, unplug it, wait three seconds, plug it in again',
    noReaderRehearsal: 'The rehearsal reader works; to read real cards, plug in a reader',
    unplugged: 'Not plugged in',
    rehearsal: 'For the rehearsal, not a device',
    lastTap: 'Last tap {age} ({day} {time})',
    noTap: 'No taps yet',
    figures: 'Last 30 days',
    read: 'read {n} time | read {n} times',
    failed: 'failed {n} time ({share}) | failed {n} times ({share})',
    failedNone: 'never failed',
    failedUnknown:
      'And {n} failure of a card of unknown kind | And {n} failures of cards of unknown kind',
    advice: {
      'service-down': {
        what: "The system's smart card service does not run",
        next: 'Plug in a reader and wait half a minute; if that is not it, ask the administrator to start the service',
      },
      'driver-error': {
        what: 'The reader or its driver reports an error',
        next: 'Unplug it, wait three seconds, use another socket; if that is not it, reinstall the driver',
      },
      'in-use': {
        what: 'Another program holds the reader',
        next: 'Close the program that uses it (online banking, card top-up), then tap again',
      },
      'card-lying': {
        what: 'A card has been lying on the reader',
        next: 'Take it off, then tap again',
      },
      'fails-often': {
        what: 'Cards of every kind often fail',
        next: 'Move the reader away from metal and phones, check its cable; if that is not it, replace it',
      },
      'fails-cpu': {
        what: 'Chip cards often fail, early student cards do not',
        next: 'Hold cards flat for a second; if that is not it, update the driver or replace the reader',
      },
      'fails-m1': {
        what: 'Early student cards often fail, chip cards do not',
        next: 'This reader may not support early student cards (M1): use one that does',
      },
    },
    test: {
      title: 'Test tap',
      help: 'Try any card: does the reader work, and can this card be used?',
      unrecorded: 'A test tap is not recorded, and nobody is looked up.',
      noReader: 'First plug in a reader.',
      begin: 'Try a card',
      again: 'Try another',
      cancel: 'Cancel',
      lay: 'Lay any card on the reader',
      samples: 'Rehearsal reader: click a sample card',
      family: 'Kind',
      number: 'Number',
      numberTail: 'ends in {tail}',
      numberNone: 'cannot be read',
      uid: 'Chip serial',
      uidFixed: 'fixed',
      uidRandom: 'new each time, or none given',
      took: 'Took',
      milliseconds: '{n} ms',
      reader: 'Reader',
      at: 'Time',
    },
    card: {
      good: { what: 'Reads well', next: 'This is the chip of a student card: tap as usual.' },
      'm1-uid-only': {
        what: 'An early student card, recognised',
        next: 'Of this kind (M1) only the chip serial can be read. It names the pupil if it was registered.',
      },
      'temporary-number': {
        what: 'Phone or temporary number',
        next: 'The number is new each time and names nobody. Use the student card itself.',
      },
      'not-a-student-card': {
        what: 'Not a student card',
        next: 'The reader works. This may be a bank or door card: try a student card.',
      },
    },
    unread: {
      removed: {
        what: 'The card was taken away too soon',
        next: 'Lay it flat, wait a second, then try again.',
      },
      mute: {
        what: 'The card did not answer',
        next: 'Lay it on the middle of the reader. If others fail too, it is the reader; if only this one, the card is broken.',
      },
      garbage: {
        what: "The card's answer makes no sense",
        next: 'Try again. If only this one fails, it may be broken; if others fail too, reinstall the driver.',
      },
      collision: {
        what: 'Two cards lie on the reader',
        next: 'Leave only one, and take other cards out of the card holder.',
      },
      reader: {
        what: 'The reader reported an error',
        next: 'Unplug the reader, wait three seconds, plug it in, then try again.',
      },
    },
  },
}
