// Shows at once, beside the pointer or the focused point, what a point of the picture says in its title.

for (const figure of document.querySelectorAll('[data-career]')) {
  const box = figure.querySelector('[data-readout]')

  for (const point of figure.querySelectorAll('svg a')) {
    const title = point.querySelector('title')
    const text = title.textContent
    // The browser's own slow hint would come on top of this one; the name stays for those who cannot see either.
    title.remove()
    point.setAttribute('aria-label', text)
    const show = () => {
      box.textContent = text
      box.hidden = false
      place(box, point.getBoundingClientRect(), figure.getBoundingClientRect())
    }
    const hide = () => {
      box.hidden = true
    }
    point.addEventListener('pointerenter', show)
    point.addEventListener('focus', show)
    point.addEventListener('pointerleave', hide)
    point.addEventListener('blur', hide)
  }
}

function place(box, point, frame) {
  const left = point.left - frame.left + point.width / 2 - box.offsetWidth / 2
  box.style.left = `${Math.max(0, Math.min(left, frame.width - box.offsetWidth))}px`
  box.style.top = `${point.top - frame.top - box.offsetHeight - 8}px`
}
