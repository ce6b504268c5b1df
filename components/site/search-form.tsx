/** A plain form; public/search.mjs shows what fits while one types. */
export function SearchForm({
  label,
  value,
  large = false,
  action = '/search',
}: {
  label: string
  value?: string
  /** On a page of its own accord; the masthead's box gives way to it. */
  large?: boolean
  action?: '/search' | '/athletes'
}) {
  const id = large ? 'search-large' : 'search'
  return (
    <search aria-label={label} className="relative">
      <form
        action={action}
        className={large ? 'search search-large' : 'search'}
        data-suggest={action === '/search' ? '' : undefined}
      >
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          id={id}
          type="search"
          name="query"
          defaultValue={value}
          maxLength={100}
          placeholder={action === '/search' ? 'Athlete, competition or source' : 'A name, in any script'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  )
}
