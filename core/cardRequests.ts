import type { ArrivalRequests } from './arrivalRequests.ts'
import type { CityRequests } from './cityRequests.ts'
import type { NewCardRequests } from './newCardRequests.ts'

/** What the page may ask about cards that are applied for, paid for, and come to the school. */
export interface CardRequests extends NewCardRequests, CityRequests, ArrivalRequests {}
