/** Small capitals-like label above a title or beside a row of choices. */
export const eyebrowClass = 'font-sans text-xs leading-normal font-semibold tracking-wider text-quiet uppercase'

const TITLE = 'font-heavy tracking-[-0.015em] print:text-[26pt] [&_a]:decoration-2'

/** The title of the front page and of an athlete's. */
export const titleClass = `${TITLE} text-title leading-none`

/** The title of every other page. */
export const smallTitleClass = `${TITLE} text-title-sm leading-[1.08]`
