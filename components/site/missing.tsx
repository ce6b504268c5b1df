import { Lead } from '../ui/lead'
import { eyebrowClass, titleClass } from '../ui/type-class'
import { SearchForm } from './search-form'

/** For addresses without a page. */
export function Missing() {
  return (
    <div className="py-16">
      <p className={eyebrowClass}>404 · DNS</p>
      <h1 className={`${titleClass} mt-3`}>This page did not start</h1>
      <Lead className="mt-5">
        There is nothing at this address. A name may be spelt another way here: search for it in whichever script you
        know.
      </Lead>
      <div className="mt-7 max-w-xl">
        <SearchForm label="Search the record" large />
      </div>
    </div>
  )
}
