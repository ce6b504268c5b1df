/** The answers that every question has: none of the record's, another by its address, or leaving the rows out. */
export function OtherChoices({ of, id, isNew }: { of: 'athlete' | 'competition'; id: string; isNew: string }) {
  return (
    <>
      <label className="choice">
        <input type="radio" name="choice" value="new" />
        <span>{isNew}</span>
      </label>
      <div className="choice">
        <input type="radio" name="choice" value="other" id={`other-${id}`} />
        <label htmlFor={`other-${id}`}>Another {of}:</label>
        <input
          type="text"
          name="other"
          className="address"
          placeholder={`its address: /${of}s/…`}
          aria-label={`Address of the ${of}`}
          autoComplete="off"
        />
      </div>
      <label className="choice">
        <input type="radio" name="choice" value="leave out" />
        <span>Leave these rows out</span>
      </label>
    </>
  )
}
