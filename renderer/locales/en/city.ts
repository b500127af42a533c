import { CITY_TROUBLE_WORDS } from '../../../core/cityTroubleWords.ts'
import type { PaymentOutcome } from '../../../core/paymentOutcome.ts'

interface Said {
  readonly what: string
  readonly next: string
}

/** 缴费对账, and what can be wrong in what the city tells. */
export const city = {
  city: {
    title: 'Payments of the city',
    help: "The city's word counts. Choose its file, see what each payment would do, then take it.",
    open: 'Choose a payment file…',
    working: 'Reading the file…',
    taking: 'Taking {n} of {all}',
    rows: '{file} · {n} payments',
    withoutResult:
      'The file has no column of results: each payment counts as come. Make sure it is a list of those that came.',
    take: 'Take this file',
    cancel: 'Do not take it',
    nothing: 'Nothing new is in this file: taking it changes nothing.',
    cut: 'Of each kind the first 200 are listed; all of them are taken.',
    column: {
      line: 'Row',
      pupil: 'Pupil',
      amount: 'Amount',
      on: 'Day',
      outcome: 'What it does',
    },
    outcome: {
      begins: {
        what: 'Paid, production begins',
        next: 'the 20 working days count from the next day',
      },
      confirmed: {
        what: 'Paid',
        next: 'the card data are not confirmed yet, or the card is made already',
      },
      'refund-due': {
        what: 'Second payment, to refund',
        next: 'noted for its refund; the application stays',
      },
      failed: { what: 'Failed', next: 'the parents can pay again' },
      unknown: { what: 'Unclear', next: 'wait for the next file' },
      refunded: { what: 'Refunded', next: 'the refund is done' },
      'told-already': { what: 'Known already', next: 'nothing is noted twice' },
      'amount-differs': { what: 'Wrong amount', next: 'stays unmatched: check the fee' },
      nobody: { what: 'Nobody here', next: 'stays unmatched: check the Education ID' },
      'no-application': { what: 'No application', next: 'enter the application, then try again' },
      'no-order': { what: 'No such payment here', next: 'stays unmatched' },
      contradicts: {
        what: 'Education ID and number are of two pupils',
        next: 'stays unmatched: ask the city',
      },
      'not-taken': { what: 'Not taken', next: "stays unmatched: see the pupil's page" },
      unreadable: { what: 'Cannot be read', next: 'mend the file, or settle it below' },
    } satisfies Record<PaymentOutcome, Said>,
    taken: 'Taken: {words}',
    takenNothing: 'Taken. Nothing in it was new.',
    takenLeft:
      'Somebody else signed in: {n} were not looked at. Choose the same file again; nothing is noted twice.',
    count: '{what}: {n}',
    settled: 'Settled.',
    retried: 'Tried again: {words}',
    failed: 'Not done: {why}',
    unmatched: {
      title: 'Unmatched payments',
      help: 'Money the city tells of and nothing here fits. None is lost: try again, or settle it with a reason.',
      none: 'No payment is unmatched.',
      more: '{n} in all; the oldest 500 are listed.',
      since: 'since {day}',
      retry: 'Try again',
      retryAll: 'Try all again',
      settle: 'Settle',
      settleAsk: 'Nobody is reminded of it any more. Why?',
      reason: 'Reason',
      example: 'such as: of another school, the district knows',
      missing: 'Say why',
      yes: 'Settle',
      no: 'Cancel',
    },
    refused: {
      'no-columns': {
        what: 'The columns are not there',
        why: "A payment file needs Education ID (or the order's number), amount and day; a delivery list needs Education ID and one of name, class and card number.",
        next: 'Write the headings into the first row and choose it again.',
      },
      'not-told': {
        what: 'Nothing was read',
        why: 'The file does not tell what was asked for.',
        next: 'Choose another file.',
      },
    },
  },
  cityTrouble: CITY_TROUBLE_WORDS['en'],
}
