import { screensFit } from './screensFit.ts'

/** The screens of look.md at 125 %, as the page sees them. */
screensFit({
  scale: 1.25,
  sizes: [
    [1093, 614],
    [1024, 576],
    [1536, 864],
  ],
})
