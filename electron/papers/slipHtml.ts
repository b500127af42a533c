import { assertNever } from '../../core/assertNever.ts'
import type { SlipExpected, SlipFacts, SlipFee } from '../../core/paper.ts'
import { PRODUCTION_WORKING_DAYS } from '../../core/production.ts'
import type { Language } from '../../core/settings.ts'
import { markup, type Markup } from '../reports/markup.ts'
import { grouped, NOTHING, paperPages, tailOf, type PaperMade } from './paperPages.ts'
import { PAPER_WORDS, type PaperWords } from './paperWords.ts'

/** 如遇到困难或问题，可致电 96066: the city's notice (domain.md 1). */
const HOTLINE = '96066'

/** 家长告知单: what was registered, what it costs, when to pay, when the card comes, and how. */
export function slipHtml(facts: SlipFacts, language: Language): PaperMade {
  const words = PAPER_WORDS[language]
  const { slip } = words
  const { matter, registered } = facts
  const body = markup`<p class="who"><b>${facts.name}</b>${
    facts.className === null ? NOTHING : markup`<span>${facts.className}</span>`
  }<span>${slip.educationId} ${tailOf(facts.educationIdTail, words)}</span></p>
<p class="said">${slip.registered(matter, registered.at, registered.by)}</p>
<dl class="facts">${[fee(facts, words), pay(facts.fee, words), expected(facts, words)]}</dl>
${how(facts, words)}`
  const last = help(facts.contact, words)
  const title = slip.title[matter.kind]
  return paperPages([{ title, body, last }], { head: facts, language, words })
}

function fact(title: string, text: string, notes: readonly string[], large = false): Markup {
  const said = notes.filter((note) => note !== '')
  return markup`<div><dt>${title}</dt><dd${large ? LARGE : NOTHING}>${text}</dd>${said.map(
    (note) => markup`<dd class="note">${note}</dd>`,
  )}</div>`
}

const LARGE = markup` class="large"`

function fee({ fee, matter }: SlipFacts, { slip }: PaperWords): Markup {
  const { title, waived, waivedNote, ifReissued } = slip.fee
  if (fee.kind === 'waived') return fact(title, waived, [waivedNote], true)
  const notes = [fee.basis, matter.kind === 'loss' ? ifReissued : '']
  return fact(title, `¥${(fee.fen / 100).toFixed(2)}`, notes, true)
}

function pay(fee: SlipFee, { slip, day }: PaperWords): Markup {
  const { title, titleDone, by, ...words } = slip.pay
  switch (fee.kind) {
    case 'waived':
      return fact(titleDone, words.none, [])
    case 'claimed':
      return fact(titleDone, words.claimed, [words.claimedNote])
    case 'confirmed':
      return fact(titleDone, words.confirmed(day(fee.on)), [])
    case 'due':
      break
    default:
      return assertNever(fee)
  }
  const { window } = fee
  switch (window.kind) {
    case 'open':
      return fact(title, words.open(day(window.last)), [by(window.by)])
    case 'next':
      return fact(title, words.next(day(window.first), day(window.last)), [by(window.by)])
    case 'announced':
      return fact(title, words.announced, [words.announcedNote])
    default:
      return assertNever(window)
  }
}

function expected({ expected, fee }: SlipFacts, words: PaperWords): Markup {
  const { title, ...said } = words.slip.expected
  const [text, notes] = expectedSaid(expected, fee, words, said)
  return fact(title, text, notes)
}

function expectedSaid(
  expected: SlipExpected,
  fee: SlipFee,
  words: PaperWords,
  said: Omit<PaperWords['slip']['expected'], 'title'>,
): readonly [string, readonly string[]] {
  switch (expected.kind) {
    case 'not-begun':
      return [said.notBegun(PRODUCTION_WORKING_DAYS, fee.kind), [said.notBegunNote]]
    case 'promised': {
      const { promised, likely, handOut } = expected
      const own = likely === null ? '' : said.likely(words.shortDay(likely.on.date), likely.by)
      return [words.promise(promised), [own, said.handOut(handOut)]]
    }
    case 'arrived':
      return [said.arrived(words.day(expected.on)), [said.handOut(expected.handOut)]]
    default:
      return assertNever(expected)
  }
}

/** Only what is still to be done: who has paid is not told how to pay. */
function how({ matter, fee, expected }: SlipFacts, { slip }: PaperWords): readonly Markup[] {
  const { apply, pay, collect, found, damaged } = slip.how
  const lost = matter.kind === 'loss' || matter.because === 'lost'
  return [
    matter.kind === 'loss'
      ? markup`<h2>${apply.title}</h2><p class="plain">${apply.text}</p>`
      : NOTHING,
    fee.kind === 'due' && expected.kind === 'not-begun' ? steps('ol', pay) : NOTHING,
    steps('ul', collect),
    steps('ul', lost ? { title: found.title, steps: foundSaid(fee, found) } : damaged),
  ]
}

function foundSaid(
  { kind }: SlipFee,
  { unpaid, paid, free }: PaperWords['slip']['how']['found'],
): readonly string[] {
  if (kind === 'waived') return [free]
  return kind === 'due' ? [unpaid, paid] : [paid]
}

function steps(
  list: 'ol' | 'ul',
  { title, steps }: { readonly title: string; readonly steps: readonly string[] },
): Markup {
  const items = steps.map((step) => markup`<li>${step}</li>`)
  return list === 'ol'
    ? markup`<h2>${title}</h2><ol>${items}</ol>`
    : markup`<h2>${title}</h2><ul>${items}</ul>`
}

function help(contact: string | null, words: PaperWords): Markup {
  return markup`<div class="help"><p><span>${words.hotline}</span><b>${HOTLINE}</b></p>
<p><span>${words.schoolContact}</span><b>${contact === null ? words.noContact : grouped(contact)}</b></p></div>`
}
