/**
 * The record as it was made, kept beside itself in the database, so that each file of tests that write begins with it: a
 * site that goes on running is given it back in a second.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { joinEmbedded } from '../prisma/embedded'
import { askInside } from './inside'
import type { Site } from './site'

export const KEEP_ORIGINAL = `
  DO $$ DECLARE name text; BEGIN
    CREATE SCHEMA original;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
      EXECUTE format('CREATE TABLE original.%1$I AS TABLE public.%1$I', name);
    END LOOP;
  END $$`

/** Those who are signed in stay so, and the numbers of changes go on, as everything else that was ever seen of them. */
const RESTORE_ORIGINAL = `
  DO $$ DECLARE name text; columns text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables
      WHERE schemaname = 'original' AND tablename NOT IN ('sessions', 'touches', 'record_clock')
    LOOP
      SELECT string_agg(quote_ident(column_name), ', ') INTO columns FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = name AND is_generated = 'NEVER';
      EXECUTE format('DELETE FROM public.%I', name);
      EXECUTE format('INSERT INTO public.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM original.%1$I', name, columns);
    END LOOP;
    SET LOCAL session_replication_role = origin;
    PERFORM touch(ARRAY['*']);
  END $$`

/** Gives a site the record that it began with. No page from before is served once it is done. */
export async function restoreOriginal(site: Site): Promise<void> {
  const { url, close } = await joinEmbedded(site.data)
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(RESTORE_ORIGINAL)
  const { rows } = await client.query<{ number: number }>('SELECT number FROM record_clock')
  await client.end()
  await close()
  const number = rows[0]?.number ?? 0
  // The application looks every quarter of a second; the edge learns from its answer.
  while ((await askInside(site, '/api/v1', false)).number < number) await sleep(50)
  await fetch(`${site.url}/sign-in`)
}
