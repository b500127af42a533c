/**
 * How a long job hands over what it has so far, portion by portion, to whoever writes it.
 * @returns false: nobody wants more of it
 */
export type Tell<Part> = (part: Part) => Promise<boolean>
