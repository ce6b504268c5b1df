/** Which of the two an editor wants, where a history has both. */
export function UndoAndRestore() {
  return (
    <p className="mb-5 max-w-2xl text-quiet text-sm">
      <strong>Undo</strong> takes back what a change did, and leaves what was done after it. <strong>Restore</strong>{' '}
      puts one thing back as it stood at that change, whatever was done to it since.
    </p>
  )
}
