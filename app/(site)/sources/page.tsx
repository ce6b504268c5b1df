import type { Metadata } from 'next'
import { PageHead } from '@/components/site/page-head'
import { TableHead } from '@/components/ui/table-head'
import { When } from '@/components/ui/when'
import { listCitedSources } from '@/server/sources/sources'

export const metadata: Metadata = {
  title: 'Sources',
  description: 'Every source that the record book rests on, and how often each is cited.',
  alternates: { canonical: '/sources' },
}

export default async function SourcesPage() {
  const sources = await listCitedSources()
  return (
    <>
      <PageHead title="Sources" remark="What the record book rests on" />
      <table className="record-table" data-copy="">
        <caption className="sr-only">Sources</caption>
        <TableHead columns={['Source', ['Date', 'wide'], ['Cited', 'num'], ['Not used', 'num']]} />
        <tbody>
          {sources.map(({ source, cited, aside }) => (
            <tr key={source.id}>
              <th scope="row">
                <a href={`/sources/${source.slug}`}>{source.title}</a>
                <span className="remark block font-normal">{source.publication}</span>
              </th>
              <td className="wide nowrap">
                <When date={source.date} />
              </td>
              <td className="num">{cited}</td>
              <td className="num">{aside}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
