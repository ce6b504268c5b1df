import { expect, test } from 'vitest'
import { openTestDatabase } from '@/testing/database'
import { REFERENCES } from './references'
import { isRecordTable } from './rows'

test('every foreign key between two tables of the record is known', async () => {
  const database = await openTestDatabase('embedded')
  const keys = await database.db.$queryRaw<{ table: string; column: string; parent: string; key: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column", c.confrelid::regclass::text AS parent,
      b.attname AS key
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
    WHERE c.contype = 'f'`
  await database.close()
  const between = keys.filter(({ table, parent }) => isRecordTable(table) && isRecordTable(parent))
  const inOrder = (references: readonly object[]) => references.map((reference) => JSON.stringify(reference)).sort()
  const told = ({ table, column, parent, key }: (typeof keys)[number]) => ({ table, column, parent, key })
  expect(inOrder(REFERENCES.map(told))).toEqual(inOrder(between.map(told)))
})
