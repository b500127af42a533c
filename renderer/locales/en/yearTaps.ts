import type { yearTaps as chinese } from '../zh-CN/yearTaps.ts'

export const yearTaps: typeof chinese = {
  yearTaps: {
    kinds: 'Which tap',
    kind: { annual: 'Yearly tap', leaving: "Leaver's tap", arrival: 'Arrival tap' },
    help: {
      annual: 'Once a school year: pupils tap their own card, and it is noted that both are here.',
      leaving:
        'Last grades, and who has transferred out, tap: the card goes out of use. Cards that stayed at home go out of use with the school year or the transfer.',
      arrival: 'Who comes to the school with the card of the school before taps it into use again.',
    },
    progress: { annual: 'Tapped this year', leaving: 'Last grades, tapped', arrival: 'Expected' },
    none: {
      annual: 'No pupil has a good card yet. Bind cards first.',
      leaving: 'There is no last grade. Who has transferred out may tap.',
      arrival: 'No card is expected. Cards that nobody knows are bound first.',
    },
    classes: 'Classes; press one to see who is missing',
    destination: {
      label: 'Where they go',
      city: 'On to a school of the city: card out of use',
      elsewhere: 'Out of the city, or no further school: card kept',
    },
    lay: 'Tap a card',
    undo: 'Undo',
    undone: 'The tap of {name} was taken back',
    failed: 'Not done: {why}',
    done: {
      annual: { what: 'Tapped: {name}', kept: 'Tapped: {name}' },
      leaving: { what: 'Out of use: the card of {name}', kept: '{name} keeps the card' },
      arrival: { what: '{name} has arrived: card in use', kept: '{name} has arrived: card in use' },
    },
    refused: {
      'card-unknown': {
        what: "This card is no pupil's of this school",
        next: 'Newly transferred: enter them in the roll first, then bind the card.',
      },
      'card-not-good': {
        what: 'The card of {name} cannot be tapped: {state}',
        next: 'See to this card on the page of the pupil first.',
      },
      'pupil-left': {
        what: '{name} has left',
        next: 'Who is back: enter the transfer in the roll first, then the arrival tap.',
      },
      'tapped-already': {
        what: '{name} has tapped this year: {when}',
        next: 'Nothing to do. Next card, please.',
      },
      'pupil-stays': {
        what: '{name} is in no last grade and has not transferred out',
        next: 'A transfer is entered on the page of the pupil, and the card goes with it.',
      },
      'out-of-use-already': {
        what: 'The card of {name} has left already: {state}',
        next: 'Nothing to do. Next card, please.',
      },
      'good-already': {
        what: 'The card of {name} is good',
        next: 'It needs no arrival tap. Next card, please.',
      },
      'kept-by-leaver': {
        what: 'The card of {name} was kept by a leaver',
        next: 'It cannot be used again: apply for a new card.',
      },
      'pupil-holds-card': {
        what: '{name} has another card that is good',
        next: 'One pupil, one card. A supervisor finds out which one is theirs.',
      },
      'tap-over': { what: 'This tap is over', next: 'Tap the card once more.' },
      'chip-mismatch': {
        what: 'The chip and the record disagree',
        next: 'Take other cards out of the sleeve and tap again; else ask a supervisor.',
      },
      'not-read': { what: 'No card was read', next: 'One card at a time, flat and still.' },
    },
    notUndone: {
      'somebody-elses': 'Not yours, so not yours to undo. Ask who did it, or a supervisor.',
      'too-late': 'Five minutes are over.',
      'changed-meanwhile': 'This card has changed since.',
    },
  },
}
