/** A plain form that asks /athletes; public/search.mjs adds names while one types. */
export function SearchForm({ label, value, large = false }: { label: string; value?: string; large?: boolean }) {
  const id = large ? 'search-large' : 'search'
  return (
    <search aria-label={label} className="relative">
      <form action="/athletes" className={large ? 'search search-large' : 'search'} data-suggest="">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          id={id}
          type="search"
          name="query"
          defaultValue={value}
          placeholder="A name, in any script"
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}
