// A button above each table copies it as tab-separated text, which every spreadsheet takes.

for (const table of document.querySelectorAll('table[data-copy]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className =
    'ml-auto block cursor-pointer text-xs text-quiet underline decoration-dotted underline-offset-[0.2em] hover:text-gold print:hidden'
  const name = table.caption?.textContent ?? 'table'
  const label = 'Copy this table'
  button.textContent = label
  button.setAttribute('aria-label', `${label}: ${name}`)
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(asText(table))
      button.textContent = 'Copied'
    } catch {
      button.textContent = 'The browser did not allow it'
    }
    setTimeout(() => {
      button.textContent = label
    }, 2000)
  })
  table.before(button)
}

/** Spans are filled in, so that every line is whole; what is folded away, or is only for the eye or the ear, stays out. */
function asText(table) {
  const grid = Array.from(table.rows, () => [])
  for (const [y, row] of [...table.rows].entries()) {
    let x = 0
    for (const cell of row.cells) {
      while (grid[y][x] !== undefined) x += 1
      for (let down = 0; down < cell.rowSpan; down += 1) {
        if (grid[y + down]) grid[y + down][x] = textOf(cell)
      }
      x += cell.colSpan
    }
  }
  return grid.map((line) => Array.from(line, (text) => text ?? '').join('\t')).join('\n')
}

function textOf(cell) {
  const copy = cell.cloneNode(true)
  for (const extra of copy.querySelectorAll('.sr-only, .narrow, sup, [data-uncopied], details')) extra.remove()
  // A date is copied whole, though the table has its year above the rows; what follows a mark is kept apart from it.
  for (const time of copy.querySelectorAll('time')) time.textContent = time.dateTime
  for (const slot of copy.querySelectorAll('.slot')) slot.prepend(' ')
  return copy.textContent.replace(/\s+/g, ' ').trim()
}
