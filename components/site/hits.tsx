/** Things found by name, each leading to its page. */
export function Hits({ hits }: { hits: readonly { url: string; label: string; detail: string }[] }) {
  return (
    <ul className="hits">
      {hits.map(({ url, label, detail }) => (
        <li key={url} className="hit">
          <a href={url}>{label}</a>
          {detail && <span className="hit-detail">{detail}</span>}
        </li>
      ))}
    </ul>
  )
}
