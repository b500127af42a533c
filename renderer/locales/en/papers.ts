import type { papers as chinese } from '../zh-CN/papers.ts'

export const papers: typeof chinese = {
  papers: {
    slip: 'Slip for the parents',
    slipHelp:
      'One page for the parents: what was registered, when and how to pay, when the card can be collected.',
    inquiry: 'Inquiry',
    inquiryHelp: 'All overdue cards in one letter to the district centre.',
    inquiryNone: 'No card is overdue now: there is nothing to inquire about.',
    of: {
      slip: { open: 'Print the slip…', title: 'Slip for {about}' },
      'hand-over': { open: 'Print the hand-over list…', title: 'Hand-over list, {about}' },
      inquiry: { open: 'Print the inquiry…', title: 'Inquiry' },
    },
    page: 'Page {n} of {of}',
    before: 'Previous page',
    after: 'Next page',
    large: 'Larger',
    whole: 'Whole page',
    making: 'Laying it out…',
    empty: 'Nothing to print now',
    emptyHelp:
      'Once something is registered, a card has arrived or one is overdue, it can be printed.',
    copy: 'Printed before. This is print no. {turn}; the paper says “Copy”.',
    print: 'Print…',
    printing: 'Printing…',
    save: 'Save as PDF…',
    saving: 'Saving…',
    again: 'Try again',
    close: 'Close',
    why: 'To print or save a paper',
    notShown: 'It was not laid out: {why}',
    notDone: 'That was not done: {why}',
    saved: 'Saved in the folder “{folder}”:',
    duty: 'It holds data of pupils: please delete it when it is no longer needed.',
    told: {
      printed: 'Sent to the printer.',
      'called-off': 'Nothing was printed or saved.',
      failed:
        'It was not printed. Please see that the printer is on and has paper, and try again; or save it as PDF.',
      empty: 'There is nothing in it: nothing was printed.',
    },
  },
}
