import type { Message, MoveLine } from '../messages/index.ts'

/** A move that is so still, as its feature tells it now. */
export type Move = Pick<Message, 'id' | 'by' | 'subject'> & { readonly line: MoveLine }

/** Limit of rows: each has a button beside the one of every message, within the six of a card. */
export const MOST_ROWS = 4

/** Of moves of one thing the latest: it overtakes the others. `moves`: the latest first. */
export function latestOfEach(moves: readonly Move[]): readonly Move[] {
  const things = new Set<string>()
  return moves.filter(({ line: { thing } }) => {
    const isFirst = !things.has(thing)
    things.add(thing)
    return isFirst
  })
}
