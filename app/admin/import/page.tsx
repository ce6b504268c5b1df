import type { Metadata } from 'next'
import { Button } from '@/components/form/button'
import { Field, Input, TextArea } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormButtons } from '@/components/form/form-body'
import { Notice } from '@/components/form/notice'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Sideways } from '@/components/ui/sideways'
import { Instant } from '@/components/ui/when'
import { requireEditor } from '@/server/accounts/session'
import { readSigned } from '@/server/accounts/signing'
import { getImports } from '@/server/imports/desk'
import { importState } from './import-labels'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportPage({ searchParams }: PageProps<'/admin/import'>) {
  await requireEditor('/admin/import')
  const { problem } = await searchParams
  const reason = readSigned(problem)
  const imports = await getImports()
  return (
    <>
      <PageHead
        title="Import a list"
        remark="A list of results becomes results, each with the list as its source. You see what would happen before anything is written."
      >
        <a href="/admin">Editing</a> · <a href="/admin/import/learned">What imports have learned</a>
      </PageHead>
      {reason && (
        <Notice look="danger" title="It could not be read" className="mb-6 max-w-2xl" role="alert">
          <p>{reason}</p>
        </Notice>
      )}
      <UploadForm />
      <Section id="imports" title="Imports">
        {imports.length === 0 ? (
          <p className="text-quiet">Nothing has been imported yet.</p>
        ) : (
          <ImportTable imports={imports} />
        )}
      </Section>
    </>
  )
}

function UploadForm() {
  return (
    <form action="/admin/import/upload" method="post" encType="multipart/form-data" className="max-w-2xl">
      <FieldsGrid>
        <TextArea
          id="text"
          name="text"
          label="Paste a list"
          size="whole"
          rows={8}
          hint="From a page, a wiki, a result sheet or a spreadsheet."
        />
        <Field
          id="file"
          label="Or choose a file"
          size="whole"
          hint="CSV, TSV, a spreadsheet (.xlsx), text, HTML, wikitext or JSON, to 200 MB. Its own name may tell the discipline: men-marathon.csv."
        >
          {(wired) => (
            <Input type="file" name="file" accept=".csv,.tsv,.txt,.html,.htm,.json,.wiki,.xlsx,text/*" {...wired} />
          )}
        </Field>
      </FieldsGrid>
      <FormButtons>
        <Button look="primary">Read it</Button>
      </FormButtons>
    </form>
  )
}

function ImportTable({ imports }: { imports: Awaited<ReturnType<typeof getImports>> }) {
  return (
    <Sideways label="The latest imports">
      <table className="record-table">
        <caption className="sr-only">The latest imports</caption>
        <thead>
          <tr>
            <th scope="col">List</th>
            <th scope="col">State</th>
            <th scope="col">By</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {imports.map(({ id, fileName, state, authorName, createdAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/admin/import/${id}`}>{fileName}</a>
              </th>
              <td>{importState(state)}</td>
              <td>{authorName}</td>
              <td className="date">
                <Instant iso={createdAt.toISOString()} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}
