import { SelectField, TextArea, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Filled } from '@/components/form/form-state'
import type { Choice, Field, Reference } from '@/lib/record/things/field'
import { inputOf } from '@/lib/record/things/submission'
import type { Thing } from '@/lib/record/things/thing'
import { COUNTRIES } from '@/lib/sport/countries'
import { BiographyField } from './biography-field'
import { PictureField } from './picture-field'

export type Choices = Partial<Record<Reference, readonly Choice[]>>

export interface Subject {
  id: string
  partOf: string
}

const LISTS: Record<string, readonly Choice[]> = {
  countries: COUNTRIES.map(({ code, name }) => [code, name]),
  scripts: [
    ['Latn', 'Latin'],
    ['Cyrl', 'Cyrillic'],
    ['Mong', 'Mongolian'],
    ['Jpan', 'Japanese'],
    ['Hans', 'Chinese, simplified'],
    ['Hant', 'Chinese, traditional'],
    ['Kore', 'Korean'],
    ['Arab', 'Arabic'],
    ['Ethi', 'Ethiopic'],
  ],
  languages: [
    ['en', 'English'],
    ['mn', 'Mongolian'],
    ['ja', 'Japanese'],
    ['ru', 'Russian'],
    ['zh', 'Chinese'],
    ['fr', 'French'],
    ['de', 'German'],
    ['es', 'Spanish'],
  ],
}

/** The inputs of a thing, one for each field of its description. */
export function ThingFields({
  thing,
  form,
  choices,
  subject,
  idOf,
}: {
  thing: Thing
  form: Filled
  choices: Choices
  /** Ids of the thing and of what it is part of; '' where there is none yet. */
  subject: Subject
  idOf: (input: string) => string
}) {
  const lists = new Set(
    Object.values(thing.fields).flatMap(({ input }) => (input.as === 'text' && input.list ? [input.list] : [])),
  )
  return (
    <>
      <FieldsGrid>
        {Object.entries(thing.fields).map(([name, field]) => (
          <ThingInput
            key={name}
            name={inputOf(name)}
            field={field}
            form={form}
            choices={choices}
            subject={subject}
            idOf={idOf}
          />
        ))}
      </FieldsGrid>
      {[...lists].map((list) => (
        <Options key={list} id={idOf(list)} choices={LISTS[list] ?? []} />
      ))}
    </>
  )
}

function ThingInput({
  name,
  field: { label, hint, size, input },
  form,
  choices,
  subject,
  idOf,
}: {
  name: string
  field: Field
  form: Filled
  choices: Choices
  subject: Subject
  idOf: (input: string) => string
}) {
  const value = form.value(name)
  const parts = { id: idOf(name), name, label, hint, size, error: form.error(name), defaultValue: value }
  if (input.as === 'area') return <TextArea {...parts} rows={input.rows} />
  if (input.as === 'choice') return <SelectField {...parts} choices={withChosen(input.choices, value)} />
  if (input.as === 'text') {
    return (
      <TextField
        {...parts}
        autoComplete="off"
        inputMode={input.mode}
        list={input.list ? idOf(input.list) : undefined}
      />
    )
  }
  if (input.as === 'picture') {
    return <PictureField id={parts.id} name={name} label={label} value={value} error={parts.error} />
  }
  if (input.as === 'biography') {
    return (
      <BiographyField
        {...parts}
        hint={hint}
        error={form.error(name)}
        results={choices.result ?? []}
        sources={choices.source ?? []}
        subject={{ athlete: subject.partOf, chapter: subject.id }}
      />
    )
  }
  const known = choices[input.to] ?? []
  if (input.to === 'series' || input.to === 'seriesSlug' || input.to === 'competition' || input.to === 'athlete') {
    return (
      <>
        <TextField {...parts} autoComplete="off" list={idOf(`${name}-list`)} />
        <Options id={idOf(`${name}-list`)} choices={known} />
      </>
    )
  }
  return <SelectField {...parts} choices={withChosen([['', 'None'], ...known], value)} />
}

/** A form that is given back to somebody who has been signed out knows no choice but the one that was made. */
function withChosen(choices: readonly Choice[], chosen: string): readonly Choice[] {
  return choices.some(([value]) => value === chosen) ? choices : [...choices, [chosen, chosen || 'Choose …']]
}

function Options({ id, choices }: { id: string; choices: readonly Choice[] }) {
  return (
    <datalist id={id}>
      {choices.map(([value, words]) => (
        <option key={value} value={value}>
          {words === value ? undefined : words}
        </option>
      ))}
    </datalist>
  )
}
