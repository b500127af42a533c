import { assertNever } from '../../core/assertNever.ts'
import type { PaperFacts } from '../../core/paper.ts'
import type { Language } from '../../core/settings.ts'
import { handOverHtml } from './handOverHtml.ts'
import { inquiryHtml } from './inquiryHtml.ts'
import type { PaperMade } from './paperPages.ts'
import { slipHtml } from './slipHtml.ts'

/** Any paper of the desk as a document. */
export function paperHtml(facts: PaperFacts, language: Language): PaperMade {
  switch (facts.of) {
    case 'slip':
      return slipHtml(facts, language)
    case 'hand-over':
      return handOverHtml(facts, language)
    case 'inquiry':
      return inquiryHtml(facts, language)
    default:
      return assertNever(facts)
  }
}
