import type { FactHandler, Handlers } from '../../../conversation/protocol/handlers.ts'

/** Facts by kind, each handled by every room that names it, one after the other. */
export function factHandlers(rooms: readonly Pick<Handlers, 'facts'>[]): NonNullable<Handlers['facts']> {
  const entries = rooms.flatMap(({ facts = {} }) => Object.entries(facts))
  const byKind = Map.groupBy(entries, ([kind]) => kind)
  const inTurn =
    (handlers: readonly FactHandler[]): FactHandler =>
    async fact => {
      const all = []
      for (const handle of handlers) all.push(...(await handle(fact)))
      return all
    }
  return Object.fromEntries(
    [...byKind].map(([kind, named]) => [kind, inTurn(named.map(([, handle]) => handle))] as const),
  )
}
