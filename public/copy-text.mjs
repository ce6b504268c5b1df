// A button above each text that is there to be taken copies it; without this it is selected by hand.

for (const block of document.querySelectorAll('[data-copy-text]')) {
  const text = block.textContent.trim()
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy'
  button.textContent = block.dataset.copyText
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = 'Copied'
    } catch {
      button.textContent = 'The browser did not allow it'
    }
    setTimeout(() => {
      button.textContent = block.dataset.copyText
    }, 2000)
  })
  block.prepend(button)
}
