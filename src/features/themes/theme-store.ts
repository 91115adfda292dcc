import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import { MOST_KEPT } from './domain.ts'
import type { ThemeStore } from './rows.ts'

export function themeStore(tx: Tx): ThemeStore {
  const db = open(tx)
  return {
    async of(axis) {
      const rows = await db
        .selectFrom('theme')
        .selectAll()
        .where('axis', '=', axis)
        .orderBy('made_at')
        .orderBy('id')
        .limit(MOST_KEPT)
        .execute()
      return rows.map(({ id, title, words, made_at, removed_at }) => ({
        id,
        axis,
        title,
        words: JSON.parse(words) as string[],
        madeAt: made_at,
        ...(removed_at !== null && { removedAt: removed_at }),
      }))
    },

    async put({ id, axis, title, words, madeAt, removedAt = null }) {
      const row = { axis, title, words: JSON.stringify(words), removed_at: removedAt }
      await db
        .insertInto('theme')
        .values({ id, made_at: madeAt, ...row })
        .onConflict(on => on.column('id').doUpdateSet(row))
        .execute()
    },
  }
}
