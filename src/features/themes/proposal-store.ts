import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import { MOST_PROPOSED } from './proposal.ts'
import type { ProposalStore } from './rows.ts'

export function proposalStore(tx: Tx): ProposalStore {
  const db = open(tx)
  return {
    async of(axis) {
      const rows = await db
        .selectFrom('theme_proposal')
        .selectAll()
        .where('axis', '=', axis)
        .orderBy('place')
        .limit(MOST_PROPOSED)
        .execute()
      return rows.map(({ id, title, words, ideas, made_at, discarded_at }) => ({
        id,
        axis,
        title,
        words: JSON.parse(words) as string[],
        ideas: JSON.parse(ideas) as string[],
        madeAt: made_at,
        ...(discarded_at !== null && { discardedAt: discarded_at }),
      }))
    },

    async replace(axis, proposals) {
      // Row by row at its place, so that of two at once the later one stands, whole.
      for (const [place, { id, title, words, ideas, madeAt }] of proposals.entries()) {
        const values = {
          id,
          title,
          words: JSON.stringify(words),
          ideas: JSON.stringify(ideas),
          made_at: madeAt,
          discarded_at: null,
        }
        await db
          .insertInto('theme_proposal')
          .values({ axis, place, ...values })
          .onConflict(on => on.columns(['axis', 'place']).doUpdateSet(values))
          .execute()
      }
      await db
        .deleteFrom('theme_proposal')
        .where('axis', '=', axis)
        .where('place', '>=', proposals.length)
        .execute()
    },

    async setDiscarded(axis, id, at) {
      await db
        .updateTable('theme_proposal')
        .set({ discarded_at: at ?? null })
        .where('axis', '=', axis)
        .where('id', '=', id)
        .execute()
    },

    async remove(axis, id) {
      await db.deleteFrom('theme_proposal').where('axis', '=', axis).where('id', '=', id).execute()
    },
  }
}
