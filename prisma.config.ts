import { defineConfig } from 'prisma/config'

const url = process.env.DATABASE_URL

/** For Prisma's own commands: `prisma generate`, `prisma studio`, `prisma migrate deploy`. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations', seed: 'npm run migrate' },
  ...(url && { datasource: { url } }),
})
