'use client'

/** Shown when a page could not be rendered at all. It replaces the root layout, so it brings its own document. */
export default function GlobalError() {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong · Palmarès</title>
      </head>
      <body>
        <main>
          <h1>This page could not be made</h1>
          <p>Something went wrong here, not with you. Nothing was lost; try again in a moment.</p>
          <p>
            <a href="/">Palmarès</a>
          </p>
        </main>
      </body>
    </html>
  )
}
