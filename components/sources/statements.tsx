import type { SourceOnAthlete, Statement, Subject } from '@/lib/record/source-statements'
import { discipline } from '@/lib/sport/disciplines'
import { Reason, valueText } from '../profile/disputes'
import { count, fieldName } from '../record/labels'
import { competitionAndYear } from '../record/view'
import { TableHead } from '../ui/table-head'

/** How many things are named again of which this is the only source; each is marked where it is listed. */
const MOST_SHOWN = 50

/** What a source says, athlete by athlete and thing by thing: the field, the value, where in it, and whether it holds. */
export function Statements({
  athletes,
  competitions,
}: {
  athletes: readonly SourceOnAthlete[]
  competitions: readonly Subject[]
}) {
  return (
    <>
      {athletes.map(({ slug, name, subjects }) => (
        <div key={slug ?? name} className="[&+&]:mt-8">
          <h3>{slug ? <a href={`/athletes/${slug}`}>{name}</a> : name}</h3>
          <StatementsTable subjects={subjects} caption={`What it says of ${name}`} />
        </div>
      ))}
      {competitions.length > 0 && (
        <div className="[&+&]:mt-8">
          <h3>Competitions</h3>
          <StatementsTable subjects={competitions} caption="What it says of competitions" />
        </div>
      )}
    </>
  )
}

function StatementsTable({ subjects, caption }: { subjects: readonly Subject[]; caption: string }) {
  return (
    <table
      className="record-table [&_.group-start>*]:border-t [&_.group-start>*]:border-t-quiet [&_.wide]:w-[23%] [&_tbody_th]:w-[32%] [&_td:last-child]:w-[22%]"
      data-copy=""
    >
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Of', 'It says', ['Where', 'wide'], 'The record']} />
      {subjects.map((subject) => (
        <tbody key={subject.id}>
          {subject.statements.map((statement, index) => (
            <tr key={statement.citation.id} className={index === 0 ? 'group-start' : undefined}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={subject.statements.length}>
                  <SubjectName subject={subject} />
                </th>
              )}
              <td>
                <span className="text-quiet">{fieldName(statement.field)}</span> <Asserted statement={statement} />
                <span className="narrow">{statement.citation.locator}</span>
              </td>
              <td className="wide text-quiet">{statement.citation.locator}</td>
              <td>
                <Verdict statement={statement} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** The figures for which this source is the only one. */
export function OnlySource({ subjects }: { subjects: readonly Subject[] }) {
  const alone = subjects
    .map((subject) => ({ ...subject, statements: subject.statements.filter(({ isOnlySource }) => isOnlySource) }))
    .filter(({ statements }) => statements.length > 0)
  return (
    <>
      <ul className="text-md *:border-rule *:border-b *:py-1.25">
        {alone.slice(0, MOST_SHOWN).map((subject) => (
          <li key={subject.id}>
            <SubjectName subject={subject} />: {[...new Set(subject.statements.map(statementText))].join('; ')}
          </li>
        ))}
      </ul>
      {alone.length > MOST_SHOWN && (
        <p className="mt-3 text-quiet text-sm">
          and {count(alone.length - MOST_SHOWN, 'item')} more, marked “only source” where they are listed.
        </p>
      )}
    </>
  )
}

function SubjectName({ subject: { about } }: { subject: Subject }) {
  switch (about.kind) {
    case 'person':
      return about.name
    case 'competition':
      return <a href={`/competitions/${about.competition.slug}`}>{about.competition.name}</a>
    case 'result':
      return (
        <a href={`/results/${about.result.id}`}>
          {`${discipline(about.result.discipline).name}, ${competitionAndYear(about.result)}`}
        </a>
      )
  }
}

function Asserted({ statement: { field, citation } }: { statement: Statement }) {
  if (citation.asserts === null) return null
  return <b>{assertedText(field, citation.asserts)}</b>
}

function statementText({ field, citation: { asserts } }: Statement): string {
  return `${fieldName(field)}${asserts === null ? '' : ` ${assertedText(field, asserts)}`}`
}

/** The field's name is beside it, so a place is a number alone. */
function assertedText(field: string, asserts: string): string {
  return field.startsWith('place') ? asserts : valueText(field, asserts)
}

function Verdict({ statement: { agrees, isOnlySource, citation } }: { statement: Statement }) {
  const { reason, rejection } = citation
  if (agrees === false) {
    return (
      <>
        <span className="font-semibold text-champ">says otherwise</span>
        <Reason reason={reason} rejection={rejection} />
      </>
    )
  }
  if (agrees === null) return <span className="text-quiet">supported by it</span>
  return isOnlySource ? <span className="text-quiet">only source</span> : 'agrees'
}
