/** Who signs in during the tests. */
export const PASSWORD = 'correct horse battery staple'

export const USERS = {
  admin: { email: 'admin@palmares.example', name: 'Admin', role: 'ADMIN' },
  oyuna: { email: 'oyuna@palmares.example', name: 'Oyuna', role: 'EDITOR' },
  brett: { email: 'brett@palmares.example', name: 'Brett', role: 'EDITOR' },
  /** Deactivated by the test of who gets which page, and in no other. */
  former: { email: 'former@palmares.example', name: 'Former', role: 'EDITOR' },
  carol: { email: 'carol@palmares.example', name: 'Carol', role: 'CONTRIBUTOR' },
  visitor: { email: 'contributor@palmares.example', name: 'Contributor', role: 'CONTRIBUTOR' },
} as const
