/** A plain form; public/search.mjs shows what fits as the reader types. */
export function SearchForm({
  label,
  value,
  large = false,
  action = '/search',
}: {
  label: string
  value?: string
  /** The main search of a page; the masthead then leaves out its own. */
  large?: boolean
  action?: '/search' | '/athletes'
}) {
  const id = large ? 'search-large' : 'search'
  return (
    <search aria-label={label} className="relative">
      <form
        action={action}
        className="flex rounded border border-quiet bg-sheet focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-gold"
        data-suggest={action === '/search' ? '' : undefined}
      >
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <input
          id={id}
          className={`min-w-0 flex-1 bg-transparent px-[0.7rem] placeholder:text-quiet focus:outline-none ${large ? 'py-3 text-lg' : 'py-[0.4rem] text-base'}`}
          type="search"
          name="query"
          defaultValue={value}
          maxLength={100}
          placeholder={action === '/search' ? 'Athlete, competition or source' : 'A name, in any script'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <button
          type="submit"
          className={`cursor-pointer border-l border-rule px-[0.8rem] font-semibold hover:bg-gold-wash ${large ? 'py-3 text-lg' : 'py-[0.4rem] text-md'}`}
        >
          Search
        </button>
      </form>
    </search>
  )
}
