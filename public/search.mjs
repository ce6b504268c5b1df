// As the reader types, matches appear under the box: a combobox with a list of options, after the ARIA practices.
// Without this, the form asks /search.

const WAIT = 120
const MOST = 12
const MOST_BESIDE_ATHLETES = 3
const KINDS = { athlete: '', series: 'Series', competition: 'Competition', source: 'Source' }

// The style sheet is built from these too.
const QUIET = 'text-sm text-quiet'
const LIST =
  'absolute inset-x-0 top-[calc(100%+4px)] z-15 max-h-[min(26rem,70vh)] divide-y divide-rule overflow-y-auto rounded border border-quiet bg-sheet'
const OPTION =
  'grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-[0.7rem] py-[0.45rem] leading-[1.35] hover:bg-gold-wash aria-selected:bg-gold-wash aria-selected:shadow-[inset_3px_0_0_var(--color-gold-mark)]'

for (const form of document.querySelectorAll('form[data-suggest]')) suggest(form)

function suggest(form) {
  const input = form.querySelector('input[type=search]')
  const list = made('ul', LIST)
  list.id = `${input.id}-list`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Found')
  const status = made('p', 'sr-only')
  status.setAttribute('role', 'status')
  form.parentElement.append(list, status)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  let timer
  let asked
  let shown = ''
  const options = () => [...list.querySelectorAll('[role=option]')]
  const chosen = () => list.querySelector('[aria-selected=true]')

  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(ask, WAIT)
  }
  input.addEventListener('input', (event) => {
    // Text that an input method is still composing is not a name yet.
    if (!event.isComposing) later()
  })
  input.addEventListener('compositionend', later)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (list.hidden) return ask()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape' && !list.hidden) {
      // The first press closes the list, the next one empties the box.
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && !list.hidden && chosen()) {
      event.preventDefault()
      location.assign(chosen().dataset.url)
    }
  })
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  // A press on an option does not take the focus from the box, which would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  for (const kind of ['click', 'auxclick']) {
    list.addEventListener(kind, (event) => {
      const option = event.target.closest('[role=option]')
      if (!option || event.button > 1) return
      if (event.button === 1 || event.ctrlKey || event.metaKey) window.open(option.dataset.url, '_blank', 'noopener')
      else location.assign(option.dataset.url)
    })
  }

  async function ask() {
    clearTimeout(timer)
    asked?.abort()
    const query = input.value.trim()
    if (query === '') return close()
    if (query === shown && list.childElementCount > 0) return open()
    const mine = new AbortController()
    asked = mine
    try {
      const answer = await fetch(`/api/v1/search?query=${encodeURIComponent(query)}`, { signal: mine.signal })
      const { items = [], isGuess = false } = answer.ok ? await answer.json() : {}
      // Somebody who has gone on typing, or elsewhere, is not shown matches for an older text.
      if (mine.signal.aborted || document.activeElement !== input) return
      show(query, pick(items), isGuess)
    } catch {
      // Offline, or overtaken by the next letter: the form itself still works.
    }
  }

  function show(query, items, isGuess) {
    shown = query
    const entries = items.map(entry)
    if (items.length > 0) entries.push(toAll(query))
    for (const [at, option] of entries.entries()) option.id = `${list.id}-${at}`
    list.replaceChildren(...(isGuess && items.length > 0 ? [guess(query)] : []), ...entries)
    const count = items.length === 1 ? '1 found' : `${items.length} found`
    status.textContent = items.length === 0 ? `Nothing goes by ${query}` : isGuess ? `Did you mean: ${count}` : count
    if (items.length > 0) open()
    else close(false)
  }

  function open() {
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }

  function close(isSilent = true) {
    clearTimeout(timer)
    asked?.abort()
    choose(null)
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    if (isSilent !== false) status.textContent = ''
  }

  /** From the box through the options and back to the box. */
  function step(by) {
    const stops = [null, ...options()]
    const at = stops.indexOf(chosen())
    choose(stops[(at + by + stops.length) % stops.length])
  }

  function choose(option) {
    chosen()?.setAttribute('aria-selected', 'false')
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }
}

/** Not so many of one kind that another is never seen. */
function pick(items) {
  const many = new Map()
  const kept = items.filter(({ kind }) => {
    const before = many.get(kind) ?? 0
    many.set(kind, before + 1)
    return kind === 'athlete' || before < MOST_BESIDE_ATHLETES
  })
  return kept.slice(0, MOST)
}

function entry({ kind, label, detail, url }) {
  const item = option('', url)
  item.append(made('span', '', label), made('span', QUIET, KINDS[kind] ?? ''))
  if (detail) item.append(made('span', `col-span-full ${QUIET}`, detail))
  return item
}

function toAll(query) {
  const item = option('text-md text-gold', `/search?query=${encodeURIComponent(query)}`)
  item.textContent = `Everything for “${query}”`
  return item
}

function guess(query) {
  const item = made('li', `px-[0.7rem] pt-[0.45rem] pb-[0.2rem] ${QUIET}`, `Nothing goes by “${query}”. Did you mean:`)
  item.setAttribute('role', 'presentation')
  return item
}

function option(className, url) {
  const item = made('li', `${OPTION} ${className}`.trimEnd())
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  item.dataset.url = url
  return item
}

function made(tag, className, text = '') {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}
