import 'server-only'
import type { FindParts } from '../merging/parts'

/** The editions of a series, and what sources claim of it. */
export const seriesParts: FindParts = async (db, from, into) => {
  const competitions = await db.competition.count({ where: { seriesId: from.id, withdrawn: false } })
  const claims = await db.claim.count({ where: { seriesSlug: from.slug, withdrawn: false } })
  return {
    choices: [],
    gains: [],
    moves: [
      { one: 'edition', moved: competitions, joined: 0 },
      { one: 'claim', moved: claims, joined: 0 },
    ],
    twins: [],
    // What has been withdrawn as well: it may be brought back, and belongs to the one that is left.
    carry: async ({ tx }) => {
      await tx.competition.updateMany({ where: { seriesId: from.id }, data: { seriesId: into.id } })
      await tx.claim.updateMany({ where: { seriesSlug: from.slug }, data: { seriesSlug: into.slug } })
    },
  }
}
