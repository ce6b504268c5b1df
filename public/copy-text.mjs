// A button above each text that readers may want to copy; without this script they select it by hand.

for (const block of document.querySelectorAll('[data-copy-text]')) {
  const text = block.textContent.trim()
  const button = document.createElement('button')
  button.type = 'button'
  button.className =
    'ml-auto block cursor-pointer text-xs text-quiet underline decoration-dotted underline-offset-[0.2em] hover:text-gold print:hidden'
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
