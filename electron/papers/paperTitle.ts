import { beijingDate } from '../../core/calendarDate.ts'
import type { PaperFacts } from '../../core/paper.ts'
import type { Language } from '../../core/settings.ts'
import { forFiles } from '../lists/listJob.ts'
import { PAPER_WORDS } from './paperWords.ts'

/** A paper's file: which paper, of which class, of which day. Never a pupil's name: names of files are seen by many. */
export function paperTitle(facts: PaperFacts, language: Language): string {
  const words = PAPER_WORDS[language]
  const day = beijingDate(facts.madeAt)
  switch (facts.of) {
    case 'slip':
      return forFiles(`${words.slip.title[facts.matter.kind]} ${day}`)
    case 'hand-over':
      return forFiles(`${words.handOver.title} ${facts.className} ${day}`)
    case 'inquiry':
      return forFiles(`${words.inquiry.title} ${day}`)
  }
}
