import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '@': here('.'), 'server-only': here('./node_modules/server-only/empty.js') } },
  test: {
    globalSetup: 'testing/setup.ts',
    reporters: process.env.PALMARES_TEST_OUTPUT ? ['default', 'json'] : ['default'],
    outputFile: process.env.PALMARES_TEST_OUTPUT,
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules', '.next', 'e2e'],
    // Far from UTC and off the hour, so that a date that leans on the local zone shows.
    env: { TZ: 'Asia/Kathmandu' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
