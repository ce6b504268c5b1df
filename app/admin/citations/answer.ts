import 'server-only'
import { redirect } from 'next/navigation'
import type { FormState } from '@/components/form/form-state'
import { readOwner, readVersion } from '@/lib/record/citation-form'
import type { Owner } from '@/lib/record/cited-thing'
import type { Author } from '@/server/accounts/editor'
import type { CiteOutcome } from '@/server/sources/citing'
import type { CheckedEvidence } from '@/server/sources/evidence'
import { keepTyped, withAuthor, withSource } from '../form-answer'

/**
 * Answers a form that cites a source or resolves a dispute: the gate, what it is about and the version it is based on;
 * then `save`, whose refusal goes back with everything that was typed and, where it read a source, what was found of it.
 */
export async function answerCiting(
  [kind, key]: [kind: string, key: string],
  state: FormState,
  form: FormData,
  save: (author: Author, owner: Owner, version: number) => Promise<CiteOutcome & { read?: CheckedEvidence }>,
): Promise<FormState> {
  const [owner, version] = [readOwner(kind, key), readVersion(form)]
  const answer: FormState = { ...keepTyped(state, form), version }
  return withAuthor(answer, async (author) => {
    if (!owner || version === null) {
      return { ...answer, errors: { form: 'This form is not one of ours: open the page again.' } }
    }
    const outcome = await save(author, owner, version)
    if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
    const refusal = { ...answer, errors: outcome.errors, version: outcome.version ?? version }
    return outcome.read ? withSource(refusal, outcome.read) : refusal
  })
}
