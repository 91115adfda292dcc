import type { Actor } from '../../kernel/access/actor.ts'
import {
  type Audit,
  type AuditCommand,
  type AuditDeferred,
  type AuditRoleChange,
  inDetail,
} from '../../kernel/access/audit.ts'
import type { EntryPoint } from '../../kernel/access/entry-point.ts'
import { permit } from '../../kernel/access/permission.ts'
import { type Ids, orderedIds } from '../../kernel/crypto/ids.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/requests/cursor.ts'
import type { Once } from '../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { type Clock, HOUR, MINUTE } from '../../kernel/time/clock.ts'
import {
  AUDIT_PERMISSIONS,
  type AuditEntry,
  type AuditedThing,
  isLogged,
  type JournalFilter,
  partsOf,
} from './domain.ts'

/** Tolerated clock skew between instances. */
const AHEAD = 2 * HOUR

export type AuditStore = {
  readonly add: (entry: AuditEntry) => Promise<void>
  /** The person's pseudonym; `fresh` becomes it if they have none. */
  readonly pseudonym: (person: string, fresh: string) => Promise<string>
  /** Time (ms) of the last entry of the act, not after `until`. */
  readonly lastAt: (act: string, until: number) => Promise<number | undefined>
  /** The last entry of the act about the thing. */
  readonly lastOf: (act: string, thing: string) => Promise<AuditEntry | undefined>
  readonly count: (filter: JournalFilter) => Promise<number>
  /** Newest first, from just after `after`. */
  readonly newest: (filter: JournalFilter, limit: number, after?: Cursor) => Promise<readonly AuditEntry[]>
}

export type ThingStore = {
  /** Current titles of what these ids name, by id. */
  readonly titles: (ids: readonly string[]) => Promise<ReadonlyMap<string, AuditedThing>>
}

type Parts = {
  readonly store: (tx: Tx) => AuditStore
  readonly things?: (tx: Tx) => ThingStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly clock: Clock
  readonly ids: Ids
}

/** `actor` is absent for somebody of another tenant. */
export type Attempt = {
  readonly actor?: Actor
  readonly entryPoint: EntryPoint
  readonly act: string
  readonly code: string
}

/** An export of the journal. `at`: milliseconds; `all`: entries at that time; `rows`: the newest of them, which it holds. */
export type TakenJournal = {
  readonly at: number
  readonly all: number
  readonly rows: number
  readonly pages: AsyncGenerator<{
    readonly entries: readonly AuditEntry[]
    readonly things: ReadonlyMap<string, AuditedThing>
  }>
}

/** Where no entry says who it was. */
const NOBODY = { who: '', role: 'organiser', door: 'chat' } as const

/** Rows per page in memory. */
const PAGE = 500

export type AuditUsecases = ReturnType<typeof auditUsecases>

export function auditUsecases({ store, things, transact, read, once, clock, ids }: Parts) {
  const entryId = orderedIds(ids)

  type What = Pick<AuditEntry, 'act' | 'thing' | 'door' | 'refused'>

  function write(tx: Tx, by: Pick<AuditEntry, 'who' | 'role'>, what: What): Promise<void> {
    return store(tx).add({ id: entryId(), at: clock.now(), ...by, ...what })
  }

  async function add(tx: Tx, actor: Actor | undefined, what: What): Promise<void> {
    const who = actor ? await store(tx).pseudonym(actor.id, ids.next()) : ''
    await write(tx, { who, role: actor?.role ?? 'stranger' }, what)
  }

  const record: Audit = (tx, actor, act, thing = '') =>
    add(tx, actor, { act, thing, door: actor.entryPoint ?? 'chat' })

  const operated: AuditCommand = (tx, act, thing = '') =>
    write(tx, { who: '', role: 'operator' }, { act, thing, door: 'command' })

  /** The affected person is logged under their pseudonym too, so that an erasure reaches these rows as well. */
  const roleChanged: AuditRoleChange = async (tx, person, role, by) => {
    const [act, thing] = [`people.role-${role}`, await store(tx).pseudonym(person, ids.next())]
    await (by ? record(tx, by, act, thing) : operated(tx, act, thing))
  }

  /** Whoever did it may be erased by now, or have another role: their entry of then says who it was. */
  const deferred: AuditDeferred = async (tx, { act: cause, thing }, act, detail) => {
    const { who, role, door } = (await store(tx).lastOf(cause, thing)) ?? NOBODY
    await write(tx, { who, role }, { act, thing: inDetail(thing, detail), door })
  }

  async function titlesOf(entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, AuditedThing>> {
    const ids = [...new Set(entries.flatMap(({ thing }) => partsOf(thing)))]
    if (!things) return new Map()
    return read(tx => things(tx).titles(ids))
  }

  /** Append-only rows: pages read one after another, up to `filter.until`, form a consistent snapshot. */
  async function* pagesIn(filter: JournalFilter, rows: number): TakenJournal['pages'] {
    let after: Cursor | undefined
    for (let left = rows; left > 0; ) {
      const entries = await read(tx => store(tx).newest(filter, Math.min(PAGE, left), after))
      if (entries.length === 0) return
      yield { entries, things: await titlesOf(entries) }
      after = entries.at(-1)
      left -= entries.length
    }
  }

  return {
    record,
    operated,
    roleChanged,
    deferred,

    /** Time (ms) of the last `act`; undefined without one. Entries from a clock far ahead are ignored. */
    lastAt: (act: string) => read(tx => store(tx).lastAt(act, clock.now() + AHEAD)),

    /**
     * Logs a refusal, if its reason is a missing right or the act is on the watch list: at most once a minute per act,
     * so that repeated presses cannot fill the journal.
     */
    async refused({ actor, entryPoint, act, code }: Attempt): Promise<void> {
      if (!isLogged(act, code)) return
      await transact(async tx => {
        const key = { key: `refused:${actor?.id ?? ''}:${act}`, forMs: MINUTE }
        const id = ids.next()
        if ((await once(tx, [key], id)) === id)
          await add(tx, actor, { act, door: entryPoint, thing: '', refused: code })
      })
    },

    /** Newest first. `after`: what the page before gave as `next`. @throws Refusal `role-needed`, `malformed` */
    async list(actor: Actor, limit: number, after?: string, filter: JournalFilter = {}) {
      permit(AUDIT_PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      return pageOf(await read(tx => store(tx).newest(filter, limit + 1, from)), limit)
    },

    /**
     * What these entries are about, by id, as far as readers of the journal may see it.
     * @throws Refusal `role-needed`
     */
    async about(actor: Actor, entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, AuditedThing>> {
      permit(AUDIT_PERMISSIONS.read, actor.role)
      return titlesOf(entries)
    },

    /**
     * Exports the entries of the filter until now, the newest `most`, a page at a time, with what they are about. The export is logged
     * with its number of rows before its first page is sent.
     * @throws Refusal `role-needed`
     */
    async take(actor: Actor, filter: JournalFilter, most: number): Promise<TakenJournal> {
      permit(AUDIT_PERMISSIONS.export, actor.role)
      const at = clock.now()
      const within = { ...filter, until: Math.min(filter.until ?? at, at) }
      const all = await read(tx => store(tx).count(within))
      const rows = Math.min(all, most)
      await transact(tx => record(tx, actor, AUDIT_PERMISSIONS.export.act, inDetail('journal', rows)))
      return { at, all, rows, pages: pagesIn(within, rows) }
    },
  }
}
