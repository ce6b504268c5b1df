import { buttonClass } from '../ui/button-class'

/** A plain form that asks for the record of another day. `day` is the ISO day that it begins with. */
export function ReadAsOf({ action, day, today }: { action: string; day: string; today: string }) {
  return (
    <form action={action} className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <label htmlFor="as-of">Read it as it stood at the end of</label>
      <input
        id="as-of"
        className="min-h-10 rounded border border-quiet bg-sheet px-2.5 py-1.25 tabular-nums"
        type="date"
        name="asOf"
        defaultValue={day}
        max={today}
        required
      />
      <button type="submit" className={buttonClass.plain}>
        Read
      </button>
    </form>
  )
}
