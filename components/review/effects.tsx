import type { ProposalEffects } from '@/lib/record/proposal'
import { Lead } from '../ui/lead'

/** What publishing a proposal does to bests, records and findings. */
export function Effects({ effects }: { effects: readonly ProposalEffects[] }) {
  if (effects.length === 0) return <Lead>Bests, records and findings stay as they are.</Lead>
  return effects.map(({ athlete, effects: changed, newFindings, solvedFindings }) => (
    <div key={athlete.slug} className="mb-4 max-w-3xl">
      <h3 className="text-lg">
        <a href={`/athletes/${athlete.slug}`}>{athlete.name}</a>
      </h3>
      <Sentences title="Bests, records and appearances" sentences={changed} />
      <Sentences title="New findings" sentences={newFindings} />
      <Sentences title="Findings that it answers" sentences={solvedFindings} />
    </div>
  ))
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <>
      <h4 className="mt-2.5 font-sans text-sm font-semibold">{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} className="py-0.5">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  )
}
