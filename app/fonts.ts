/**
 * The one font that is asked for early: the Latin letters of Piazzolla, in which a page's name and largest figures are
 * set. The other alphabets and the text face are declared in components/site/fonts.css and fetched when they are met.
 */
import localFont from 'next/font/local'

export const piazzolla = localFont({
  src: '../node_modules/@fontsource-variable/piazzolla/files/piazzolla-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  preload: true,
  adjustFontFallback: 'Times New Roman',
  variable: '--font-piazzolla-latin',
})
