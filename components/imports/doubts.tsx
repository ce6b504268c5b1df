import { TextField } from '@/components/form/field'
import type { Filled } from '@/components/form/form-state'
import { Notice } from '@/components/form/notice'
import { confirmInput, type Doubt } from '@/lib/import/doubts'

/** What is odd about a list, each with the words that somebody has to type before it is written. */
export function Doubts({
  doubts,
  idOf,
  form,
}: {
  doubts: readonly Doubt[]
  idOf: (input: string) => string
  form?: Filled
}) {
  if (doubts.length === 0) return null
  return (
    <Notice look="danger" title="Is this right?" className="my-6">
      {doubts.map(({ code, sentence }) => (
        <div key={code} className="mb-3 last:mb-0">
          <p className="mb-1.5">{sentence}</p>
          <TextField
            id={idOf(`confirm-${code.replace(' ', '-')}`)}
            name={confirmInput(code)}
            label={`Type “${code}” to accept it all the same`}
            error={form?.error(confirmInput(code))}
            defaultValue={form?.value(confirmInput(code))}
            autoComplete="off"
          />
        </div>
      ))}
    </Notice>
  )
}
