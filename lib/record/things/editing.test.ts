import { expect, test } from 'vitest'
import type { Field } from './field'
import { OWN_FORMS, THINGS } from './things'

const INTRODUCTION = `# Where everything is edited

Every column of the record, and the form that writes it. This page is made from the descriptions in \`lib/record/things\`;
\`npx vitest run lib/record/things -u\` writes it again after a description has changed. A test compares the descriptions
with the database, so a column without a form fails it.

Every form asks for a reason and a source, shows what saving would change, merges what a colleague saved meanwhile, and
works without JavaScript. A field that is not required can be emptied. **Cited** says whether sources can be cited for
the field by itself, side by side where they disagree.
`

/** Where the forms of the tables that have their own are found. */
const FORMS: Record<string, string> = {
  results: '`/admin/results/[id]`, from “Correct” beside the result',
  places: 'the form of their result',
  record_claims: 'the form of their result',
  team_members: 'the form of their result',
  citations: '“Sources” of what they are about: `/admin/results/[id]/citations` and the like',
}

const typedAs: Record<Field['input']['as'], string> = {
  text: 'text',
  area: 'longer text',
  biography: 'text with figures and footnotes',
  picture: 'an upload',
  choice: 'a choice',
  reference: 'another thing',
}

function sections(): string[] {
  const general = Object.entries(THINGS).map(([kind, { name, table, fields, elsewhere }]) => {
    const rows = Object.entries(fields as Record<string, Field>).map(
      ([column, { label, input, isCited }]) =>
        `| ${label} | \`${column}\` | ${typedAs[input.as]} | ${isCited ? 'yes' : ''} |`,
    )
    const others = Object.entries(elsewhere).map(([column, where]) => `\n- \`${column}\`: ${where}`)
    return [
      `## ${name.charAt(0).toUpperCase()}${name.slice(1)} (\`${table}\`)`,
      `\`/admin/things/${kind}/[id]\`, from “Edit” beside it.`,
      ['| Field | Column | Typed as | Cited |', '|---|---|---|---|', ...rows].join('\n'),
      others.length > 0 ? `Elsewhere:\n${others.join('')}` : '',
    ]
  })
  const own = Object.entries(OWN_FORMS).map(([table, columns]) => [
    `## \`${table}\``,
    `Edited in ${FORMS[table]}.`,
    [
      '| Field | Column |',
      '|---|---|',
      ...Object.entries(columns).map(([column, words]) => `| ${words} | \`${column}\` |`),
    ].join('\n'),
  ])
  return [...general, ...own].flat().filter(Boolean)
}

test('docs/editing.md says of every field where it is edited', async () => {
  await expect(`${[INTRODUCTION.trimEnd(), ...sections()].join('\n\n')}\n`).toMatchFileSnapshot(
    '../../../docs/editing.md',
  )
})
