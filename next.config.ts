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
  // Pictures are made in their sizes when they are uploaded; resizing on demand would be work that anybody can order.
  images: { unoptimized: true },
  // What every answer has is set in server/door.ts, for those that Next gives and those that it does not.
  headers: async () => [
    // Open data is for everybody's pages to read.
    { source: '/api/v1/:path*', headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }] },
    // The past is for those who have its address, and the notice of a save for who saved: not for search engines.
    ...['asOf', 'revision', 'saved'].map((key) => ({
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
