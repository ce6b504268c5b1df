import type { Finding } from './finding'

/** Rules whose findings are fixed where sources are cited and disputes resolved, not in the subject's own form. */
const OF_SOURCES = new Set(['open-dispute', 'settled-dispute', 'uncited-figure'])

/**
 * The form that fixes a finding: the one it names, or the one that resolves or cites the sources of its field.
 */
export function fixForm({ rule, subject, field, fix }: Pick<Finding, 'rule' | 'subject' | 'field' | 'fix'>): string {
  const [kind = '', key = ''] = subject.split(/:(.*)/)
  const sources = `/admin/${kind}s/${key}/citations`
  const named = field === null ? '' : encodeURIComponent(field)
  if (OF_SOURCES.has(rule)) {
    // Of an athlete, the field alone does not say which of the athlete’s names or clubs is meant.
    if (rule === 'uncited-figure') return field === null ? sources : `${sources}?field=${named}#cite`
    return kind === 'athlete' || field === null ? sources : `/admin/disputes/${kind}/${key}/${named}`
  }
  return fix
}
