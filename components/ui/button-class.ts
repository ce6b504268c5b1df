const SHAPE =
  'inline-block min-h-10 cursor-pointer rounded border px-[0.85rem] py-[0.45rem] text-md font-semibold no-underline disabled:cursor-progress disabled:opacity-60'

/** What buttons, and links that look like one, are drawn with. */
export const buttonClass = {
  plain: `${SHAPE} border-quiet bg-sheet hover:border-gold-mark`,
  /** The one thing that a form is for. */
  primary: `${SHAPE} border-ink bg-ink text-paper hover:border-gold-mark hover:bg-gold hover:text-paper`,
  /** What takes something away. */
  danger: `${SHAPE} border-champ bg-sheet text-champ hover:border-gold-mark`,
}
