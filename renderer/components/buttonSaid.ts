/** A button of a component that is used in many places. */
export interface ButtonSaid {
  readonly words: string
  /** in tests */
  readonly name?: string
}
