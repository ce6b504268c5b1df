/** Results missing from a later edition of a list: annulled, corrected, or only left out. The record keeps them. */
import { displayMark } from '../sport/display-mark'
import { defineRule } from './finding'
import { ofResult, resultLabel } from './subject'

export const vanishedFromList = defineRule({
  name: 'vanished-from-list',
  title: 'A later edition of the list has it no more',
  explanation: 'An edition of a list that was imported had this result, and the next edition does not list it.',
  severity: 'notice',
  concerns: 'editor',
  find: ({ athlete, results }, { vanished = [] }) =>
    results.flatMap((result) =>
      vanished
        .filter(({ resultId }) => resultId === result.id)
        .map(({ source, list, since }) => ({
          ...ofResult(result, athlete.displayName),
          field: null,
          explanation: `${resultLabel(result)}: the edition of ${list} that was imported on ${since} does not list it any more. It may have been annulled, or only left out.`,
          evidence: [{ source, locator: list, asserts: displayMark(result) }],
        })),
    ),
})
