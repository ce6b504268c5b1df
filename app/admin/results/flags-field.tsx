import { Choice } from '@/components/form/choice'
import type { Filled } from '@/components/form/form-state'
import { fieldLabel } from '@/components/form/labels'
import { ChoiceGroup } from '@/components/form/side-choices'
import { FLAG_LETTERS, flagsIn, flagsInWords, inOrder } from '@/lib/sport/flags'

/** What is printed after a mark, a box for each letter; one that nobody knows can be kept or taken away. */
export function FlagsField({ form, idOf }: { form: Filled; idOf: (input: string) => string }) {
  const ticked = form.values('flags').flatMap(flagsIn)
  return (
    <div className="col-span-full">
      <ChoiceGroup
        name="flags"
        legend={<span className="text-sm">{fieldLabel('flags')}</span>}
        form={form}
        idOf={idOf}
        hint="A mark that is written with its h, 10.7h, is a hand time by that."
      >
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))] gap-x-4">
          {inOrder([...FLAG_LETTERS, ...ticked]).map((letter) => (
            <Choice key={letter} type="checkbox" name="flags" value={letter} defaultChecked={ticked.includes(letter)}>
              {flagsInWords([letter])} <span className="text-quiet">({letter})</span>
            </Choice>
          ))}
        </div>
      </ChoiceGroup>
    </div>
  )
}
