/** A double dagger at a figure on which the sources disagree. Copies of a table leave it out. */
export function Dagger({ href, words }: { href: string; words: string }) {
  return (
    <a className="px-[0.1em] font-heavy text-champ no-underline" href={href} title={words} data-uncopied="">
      <span aria-hidden="true">‡</span>
      <span className="sr-only">{words}</span>
    </a>
  )
}
