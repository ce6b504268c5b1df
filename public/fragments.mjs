// The parts of an athlete's page have moved to pages of their own: an address that names one of them leads on to it.

const MOVED = [
  [/^(r-|world$|appearances$)/, 'results'],
  [/^(season-bests|national-records|ten-best)$/, 'bests'],
  [/^(source-|said-)/, 'sources'],
  [/^change(s$|-)/, 'history'],
]

function lead() {
  const id = location.hash.slice(1)
  if (id === '' || document.getElementById(id)) return
  const [, page] = MOVED.find(([name]) => name.test(id)) ?? []
  if (page) location.replace(`${location.pathname}/${page}${location.search}${location.hash}`)
}

addEventListener('hashchange', lead)
lead()
