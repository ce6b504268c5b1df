import { RuledList } from '@/app/admin/ruled-list'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import type { Vanished } from '@/lib/import/preview'

/** What the last edition of a list had and this one has not. Nothing is taken away for it. */
export function ImportVanished({ from, results }: { from: string | null; results: readonly Vanished[] }) {
  return (
    <Section id="vanished" title="No longer listed" remark={count(results.length, 'result')}>
      <p className="mb-4 max-w-2xl text-quiet">
        {from} was imported before and has most of its results in common with this list. It also had these, which this
        list has not. They stay in the record: whether they were annulled or only left out, a list does not say.
      </p>
      <RuledList>
        {results.map(({ resultId, athlete, mark, competition, year }) => (
          <li key={resultId}>
            <a href={`/results/${resultId}`}>
              {athlete}, {mark}
            </a>
            , {competition} {year}
          </li>
        ))}
      </RuledList>
    </Section>
  )
}
