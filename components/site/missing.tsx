import { SearchForm } from './search-form'

/** What stands where a page was asked for that does not exist. */
export function Missing() {
  return (
    <div className="py-16">
      <p className="eyebrow">404 · DNS</p>
      <h1 className="title mt-3">This page did not start</h1>
      <p className="lead mt-5">
        There is nothing at this address. A name may be spelt another way here: search for it in whichever script you
        know.
      </p>
      <div className="mt-7 max-w-xl">
        <SearchForm label="Search the record" large />
      </div>
    </div>
  )
}
