import type { ArrivalState } from '../../../core/arrivalList.ts'
import type { ListedRefusal } from '../../../core/arrivalRequests.ts'
import type { ArrivalShelf } from '../../stores/arrival.ts'
import type { SaidRefusal, SaidReturn, SaidUndo } from '../../features/arrival/saidRefusals.ts'

interface Said {
  readonly what: string
  readonly next: string
}

/** The screen 到卡. Same keys as in Chinese. */
export const arrival = {
  arrival: {
    lay: 'Scan the number on the card, or tap it',
    layHelp: 'Or tick it on the list. A card on no list: scan or tap it, then choose the pupil.',
    list: {
      label: 'Delivery list',
      choose: 'Which delivery',
      typed: '{day}, typed',
      other: '{name} · {arrived} / {expected}',
      import: 'Import a list',
      shelves: 'By state',
      nobodys: 'Rows of nobody',
      noClass: 'No class',
    },
    shelf: {
      missing: 'Missing',
      here: 'Here',
      damaged: 'Bad',
      back: 'To return',
    } satisfies Record<ArrivalShelf, string>,
    none: {
      missing: 'Every card on the list is here.',
      here: 'No card has come yet.',
      damaged: 'No bad card.',
      back: 'No card has to go back.',
    } satisfies Record<ArrivalShelf, string>,
    state: {
      missing: 'Missing',
      here: 'Here',
      damaged: 'Bad',
      returned: 'Returned',
    } satisfies Record<ArrivalState, string>,
    extra: 'Not listed',
    left: 'Left',
    tick: 'Here',
    tickOf: 'The card of {name} is here',
    progress: '{arrived} of {expected} here',
    more: {
      extra: '{n} not listed',
      unknown: '{n} of nobody',
    },
    empty: {
      words: 'No delivery list yet',
      help: "It says whose cards are in a delivery. Import the district's list, or scan or tap each card.",
    },
    row: {
      number: 'Listed number …{tail}',
      noNumber: 'No number on the list',
      here: 'Here, and good',
      unreadable: 'Here, unreadable',
      broken: 'Here, broken',
      drop: 'Drop from the list',
      dropAsk: 'Drop {name} from the list? The card is not expected any more.',
      dropYes: 'Drop',
      dropNo: 'Keep',
      nameless: 'this row',
      give: 'Whose card is this row? Find the pupil below.',
      give2: 'It is {name}',
      close: 'Cancel',
    },
    find: {
      label: 'Find a pupil',
      example: 'Education ID, name or pinyin',
      act: 'Find',
      nobody: 'Nobody found. Check the Education ID or the name.',
      whose: 'Whose card is it? Find the pupil.',
      theirs: 'It is the card of {name}',
      hand: 'Here, no number: {name}',
      list: 'Expect a card',
      number: 'Card number',
      optional: 'optional',
    },
    done: {
      here: 'Here: {name}',
      damaged: 'Bad card: {name}',
      extra: 'It is on no list and was noted as extra.',
      left: 'The pupil has left: return the card.',
      again: 'It is to be returned. The card is made again without a fee.',
    },
    undo: 'Undo',
    undone: {
      arrival: 'Taken back: {name}',
      damage: 'No bad card any more: {name}. It is still here.',
    },
    anyway: 'It is right, take it in',
    listed: 'The list is entered: {n} card | The list is entered: {n} cards',
    returned: '{n} returned',
    notReturned: {
      'card-not-returnable':
        "{n} not returned: handed over, or returned already. See the pupil's case page.",
      'card-unknown': '{n} not returned: no such card. Find the pupil and see the case page.',
      other: "{n} not returned: the card's state does not allow it. See the pupil's case page.",
      left: '{n} not reached. Choose again those still to return.',
    } satisfies Record<SaidReturn | 'left', string>,
    dropped: 'Dropped from the list: {name}',
    failed: 'Not done: {why}',
    refused: {
      nobody: {
        what: "The card is on no list, and nobody's",
        next: 'Find the pupil below, then take it in.',
      },
      several: {
        what: 'The card fits more than one pupil',
        next: 'Read the name on it and find the pupil below.',
      },
      'number-differs': {
        what: 'Not the listed number: {name}',
        next: 'Listed …{listed}, this one is …{number}. Check the name on the card first.',
      },
      'number-of-another': {
        what: 'This is the card of {name}',
        next: 'Not taken in. Choose the pupil by the name on the card.',
      },
      'arrived-already': {
        what: 'The card of {name} is here already',
        next: 'Nothing to do. Scan the next one.',
      },
      'handed-over-already': {
        what: 'The card is in use: {name}',
        next: "It is no new card. A found one is entered on the pupil's case page.",
      },
      'pupil-unknown': {
        what: 'No such pupil of this school',
        next: 'Check the Education ID, or enter the pupil in the roll first.',
      },
      'nothing-in-it': {
        what: 'No card number in what was scanned',
        next: 'Scan the number at the foot of the card, or tap it.',
      },
      'tap-over': { what: 'That tap is over', next: 'Tap the card again.' },
      'not-read': {
        what: 'The card was not read',
        next: 'Lay it flat and tap again. If it never reads, choose the pupil and note a bad card.',
      },
      'not-a-student-card': { what: 'This is no student card', next: 'Tap the new student card.' },
      'row-unknown': { what: 'The list has changed', next: 'Choose again.' },
      'handed-on': {
        what: 'Not noted as bad: {name}',
        next: "The card was handed over, or is a bad one already. One that broke in use is entered on the pupil's case page.",
      },
      other: {
        what: 'Not taken in',
        next: "The state of the card does not allow it. See the pupil's page.",
      },
    } satisfies Record<SaidRefusal, Said>,
    notUndone: {
      'somebody-elses': 'Somebody else took it in. Ask them or the supervisor.',
      'too-late': 'More than five minutes ago: it cannot be undone.',
      'changed-meanwhile':
        "The card has changed since: it cannot be undone. See the pupil's case page.",
      other: "This cannot be undone. Put it right on the pupil's case page.",
    } satisfies Record<SaidUndo, string>,
    notListed: {
      'nothing-chosen': 'No file was chosen, or the desk was locked. Choose again.',
      'listed-already': 'This file is entered already.',
      'pupil-unknown': 'No such pupil of this school.',
      'pupil-listed': 'The pupil waits for a card on this list already.',
      'number-listed': 'The number is on the list already. Check it against the card.',
      'card-number-malformed': 'A card number has 16–20 digits. Read it off the card again.',
      'identity-number-in-column':
        'This looks like an identity number and was not kept. Type the number on the card.',
      'row-unknown': 'The list has changed. Choose again.',
    } satisfies Record<ListedRefusal, string>,
    file: {
      title: 'Delivery list',
      rows: '{n} rows, {pupils} pupils of this school',
      leavers: '{n} have left: take the cards in, then return them',
      nobody: '{n} rows of nobody here',
      unreadable: '{n} rows cannot be read',
      again: 'This file is entered already.',
      line: 'Row {n}',
      nobodyWhy: 'nobody here has this Education ID',
      leftWhy: 'Left',
      take: 'Enter this list',
      cancel: 'Cancel',
    },
    back: {
      damaged: 'Bad cards to return',
      leavers: 'Cards of leavers',
      since: 'since {day}',
      act: 'Return {n} chosen',
      title: 'Return cards',
      to: 'Where to',
      district: 'District card centre',
      districtHelp: 'Bad cards, cards of leavers',
      school: "The pupil's new school",
      schoolHelp: 'A new card of who moved',
      schoolName: 'Name of the school',
      schoolMissing: 'Give the name of the school',
      reason: 'Why',
      example: 'such as: unreadable; has graduated',
      missing: 'Say why',
      go: 'Return',
      cancel: 'Cancel',
    },
  },
}
