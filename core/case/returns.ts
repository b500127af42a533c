/** 退回: to the district's card centre, or on to the pupil's new school. */
export type ReturnedTo =
  { readonly kind: 'district' } | { readonly kind: 'school'; readonly name: string }
