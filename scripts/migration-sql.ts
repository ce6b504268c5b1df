/** The SQL from one schema to another, by Prisma's own engine as WebAssembly: nothing to download. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { openEmbedded } from '../prisma/embedded'

export interface SchemaFile {
  path: string
  content: string
}

interface SchemaEngine {
  diff(input: object): Promise<{ stdout: string | null }>
}

interface EngineModule {
  SchemaEngine: { new: (options: object, log: () => void, adapter: unknown) => Promise<SchemaEngine> }
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

/**
 * @returns the SQL, empty where the two schemas make the same tables.
 * @throws where a schema is not valid.
 */
export async function migrationSql(before: SchemaFile[], after: SchemaFile[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'palmares-migration-'))
  // The engine compares nothing with it, but asks a server for its version before it plans.
  const database = await openEmbedded(folder)
  try {
    const { SchemaEngine } = await loadEngine()
    const engine = await SchemaEngine.new(
      { datamodels: after.map(({ path, content }) => [path, content]) },
      () => {},
      bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: database.url })),
    )
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatamodel', files: before },
      to: { tag: 'schemaDatamodel', files: after },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '')
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function loadEngine(): Promise<EngineModule> {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const engine = (await import(glue)) as EngineModule
  const { instance } = await WebAssembly.instantiate(await readFile(glue.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  })
  engine.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports as { __wbindgen_start: () => void }
  start()
  return engine
}
