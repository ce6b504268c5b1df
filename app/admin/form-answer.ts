import 'server-only'
import type { FormState } from '@/components/form/form-state'
import { typedIn } from '@/lib/form/typed'
import { type Evidence, readEvidence, readReason } from '@/lib/record/evidence'
import type { Editor } from '@/server/accounts/editor'
import { currentEditor } from '@/server/accounts/session'
import type { CheckedEvidence } from '@/server/sources/evidence'
import { checkEvidence } from '@/server/sources/evidence-desk'

/** The answer that saves nothing and gives back what was typed; errors are added to it. */
export function keepTyped(state: FormState, form: FormData): FormState {
  return { attempt: state.attempt + 1, typed: typedIn(form), errors: {}, isSignedOut: false }
}

/** The gate of every action that has a form to give back: only for an editor it goes on to `act`. */
export async function withEditor<State extends FormState>(
  answer: State,
  act: (editor: Editor) => Promise<State>,
): Promise<State> {
  const editor = await currentEditor()
  return editor ? act(editor) : { ...answer, isSignedOut: true }
}

/** The gate of an action that needs a reason alone. */
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

/** The gate of an action that needs a reason and a source. */
export async function withEvidence<State extends FormState>(
  answer: State,
  form: FormData,
  act: (editor: Editor, evidence: Evidence) => Promise<State>,
): Promise<State> {
  return withEditor(answer, async (editor) => {
    const read = await checkEvidence(readEvidence(form))
    return withSource(read.ok ? await act(editor, read.evidence) : { ...answer, errors: read.errors }, read)
  })
}

/** An answer whose form means the source that was found, or asks which is meant. */
export function withSource<State extends FormState>(answer: State, { typed, candidates }: CheckedEvidence): State {
  return { ...answer, typed: { ...answer.typed, ...typed }, sourceCandidates: candidates }
}
