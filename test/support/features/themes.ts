import type { Database } from '../../../src/db/index.ts'
import type { Idea } from '../../../src/features/ideas/idea/domain.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'

/** As harvested at a table, of nobody in particular. */
const BARE = {
  author: '',
  credit: { by: 'nobody', name: '' },
  state: 'received',
  supports: 1,
  directions: 1,
  comments: 0,
} as const

/** Ideas as they are kept, of one axis, each a second younger than the one before; ids of sixteen letters */
export function ideasOf(axis: string, texts: readonly string[], from = 0): readonly Idea[] {
  return texts.map((text, at) => ({
    ...BARE,
    id: `0000000000${String(from + at).padStart(6, '0')}`,
    axis,
    text,
    at: 1_000 * (from + at),
  }))
}

/** Keeps ideas, a thousand a transaction. */
export async function keepIdeas(db: Pick<Database, 'transact'>, ideas: readonly Idea[]): Promise<void> {
  for (let from = 0; from < ideas.length; from += 1_000)
    await db.transact(async tx => {
      for (const idea of ideas.slice(from, from + 1_000)) await ideaStore(tx).add(idea)
    })
}
