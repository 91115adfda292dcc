import type { FactHandler, Handlers } from './handlers.ts'

type Named = 'verbs' | 'quotes' | 'searches' | 'links'

/** What all rooms answer: each verb, quote, search and link is of one room alone. */
export function roomHandlers(rooms: readonly Handlers[]) {
  const of = <K extends Named>(named: K): Handlers[K] =>
    Object.assign({}, ...rooms.map(room => room[named])) as Handlers[K]
  return {
    commands: rooms.flatMap(({ commands }) => commands ?? []),
    verbs: of('verbs'),
    facts: factHandlers(rooms),
    quotes: of('quotes'),
    searches: of('searches'),
    links: of('links'),
  }
}

/** Facts by kind, each handled by every room that names it, one after the other. */
function factHandlers(rooms: readonly Pick<Handlers, 'facts'>[]): NonNullable<Handlers['facts']> {
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
