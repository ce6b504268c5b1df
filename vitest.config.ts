import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Folders whose tests need no database. One file of them takes seconds: `npx vitest run lib/sport/marks.test.ts`. */
const WITHOUT_DATABASE = '{app,components,edge,lib}/**/*.test.{ts,tsx}'

export default defineConfig({
  resolve: { alias: { '@': here('.'), 'server-only': here('./node_modules/server-only/empty.js') } },
  test: {
    reporters: process.env.PALMARES_TEST_OUTPUT ? ['default', 'json'] : ['default'],
    outputFile: process.env.PALMARES_TEST_OUTPUT,
    // Far from UTC and off the hour, so that a date that depends on the local zone shows.
    env: { TZ: 'Asia/Kathmandu' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each process imports the code once and runs one file after another; no file changes what another imports.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'unit', include: [WITHOUT_DATABASE] } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['node_modules', '.next', 'e2e', WITHOUT_DATABASE],
          globalSetup: 'testing/setup.ts',
        },
      },
    ],
  },
})
