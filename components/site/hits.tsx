/** Things found by name, each leading to its page. */
export function Hits({ hits }: { hits: readonly { url: string; label: string; detail?: string }[] }) {
  return (
    <ul className="columns-[22rem_2] gap-x-12 leading-[1.35] *:break-inside-avoid *:border-b *:border-rule *:py-2 [&_a]:block [&_a]:text-lg [&_span]:block [&_span]:text-sm [&_span]:text-quiet">
      {hits.map(({ url, label, detail }) => (
        <li key={url}>
          <a href={url}>{label}</a>
          {detail && <span>{detail}</span>}
        </li>
      ))}
    </ul>
  )
}
