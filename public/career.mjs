// Shows at once, beside the pointer or the focused point, what a point of the picture says in its title; leads on from
// the point that is nearest; and moves from point to point with the arrow keys.

const REACH = 24

for (const figure of document.querySelectorAll('[data-career]')) {
  const box = figure.querySelector('[data-readout]')
  let shown = null

  for (const svg of figure.querySelectorAll('svg')) {
    const points = [...svg.querySelectorAll('a')].map(named)
    if (points.length === 0) continue
    points.sort((a, b) => a.x - b.x || a.y - b.y)

    const show = (point) => {
      shown = point
      svg.style.cursor = point ? 'pointer' : ''
      box.hidden = !point
      if (!point) return
      box.textContent = point.link.getAttribute('aria-label')
      place(box, point.link.querySelector('path').getBoundingClientRect(), figure.getBoundingClientRect())
    }
    const nearest = ({ clientX, clientY }) => {
      const { left, top, width } = svg.getBoundingClientRect()
      const scale = width / svg.viewBox.baseVal.width
      const distance = ({ x, y }) => Math.hypot(left + x * scale - clientX, top + y * scale - clientY)
      const best = points.reduce((a, b) => (distance(b) < distance(a) ? b : a))
      return distance(best) <= REACH ? best : null
    }

    svg.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') show(nearest(event))
    })
    svg.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') show(null)
    })
    // A touch moves the focus, which shows the point, before it clicks.
    let isTouch = false
    let before = null
    svg.addEventListener('pointerdown', (event) => {
      isTouch = event.pointerType !== 'mouse'
      before = shown
    })
    // Points lie close together: the one that is meant is the nearest. A finger is shown its value before it is led away.
    svg.addEventListener('click', (event) => {
      if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const point = nearest(event)
      if (isTouch && point !== before) show(point)
      else if (point) location.assign(point.link.href.baseVal)
    })
    svg.addEventListener('focusin', ({ target }) => show(points.find(({ link }) => link === target) ?? null))
    svg.addEventListener('focusout', () => show(null))
    svg.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      const next = step && points[points.findIndex(({ link }) => link === document.activeElement) + step]
      if (!next) return
      event.preventDefault()
      for (const { link } of points) link.setAttribute('tabindex', '-1')
      next.link.removeAttribute('tabindex')
      next.link.focus()
    })
  }
}

/** The browser's own slow hint would come on top of ours; the name stays for those who cannot see either. */
function named(link) {
  const title = link.querySelector('title')
  link.setAttribute('aria-label', title.textContent)
  title.remove()
  const { cx, cy } = link.querySelector('circle')
  return { link, x: cx.baseVal.value, y: cy.baseVal.value }
}

function place(box, point, frame) {
  const left = point.left - frame.left + point.width / 2 - box.offsetWidth / 2
  box.style.left = `${Math.max(0, Math.min(left, frame.width - box.offsetWidth))}px`
  box.style.top = `${point.top - frame.top - box.offsetHeight - 8}px`
}
