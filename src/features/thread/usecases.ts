import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { PeopleUsecases } from '../people/index.ts'
import {
  DETAIL_LENGTH,
  type EventKind,
  type EventSeen,
  type Kinds,
  type NumberedEvent,
  type ThreadEvent,
} from './domain.ts'

export type ThreadStore = {
  /**
   * Adds the event under the next number of its thing, and returns it; of two concurrent ones the second transaction is
   * retried.
   */
  readonly add: (event: ThreadEvent) => Promise<number>
  /** Whether it has an event of this kind. */
  readonly has: (thing: ThreadEvent['thing'], id: string, kind: EventKind) => Promise<boolean>
  /** Detail of its last event of this kind; undefined without one. */
  readonly latest: (thing: ThreadEvent['thing'], id: string, kind: EventKind) => Promise<string | undefined>
  /** Removes the person from such events of the idea. */
  readonly unname: (id: string, person: string, kinds: Kinds) => Promise<void>
  /** In order, from just after the number `after`; without kinds `but`. */
  readonly of: (
    thing: ThreadEvent['thing'],
    id: string,
    limit: number,
    after: number,
    but?: readonly EventKind[],
  ) => Promise<readonly NumberedEvent[]>
}

type Parts = {
  readonly store: (tx: Tx) => ThreadStore
  readonly read: Transact
  readonly people: Pick<PeopleUsecases, 'names'>
}

export type ThreadUsecases = ReturnType<typeof threadUsecases>

function numberAfter(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,9}$/.test(cursor)) throw new Refusal('malformed')
  return Number(cursor)
}

export function threadUsecases({ store, read, people }: Parts) {
  return {
    /** Adds an event within the transaction of the act, and returns its number. */
    add: (tx: Tx, event: ThreadEvent): Promise<number> =>
      store(tx).add(
        event.detail === undefined
          ? event
          : { ...event, detail: [...event.detail].slice(0, DETAIL_LENGTH).join('') },
      ),

    has: (tx: Tx, thing: ThreadEvent['thing'], id: string, kind: EventKind): Promise<boolean> =>
      store(tx).has(thing, id, kind),

    /** Detail of a thing's last event of this kind, such as its phase; undefined without one. */
    latest: (tx: Tx, thing: ThreadEvent['thing'], id: string, kind: EventKind): Promise<string | undefined> =>
      store(tx).latest(thing, id, kind),

    /** Removes somebody's name from their events on an idea, for good. */
    unname: (tx: Tx, id: string, person: string, kinds: Kinds): Promise<void> =>
      store(tx).unname(id, person, kinds),

    /**
     * History of a thing, the oldest event first. `after`: what the page before gave as `next`. `but`: kinds left out.
     * @throws Refusal `malformed`
     */
    async of(
      thing: ThreadEvent['thing'],
      id: string,
      limit: number,
      after?: string,
      but: readonly EventKind[] = [],
    ): Promise<{ readonly items: readonly EventSeen[]; readonly next?: string }> {
      const from = numberAfter(after)
      const rows = await read(tx => store(tx).of(thing, id, limit + 1, from, but))
      const shown = rows.slice(0, limit)
      const names = await people.names([...new Set(shown.flatMap(({ by }) => by ?? []))])
      const items = shown.map(({ kind, at, number, by, detail }) => {
        const name = names.get(by ?? '') ?? ''
        return { kind, at, number, ...(name !== '' && { by: name }), ...(detail !== undefined && { detail }) }
      })
      const last = items.at(-1)
      return rows.length > limit && last ? { items, next: String(last.number) } : { items }
    },
  }
}
