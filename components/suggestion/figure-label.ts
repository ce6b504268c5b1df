import { THINGS } from '@/lib/record/things/things'
import { fieldLabel } from '../form/labels'

/** What a suggestion is about, in words: "Mark", "Date of birth", "Something else". */
export function figureLabel({ entity, figure }: { entity: string | null; figure: string | null }): string {
  if (figure === null) return 'Something else'
  const thing = Object.values(THINGS).find(({ table }) => table === entity)
  return thing?.fields[figure]?.label ?? fieldLabel(figure)
}
