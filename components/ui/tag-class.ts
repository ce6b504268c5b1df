const SHAPE =
  'inline-block rounded border px-[0.35em] py-[0.1em] font-sans text-2xs leading-[1.15] font-bold tracking-wide whitespace-nowrap no-underline'

/** A boxed code beside a mark: NR, PB … */
export const tagClass = {
  gold: `${SHAPE} text-gold`,
  quiet: `${SHAPE} text-quiet`,
  champ: `${SHAPE} text-champ`,
}
