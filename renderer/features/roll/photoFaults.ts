import type { PhotoFault, PhotosPreview } from '../../../core/rollRequests.ts'

/** Whether a photo with this fault is taken all the same: a poor face is better than none. */
const STILL_TAKEN: Readonly<Record<PhotoFault, boolean>> = {
  'too-small': true,
  'wrong-shape': true,
  'too-large': false,
  'not-a-picture': false,
  'no-education-id': false,
  twice: false,
  link: false,
  unreadable: false,
  nobodys: false,
}

type Faults = PhotosPreview['faults']

export function faultsApart(faults: Faults): { readonly poor: Faults; readonly out: Faults } {
  return {
    poor: faults.filter(({ fault }) => STILL_TAKEN[fault]),
    out: faults.filter(({ fault }) => !STILL_TAKEN[fault]),
  }
}

export const countOf = (faults: Faults): number => faults.reduce((sum, { count }) => sum + count, 0)
