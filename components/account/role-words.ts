/** The roles in words. */
export const ROLE_WORDS = {
  CONTRIBUTOR: { name: 'Contributor', one: 'a contributor', what: 'changes wait for a review' },
  EDITOR: { name: 'Editor', one: 'an editor', what: 'publishes, and reviews others' },
  ADMIN: { name: 'Administrator', one: 'an administrator', what: 'an editor who looks after people too' },
} as const

type RoleName = keyof typeof ROLE_WORDS

/** To choose from, the least first. */
export const ROLE_CHOICES: readonly (readonly [role: RoleName, words: string])[] = (
  ['CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const
).map((role) => [role, `${ROLE_WORDS[role].name}: ${ROLE_WORDS[role].what}`])
