import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  agentRules: false,
  // Metadata is part of the document, for every reader: it is never streamed in after it.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', 'pg'],
  experimental: { inlineCss: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
    // Our own modules have no number in their names: a browser may use one for a while, then asks, without waiting.
    {
      source: '/:module([a-z-]+\\.mjs)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=600, stale-while-revalidate=604800' }],
    },
  ],
}

export default config
