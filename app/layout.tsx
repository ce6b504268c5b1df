import type { Metadata, Viewport } from 'next'
import { readSettings, siteUrl } from '@/server/env'
import { piazzolla } from './fonts'
import './globals.css'

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(siteUrl(readSettings(process.env))),
    title: { default: 'Palmarès, the open record book', template: '%s · Palmarès' },
    description: 'The open record book of athletes’ careers: every figure with its source, everything else computed.',
    openGraph: { siteName: 'Palmarès', type: 'website', locale: 'en_GB' },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ee' },
    { media: '(prefers-color-scheme: dark)', color: '#12161c' },
  ],
}

export default function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    <html
      lang="en"
      className={`${piazzolla.variable} scroll-pt-16 has-[#saved]:scroll-pb-44 max-xl:has-data-sticky:scroll-pb-24 scheme-light-dark motion-safe:scroll-smooth print:[print-color-adjust:exact] print:scheme-light`}
      data-scroll-behavior="smooth"
    >
      <body className="bg-paper wrap-break-word text-ink lining-nums [font-synthesis:none] selection:bg-gold-wash selection:text-ink print:text-[10pt]">
        {children}
      </body>
    </html>
  )
}
