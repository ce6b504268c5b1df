import { SelectField, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Filled } from '@/components/form/form-state'
import { inputProps } from '@/components/form/input-props'
import { SEX } from '@/components/form/labels'
import { ROUND } from '@/lib/record/things/words'
import { DISCIPLINES } from '@/lib/sport/disciplines'
import { ROUNDS, SEXES } from '@/lib/sport/performance'

/** Which race it was, the competition apart. */
export function RaceFields({ form, idOf }: { form: Filled; idOf: (input: string) => string }) {
  const parts = inputProps(form, idOf)
  return (
    <FieldsGrid>
      <SelectField
        {...parts('discipline')}
        size="half"
        choices={[['', 'Choose …'], ...DISCIPLINES.map(({ slug, name }) => [slug, name] as const)]}
      />
      <SelectField
        {...parts('sex')}
        choices={[['', 'Choose …'], ...SEXES.map((sex) => [sex, SEX[sex] ?? sex] as const)]}
      />
      <SelectField {...parts('round')} choices={ROUNDS.map((round) => [round, ROUND[round]] as const)} />
      <TextField {...parts('raceNumber')} hint="3 for heat 3." inputMode="numeric" autoComplete="off" />
      <TextField {...parts('ageGroup')} hint="U20, M40 …; blank for seniors." autoComplete="off" />
      <TextField {...parts('paraClass')} hint="T11, F46 …" autoComplete="off" />
    </FieldsGrid>
  )
}
