import { useEffect, useRef } from 'react'

/** Milliseconds without typing before the server is asked. */
const PAUSE = 200

/** Asks the server at `path` for things that fit the text, once typing pauses. Only the latest answer counts. */
export function useSearch<Found>(path: string, text: string, onFound: (found: Found[]) => void): void {
  const found = useRef(onFound)
  useEffect(() => {
    found.current = onFound
  })
  useEffect(() => {
    if (text.trim().length < 2) return
    const stop = new AbortController()
    const pause = setTimeout(async () => {
      try {
        const answer = await fetch(`${path}?query=${encodeURIComponent(text)}`, { signal: stop.signal })
        if (answer.ok) found.current((await answer.json()) as Found[])
      } catch {
        // The list is a help while typing; the server looks the text up again when the form is sent.
      }
    }, PAUSE)
    return () => {
      clearTimeout(pause)
      stop.abort()
    }
  }, [path, text])
}
