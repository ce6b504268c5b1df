import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { PageHead } from '@/components/site/page-head'
import { plainText } from '@/lib/form/plain-text'
import type { Typed } from '@/lib/form/typed'
import { typedCompetition } from '@/lib/record/competition-form'
import { dateHeld, datePrecision } from '@/lib/sport/partial-date'
import { requireEditorOrForm } from '@/server/accounts/session'
import { listAthletes } from '@/server/athletes/athletes'
import { findCompetitionChoice, findCompetitions } from '@/server/competitions/desk'
import { getSheet, getSheetAthlete } from '@/server/imports/sheet-desk'
import { offerSources } from '@/server/sources/evidence-desk'
import { AthleteChoice } from '../athletes/athlete-choice'
import { sheetAction } from './actions'
import { SheetForm, type SheetFormProps } from './sheet-form'

export const metadata: Metadata = { title: 'A sheet of results' }

/** How many of the latest competitions are offered before anything is typed. */
const OFFERED = 60

const NOTHING_KNOWN: Omit<SheetFormProps, 'kind'> = {
  action: sheetAction,
  initial: {},
  draftKey: '',
  athlete: null,
  competitions: [],
  sources: [],
}

type Asked = Record<'athlete' | 'competition' | 'import' | 'discipline' | 'sex' | 'kind', string>

export default async function SheetPage({ searchParams }: PageProps<'/admin/sheet'>) {
  const query = await searchParams
  const text = (name: string) => plainText(typeof query[name] === 'string' ? query[name] : null)
  const asked: Asked = {
    athlete: text('athlete'),
    competition: text('competition'),
    import: text('import'),
    discipline: text('discipline'),
    sex: text('sex'),
    kind: text('kind'),
  }
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  const editor = await requireEditorOrForm(`/admin/sheet${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`)
  const isSeason = asked.kind === 'season' || asked.athlete !== ''
  if (!editor) return <Sheet form={{ ...NOTHING_KNOWN, kind: isSeason ? 'season' : 'race' }} />
  const sent = asked.import === '' ? null : await getSheet(asked.import)
  const sources = await offerSources(editor, [])
  if (sent ? sent.kind?.[0] === 'season' : isSeason) {
    const slug = sent?.athlete?.[0] ?? asked.athlete
    const athlete = slug === '' ? null : await getSheetAthlete(slug)
    return athlete ? (
      <Sheet head={<SeasonTitle {...athlete} />} form={{ ...seasonForm(athlete, correcting(sent, asked)), sources }} />
    ) : (
      <WhoseSeason typed={slug} />
    )
  }
  return (
    <Sheet
      head={
        <PageHead title="Enter a race" remark="All its runners at once, as in a spreadsheet.">
          <a href="/admin/sheet?kind=season">An athlete’s season</a> · <a href="/admin/import">Import a list</a>
        </PageHead>
      }
      form={{
        ...NOTHING_KNOWN,
        kind: 'race',
        initial: correcting(sent, asked) ?? (await initialRace(asked)),
        draftKey: sent ? `import:${asked.import}` : `race:${asked.competition}`,
        competitions: await findCompetitions('', OFFERED),
        sources,
      }}
    />
  )
}

/** The form at the same place for whoever asks: without JavaScript, its answer finds it by that. */
function Sheet({ head = null, form }: { head?: ReactNode; form: SheetFormProps }) {
  return (
    <>
      {head}
      <SheetForm {...form} />
    </>
  )
}

/** A sheet that was sent, to be corrected: what is sent next takes its place. */
function correcting(sent: Typed | null, asked: Asked): Typed | null {
  return sent && { ...sent, import: [asked.import] }
}

async function initialRace({ competition: slug, discipline, sex }: Asked): Promise<Typed> {
  const competition = slug === '' ? null : await findCompetitionChoice(slug)
  const held = competition && dateHeld(competition)
  return {
    reason: ['The results of the race, as the source has them'],
    round: ['FINAL'],
    discipline: [discipline],
    sex: [sex],
    ...(competition && typedCompetition(competition)),
    ...(held && datePrecision(held) === 'day' && { date: [held] }),
  }
}

type Athlete = NonNullable<Awaited<ReturnType<typeof getSheetAthlete>>>

function seasonForm({ slug, name, sex, countryCode }: Athlete, sent: Typed | null): SheetFormProps {
  const initial = {
    reason: ['The results of the athlete, as the source has them'],
    athlete: [slug],
    countryCode: [countryCode ?? ''],
  }
  return {
    ...NOTHING_KNOWN,
    kind: 'season',
    initial: sent ?? initial,
    draftKey: sent ? `import:${sent.import?.[0]}` : `season:${slug}`,
    athlete: { slug, name, sex },
  }
}

function SeasonTitle({ slug, name }: Athlete) {
  return (
    <PageHead title="Enter a season" remark={<a href="/admin/sheet?kind=season">of somebody else</a>}>
      <a href={`/admin/athletes/${slug}`}>{name}</a>
    </PageHead>
  )
}

/** Whose results they are, chosen by typing a name; a plain form that asks the same page again. */
async function WhoseSeason({ typed }: { typed: string }) {
  const found = typed === '' ? [] : await listAthletes(typed)
  return (
    <>
      <PageHead title="Enter a season" remark="First, whose is it?">
        <a href="/admin/sheet">All runners of a race</a>
      </PageHead>
      <AthleteChoice page="/admin/sheet" typed={typed} found={found}>
        <p className="text-quiet">No athlete’s name holds “{typed}”.</p>
      </AthleteChoice>
    </>
  )
}
