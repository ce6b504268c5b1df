// Marks, in the list of contents, the section that is being read.

const links = new Map([...document.querySelectorAll('[data-contents] a')].map((link) => [link.hash.slice(1), link]))
const visible = new Set()

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target.id)
      else visible.delete(target.id)
    }
    const current = [...links.keys()].find((id) => visible.has(id))
    for (const [id, link] of links) {
      if (id !== current) link.removeAttribute('aria-current')
      else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'true')
        intoView(link)
      }
    }
  },
  { rootMargin: '-15% 0px -70% 0px' },
)

for (const id of links.keys()) {
  const section = document.getElementById(id)
  if (section) observer.observe(section)
}

/** On a phone the strip slides along; the page itself must not move. */
function intoView(link) {
  const strip = link.closest('ul')
  strip.scrollTo({ left: link.offsetLeft - strip.offsetLeft - 16 })
}
