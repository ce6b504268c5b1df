/** A plain form that asks for the record of another day. `day` is the ISO day that it begins with. */
export function ReadAsOf({ action, day, today }: { action: string; day: string; today: string }) {
  return (
    <form action={action} className="read-as-of">
      <label htmlFor="as-of">Read it as it stood at the end of</label>
      <input id="as-of" type="date" name="asOf" defaultValue={day} max={today} required />
      <button type="submit" className="button">
        Read
      </button>
    </form>
  )
}
