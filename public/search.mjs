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

/** The search box of one form, and the list of matches under it. */
class Suggestions {
  #timer
  #request
  #shown = ''

  constructor(form) {
    this.form = form
    this.input = form.querySelector('input[type=search]')
    this.list = listFor(this.input)
    this.status = made('p', 'sr-only')
    this.status.setAttribute('role', 'status')
    form.parentElement.append(this.list, this.status)
    this.#listenToTyping()
    this.#listenToKeys()
    this.#listenToPointer()
  }

  get #chosen() {
    return this.list.querySelector('[aria-selected=true]')
  }

  #listenToTyping() {
    const askSoon = () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.ask(), WAIT)
    }
    this.input.addEventListener('input', (event) => {
      // Text that an input method is still composing is not a name yet.
      if (!event.isComposing) askSoon()
    })
    this.input.addEventListener('compositionend', askSoon)
    this.input.addEventListener('blur', () => this.close())
    this.form.addEventListener('submit', () => this.close())
  }

  #listenToKeys() {
    this.input.addEventListener('keydown', (event) => {
      if (event.isComposing) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        if (this.list.hidden) this.ask()
        else this.step(event.key === 'ArrowDown' ? 1 : -1)
      } else if (event.key === 'Escape' && !this.list.hidden) {
        // The first press closes the list, the next one empties the box.
        event.preventDefault()
        this.close()
      } else if (event.key === 'Enter' && !this.list.hidden && this.#chosen) {
        event.preventDefault()
        location.assign(this.#chosen.dataset.url)
      }
    })
  }

  #listenToPointer() {
    // A press on an option does not take the focus from the box, which would close the list before the click.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    for (const kind of ['click', 'auxclick']) {
      this.list.addEventListener(kind, (event) => {
        const option = event.target.closest('[role=option]')
        if (!option || event.button > 1) return
        if (event.button === 1 || event.ctrlKey || event.metaKey) window.open(option.dataset.url, '_blank', 'noopener')
        else location.assign(option.dataset.url)
      })
    }
  }

  async ask() {
    clearTimeout(this.#timer)
    this.#request?.abort()
    const query = this.input.value.trim()
    if (query === '') return this.close()
    if (query === this.#shown && this.list.childElementCount > 0) return this.open()
    const request = new AbortController()
    this.#request = request
    try {
      const answer = await fetch(`/api/v1/search?query=${encodeURIComponent(query)}`, { signal: request.signal })
      const { items = [], isGuess = false } = answer.ok ? await answer.json() : {}
      // The reader may have typed on or left the box: matches for an older text are not shown.
      if (request.signal.aborted || document.activeElement !== this.input) return
      this.show(query, pick(items), isGuess)
    } catch {
      // Offline, or overtaken by the next letter: the form itself still works.
    }
  }

  show(query, items, isGuess) {
    this.#shown = query
    const entries = items.map(entry)
    if (items.length > 0) entries.push(toAll(query))
    for (const [at, option] of entries.entries()) option.id = `${this.list.id}-${at}`
    this.list.replaceChildren(...(isGuess && items.length > 0 ? [guess(query)] : []), ...entries)
    if (items.length > 0) this.open()
    else this.close()
    this.status.textContent = statusText(query, items.length, isGuess)
  }

  open() {
    this.list.hidden = false
    this.input.setAttribute('aria-expanded', 'true')
  }

  close() {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.choose(null)
    this.list.hidden = true
    this.input.setAttribute('aria-expanded', 'false')
    this.status.textContent = ''
  }

  /** From the box through the options and back to the box. */
  step(by) {
    const stops = [null, ...this.list.querySelectorAll('[role=option]')]
    const at = stops.indexOf(this.#chosen)
    this.choose(stops[(at + by + stops.length) % stops.length])
  }

  choose(option) {
    this.#chosen?.setAttribute('aria-selected', 'false')
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.input.setAttribute('aria-activedescendant', option.id)
    else this.input.removeAttribute('aria-activedescendant')
  }
}

for (const form of document.querySelectorAll('form[data-suggest]')) new Suggestions(form)

/** The list of a box, which becomes a combobox by it. */
function listFor(input) {
  const list = made('ul', LIST)
  list.id = `${input.id}-list`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Found')
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')
  return list
}

function statusText(query, count, isGuess) {
  if (count === 0) return `Nothing goes by ${query}`
  return `${isGuess ? 'Did you mean: ' : ''}${count} found`
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
