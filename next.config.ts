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
    // Open data is for everybody's pages to read.
    { source: '/api/v1/:path*', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }] },
    // The past is for those who have its address, not for search engines.
    ...['asOf', 'revision'].map((key) => ({
      source: '/:path*',
      has: [{ type: 'query' as const, key }],
      headers: [{ key: 'X-Robots-Tag', value: 'noindex' }],
    })),
    // Our own modules have no number in their names: a browser may use one for a while, then asks, without waiting.
    {
      source: '/:module([a-z-]+\\.mjs)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=600, stale-while-revalidate=604800' }],
    },
  ],
}

export default config
