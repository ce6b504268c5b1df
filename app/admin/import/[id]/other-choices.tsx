import { Choice, ChoiceLine } from '@/components/form/choice'

/** The answers that every question has: none of the record's, another by its address, or leaving the rows out. */
export function OtherChoices({ of, id, isNew }: { of: 'athlete' | 'competition'; id: string; isNew: string }) {
  return (
    <>
      <Choice type="radio" name="choice" value="new">
        {isNew}
      </Choice>
      <ChoiceLine type="radio" name="choice" value="other" id={`other-${id}`}>
        <label htmlFor={`other-${id}`}>Another {of}:</label>
        <input
          type="text"
          name="other"
          className="min-h-9 min-w-0 max-w-88 flex-[1_1_12rem] rounded border border-quiet bg-sheet px-2 py-0.75 text-ink"
          placeholder={`its address: /${of}s/…`}
          aria-label={`Address of the ${of}`}
          autoComplete="off"
        />
      </ChoiceLine>
      <Choice type="radio" name="choice" value="leave out">
        Leave these rows out
      </Choice>
    </>
  )
}
