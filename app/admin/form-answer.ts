import 'server-only'
import type { FormState } from '@/components/form/form-state'
import { typedIn } from '@/lib/form/typed'
import { type Evidence, readEvidence, readReason } from '@/lib/record/evidence'
import { type Author, type Editor, publishing } from '@/server/accounts/editor'
import { currentAuthor, isFresh } from '@/server/accounts/session'
import { RefusedError } from '@/server/history/refused-error'
import { drafted } from '@/server/proposals/desk'
import type { CheckedEvidence } from '@/server/sources/evidence'
import { checkEvidence } from '@/server/sources/evidence-desk'

/** The answer that saves nothing and gives back what was typed; errors are added to it. */
export function keepTyped(state: FormState, form: FormData): FormState {
  return { attempt: state.attempt + 1, typed: typedIn(form), errors: {}, isSignedOut: false }
}

/** The gate of an action that contributors may take, too: what they save waits for a review. */
export async function withAuthor<State extends FormState>(
  answer: State,
  act: (author: Author) => Promise<State>,
): Promise<State> {
  const author = await currentAuthor()
  if (!author) return { ...answer, isSignedOut: true }
  try {
    return await act(author)
  } catch (error) {
    if (error instanceof RefusedError) return { ...answer, errors: { form: error.message } }
    throw error
  }
}

/** The gate of every other action that has a form to give back: only for an editor it goes on to `act`. */
export async function withEditor<State extends FormState>(
  answer: State,
  act: (editor: Editor) => Promise<State>,
): Promise<State> {
  return withAuthor(answer, async (author) => {
    const editor = publishing(author)
    return editor ? act(editor) : { ...answer, errors: { form: 'Only editors can do this.' } }
  })
}

/** The gate of what matters most: only where the password was given in the last quarter of an hour it goes on to `act`. */
export async function withPassword<State extends FormState>(answer: State, act: () => Promise<State>): Promise<State> {
  return (await isFresh()) ? act() : { ...answer, needsPassword: true }
}

/** The gate of an editor's action that needs a reason alone. */
export async function withReason<State extends FormState>(
  answer: State,
  form: FormData,
  act: (editor: Editor, reason: string) => Promise<State>,
): Promise<State> {
  return withEditor(answer, async (editor) => {
    const { reason, errors } = readReason(form)
    return errors ? { ...answer, errors } : act(editor, reason)
  })
}

/** The gate of an editor's action that needs a reason and a source. */
export async function withEvidence<State extends FormState>(
  answer: State,
  form: FormData,
  act: (editor: Editor, evidence: Evidence) => Promise<State>,
): Promise<State> {
  return withEditor(answer, (editor) => evidenced(answer, form, editor, (evidence) => act(editor, evidence)))
}

/** The same for an action that contributors may take, too. */
export async function withAuthorEvidence<State extends FormState>(
  answer: State,
  form: FormData,
  act: (author: Author, evidence: Evidence) => Promise<State>,
): Promise<State> {
  return withAuthor(answer, (author) => evidenced(answer, form, author, (evidence) => act(author, evidence)))
}

async function evidenced<State extends FormState>(
  answer: State,
  form: FormData,
  author: Author,
  act: (evidence: Evidence) => Promise<State>,
): Promise<State> {
  const read = await drafted(author, () => checkEvidence(readEvidence(form)))
  return withSource(read.ok ? await act(read.evidence) : { ...answer, errors: read.errors }, read)
}

/** An answer whose form means the source that was found, or asks which is meant. */
export function withSource<State extends FormState>(answer: State, { typed, candidates }: CheckedEvidence): State {
  return { ...answer, typed: { ...answer.typed, ...typed }, sourceCandidates: candidates }
}
