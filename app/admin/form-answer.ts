import 'server-only'
import type { FormState } from '@/components/form/form-state'
import { typedIn } from '@/lib/form/typed'
import { readReason } from '@/lib/record/evidence'
import type { Editor } from '@/server/accounts/editor'
import { currentEditor } from '@/server/accounts/session'

/** The form as it was sent, with nothing said of it yet. */
export function echoed(state: FormState, form: FormData): FormState {
  return { attempt: state.attempt + 1, typed: typedIn(form), errors: {}, isSignedOut: false }
}

/**
 * Answers a form that asks for a reason alone: the gate and the reason, then `act`.
 *
 * @param answer the form as it was sent.
 */
export async function answerReasoned<State extends FormState>(
  answer: State,
  form: FormData,
  act: (editor: Editor, reason: string) => Promise<State>,
): Promise<State> {
  const editor = await currentEditor()
  if (!editor) return { ...answer, isSignedOut: true }
  const { reason, errors } = readReason(form)
  return errors ? { ...answer, errors } : act(editor, reason)
}
