import type { Evidence, Finding } from './finding'
import { groupsOf } from './groups'
import { RULES, SEVERITIES } from './rules'

/** Findings as a list to be read, in the order in which they come, with the counts by rule at its end. */
export function findingsInWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'The rules find nothing.'
  const titles = new Map(RULES.map(({ name, title }) => [name, title]))
  const byRule = groupsOf(findings, ({ rule }) => rule)
  const lists = byRule.map((found) => {
    const [{ rule, severity } = { rule: '', severity: '' }] = found
    const heading = `${severity.toUpperCase()}  ${titles.get(rule) ?? rule} (${rule}): ${found.length}`
    return [heading, ...found.map(inWords)].join('\n\n')
  })
  return [...lists, summary(findings, byRule)].join('\n\n\n')
}

function inWords({ label, explanation, evidence, fix }: Finding): string {
  return [`  ${label}`, `    ${explanation}`, ...evidence.map(said), `    Fix it at ${fix}`].join('\n')
}

function said({ source, locator, asserts }: Evidence): string {
  const who = [source ?? 'the record itself', locator].filter((part) => part !== null).join(', ')
  return `    - ${who}${asserts === null ? '' : `: ${asserts}`}`
}

function summary(findings: readonly Finding[], byRule: readonly Finding[][]): string {
  const rows = byRule.map((found) => `  ${String(found.length).padStart(6)}  ${found[0]?.rule}`)
  const weights = SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return `${count} ${severity}${count === 1 ? '' : 's'}`
  })
  return ['By rule', ...rows, `  ${String(findings.length).padStart(6)}  in all: ${weights.join(', ')}`].join('\n')
}
