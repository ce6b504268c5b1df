// While one types a name, the names that fit appear under the box as plain links. Without this, the form asks /athletes.

const WAIT = 120
const MOST = 8

for (const form of document.querySelectorAll('form[data-suggest]')) suggest(form)

function suggest(form) {
  const input = form.querySelector('input[type=search]')
  const list = document.createElement('ul')
  list.className = 'suggestions'
  const said = document.createElement('p')
  said.className = 'sr-only'
  said.setAttribute('role', 'status')
  form.parentElement.append(list, said)

  let timer
  let asked
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, WAIT)
  })
  form.parentElement.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event)
  })
  form.parentElement.addEventListener('focusout', (event) => {
    if (!form.parentElement.contains(event.relatedTarget)) clear()
  })

  async function ask() {
    asked?.abort()
    const query = input.value.trim()
    if (query.length < 2) return clear()
    asked = new AbortController()
    try {
      const answer = await fetch(`/api/v1/athletes?query=${encodeURIComponent(query)}`, { signal: asked.signal })
      if (!answer.ok) return clear()
      const { items } = await answer.json()
      list.replaceChildren(...items.slice(0, MOST).map(entry))
      said.textContent = items.length === 1 ? '1 athlete' : `${items.length} athletes`
    } catch {
      // Offline, or overtaken by the next letter: the form itself still works.
    }
  }

  function clear() {
    list.replaceChildren()
    said.textContent = ''
  }

  /** The arrow keys go from the box into the list and back. */
  function step(event) {
    const stops = [input, ...list.querySelectorAll('a')]
    const at = stops.indexOf(document.activeElement)
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
}

function entry({ slug, name, country }) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = `/athletes/${encodeURIComponent(slug)}`
  const code = document.createElement('span')
  link.append(name, code)
  code.textContent = country ?? ''
  item.append(link)
  return item
}
