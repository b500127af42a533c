import { weekdayOf } from '../../core/calendar.ts'
import { beijingMidnight, type CalendarDate } from '../../core/calendarDate.ts'
import type { SlipMatter } from '../../core/paper.ts'
import { when } from '../reports/when.ts'
import type { PaperWords } from './paperWords.ts'

const said = when('en')
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const plain = (day: CalendarDate): string => said.day(beijingMidnight(day))
const withWeekday = (day: CalendarDate): string =>
  `${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${plain(day)}`.replaceAll(' ', '\u{a0}')
const count = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${n} ${one}s`)

export const ENGLISH_PAPER: PaperWords = {
  day: withWeekday,
  shortDay: plain,
  promise: ({ date, certain }) =>
    certain ? withWeekday(date) : `about ${plain(date)} (an estimate)`,
  tail: (tail) => `ending in ${tail}`,
  noTail: 'none',
  copy: (turn) => `Copy · print no. ${turn}`,
  rehearsal: 'Rehearsal · not valid',
  madeBy: (name, at) => `Printed by ${name}, ${said.time(at)}`,
  page: (n, of) => `Page ${n} of ${of}`,
  hotline: 'Student card hotline',
  schoolContact: 'Your school',
  noContact: 'Please ask the class teacher',
  slip: {
    title: { loss: 'Student card reported lost', reissue: 'New student card applied for' },
    educationId: 'Education ID',
    registered: (matter, at, by) => `${registered(matter)} by ${by}, ${said.time(at)}.`,
    fee: {
      title: 'Fee',
      waived: 'No fee',
      waivedNote: 'This new card costs nothing',
      ifReissued: 'Only if you want a new card',
    },
    pay: {
      title: 'When to pay',
      titleDone: 'Payment',
      open: (last) => `Now, until ${last}`,
      next: (first, last) => `${first} to ${last}`,
      by: (by) =>
        by.kind === 'rule'
          ? 'Every Monday and Tuesday (by the rule)'
          : `As announced: ${by.source}`,
      announced: 'As announced',
      announcedNote:
        'Holidays and vacations have times of their own: see the notices on cardcenter.bjedu.cn',
      claimed: 'Paid; the city has yet to confirm',
      claimedNote: 'Please do not pay again',
      confirmed: (on) => `Confirmed on ${on}`,
      none: 'Nothing to pay',
    },
    expected: {
      title: 'When the card comes',
      notBegun: (days, fee) =>
        fee === 'waived'
          ? `${days} working days after the city accepts it`
          : `${days} working days after the payment is confirmed`,
      notBegunNote: 'About a month: weekends and holidays do not count',
      likely: (on, { median, n }) =>
        `Here it usually takes ${count(median, 'working day')} (last ${n} cards): about ${on}`,
      arrived: (on) => `Arrived on ${on}`,
      handOut: (handOut) =>
        handOut.kind === 'vacation'
          ? `No cards are handed out in the vacation: from ${withWeekday(handOut.from)}`
          : '',
    },
    how: {
      apply: {
        title: 'A new card',
        text: 'If the card does not turn up, apply for a new one in the app 学生云卡 or at the school desk, then pay.',
      },
      pay: {
        title: 'How to pay',
        steps: [
          'Open the app 学生云卡 (to install it: cardcenter.bjedu.cn, top right, 手机 APP 下载).',
          'Tap 【缴费】 (payment) → 【我的缴费】 (my payments), choose the card fee, tap 【缴费】. It works only at the times above.',
          'Check it, tap 【缴费】 again, choose how to pay, tap 【确认缴费】 (confirm), and pay.',
          'Then be sure to tap 【已完成支付】 (payment done). If interrupted, go on under 【待支付】.',
        ],
      },
      collect: {
        title: 'How to collect it',
        steps: [
          'The school will tell you when the card is here. There is no need to ask before.',
          'The pupil collects it at the desk, or a parent or the class teacher does and signs for it.',
          'The new card is tapped on the spot, to see that it works.',
        ],
      },
      found: {
        title: 'If the old card turns up',
        unpaid:
          'Not paid yet: do not pay. Bring it to the desk: it can be used again, and the new card is cancelled.',
        paid: 'Already paid: the new card is made all the same. The old one stays blocked: please hand it in.',
        free: 'Bring it to the desk, where it is looked at.',
      },
      damaged: {
        title: 'The old card',
        steps: ['Please keep it, and hand it in at the desk when you collect the new one.'],
      },
    },
  },
  handOver: {
    title: 'Hand-over list',
    total: (cards, signed) =>
      signed === 0 ? count(cards, 'card') : `${count(cards, 'card')}, ${signed} handed over`,
    ask: 'Please check the name and the end of the education ID: one card, one signature. Bring back what was not collected.',
    column: {
      place: 'No.',
      name: 'Name',
      tail: 'Education ID',
      card: 'New card',
      signed: 'Signature of the collector',
      on: 'Date',
    },
    teacher: 'Class teacher',
    desk: 'School desk',
    date: 'Date',
  },
  inquiry: {
    title: 'Inquiry: student cards overdue',
    to: (to) => `To: ${to ?? 'the student card centre of the district'}`,
    text: (cases, days, today) => [
      `The fee for the new cards of the ${count(cases, 'pupil')} below has been confirmed. Cards are made within ${days} working days of it; that time is over, and by ${today} we had not received them.`,
      'We kindly ask you to find out how far they are and when we may expect them. If a photo, a detail or an order stands in the way, please let us know and we will put it right at once.',
    ],
    list: 'Cards overdue',
    column: {
      place: 'No.',
      name: 'Name',
      tail: 'Education ID',
      order: 'Order',
      paid: 'Paid',
      promised: 'Due',
      late: 'Overdue',
    },
    late: (days) => count(days, 'working day'),
    note: 'Working days by the yearly notice of the State Council; the day of payment does not count.',
    thanks: 'Thank you for your help.',
    reach: (contact) => `Contact: ${contact}`,
    seal: ' (seal)',
  },
}

function registered(matter: SlipMatter): string {
  if (matter.kind === 'loss')
    return 'Reported lost (in force once the city confirms it). Registered'
  return matter.because === 'lost'
    ? 'New card applied for (the old one is lost). Registered'
    : 'New card applied for (the old one is damaged). Registered'
}
