import type { ArrivalRequests } from './arrivalRequests.ts'
import type { CaseRequests } from './caseRequests.ts'
import type { CityRequests } from './cityRequests.ts'
import type { NewCardRequests } from './newCardRequests.ts'
import type { PackRequests } from './packRequests.ts'
import type { PaperRequests } from './paperRequests.ts'

/** What the page may ask about cards that are applied for, paid for, and come to the school. */
export interface CardRequests
  extends
    NewCardRequests,
    CaseRequests,
    CityRequests,
    ArrivalRequests,
    PackRequests,
    PaperRequests {}
