import type { Actor } from '../../kernel/access/actor.ts'
import { type Audit, type AuditCommand, type AuditRoleChange, inDetail } from '../../kernel/access/audit.ts'
import type { EntryPoint } from '../../kernel/access/entry-point.ts'
import { permit } from '../../kernel/access/permission.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/requests/cursor.ts'
import type { Once } from '../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { type Clock, HOUR, MINUTE } from '../../kernel/time/clock.ts'
import {
  AUDIT_PERMISSIONS,
  type AuditEntry,
  type AuditedThing,
  isTold,
  type JournalFilter,
  partsOf,
} from './domain.ts'

/** The clock of another machine may be ahead of ours, but not by so much. */
const AHEAD = 2 * HOUR

export type AuditStore = {
  readonly add: (entry: AuditEntry) => Promise<void>
  /** The person's pseudonym: `fresh`, unless they have one. */
  readonly pseudonym: (person: string, fresh: string) => Promise<string>
  /** When (ms) that act was last kept. */
  /** Not after `until`. */
  readonly lastAt: (act: string, until: number) => Promise<number | undefined>
  readonly count: (filter: JournalFilter) => Promise<number>
  /** Newest first, from just after `after`. */
  readonly newest: (filter: JournalFilter, limit: number, after?: Cursor) => Promise<readonly AuditEntry[]>
}

export type ThingStore = {
  /** What these ids name and how it is called, by id. */
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

/** `actor` is absent when somebody of another tenant tried. */
export type Attempt = {
  readonly actor?: Actor
  readonly door: EntryPoint
  readonly act: string
  readonly code: string
}

/** The journal on its way out. `at`: milliseconds; `rows`: entries, as many as were there then. */
export type TakenJournal = {
  readonly at: number
  readonly rows: number
  readonly pages: AsyncGenerator<{
    readonly entries: readonly AuditEntry[]
    readonly things: ReadonlyMap<string, AuditedThing>
  }>
}

/** Rows that are in memory at one time. */
const PAGE = 500

export type AuditUsecases = ReturnType<typeof auditUsecases>

export function auditUsecases({ store, things, transact, read, once, clock, ids }: Parts) {
  type What = Pick<AuditEntry, 'act' | 'thing' | 'door' | 'refused'>

  function write(tx: Tx, by: Pick<AuditEntry, 'who' | 'role'>, what: What): Promise<void> {
    return store(tx).add({ id: ids.next(), at: clock.now(), ...by, ...what })
  }

  async function add(tx: Tx, actor: Actor | undefined, what: What): Promise<void> {
    const who = actor ? await store(tx).pseudonym(actor.id, ids.next()) : ''
    await write(tx, { who, role: actor?.role ?? 'stranger' }, what)
  }

  const record: Audit = (tx, actor, act, thing = '') =>
    add(tx, actor, { act, thing, door: actor.door ?? 'chat' })

  const operated: AuditCommand = (tx, act, thing = '') =>
    write(tx, { who: '', role: 'operator' }, { act, thing, door: 'command' })

  /** On whom: their pseudonym too, so that an erasure reaches these rows as well. */
  const roleChanged: AuditRoleChange = async (tx, person, role, by) => {
    const [act, thing] = [`people.role-${role}`, await store(tx).pseudonym(person, ids.next())]
    await (by ? record(tx, by, act, thing) : operated(tx, act, thing))
  }

  async function titlesOf(entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, AuditedThing>> {
    const ids = [...new Set(entries.flatMap(({ thing }) => partsOf(thing)))]
    if (!things) return new Map()
    return read(tx => things(tx).titles(ids))
  }

  /** Rows are only added, so that pages read one after another are those of one moment, until `filter.until`. */
  async function* pagesIn(filter: JournalFilter): TakenJournal['pages'] {
    let after: Cursor | undefined
    for (;;) {
      const entries = await read(tx => store(tx).newest(filter, PAGE, after))
      if (entries.length > 0) yield { entries, things: await titlesOf(entries) }
      after = entries.at(-1)
      if (entries.length < PAGE) return
    }
  }

  return {
    record,
    operated,
    roleChanged,

    /** When (ms) `act` was last done; undefined where it never was. What a clock far ahead wrote does not count. */
    lastAt: (act: string) => read(tx => store(tx).lastAt(act, clock.now() + AHEAD)),

    /**
     * Keeps that `act` was refused to somebody, when the reason is a right they lack or the act is one to watch: once a
     * minute for each act, so that nobody fills the journal by pressing.
     */
    async refused({ actor, door, act, code }: Attempt): Promise<void> {
      if (!isTold(act, code)) return
      await transact(async tx => {
        const key = { key: `refused:${actor?.id ?? ''}:${act}`, forMs: MINUTE }
        const id = ids.next()
        if ((await once(tx, [key], id)) === id) await add(tx, actor, { act, door, thing: '', refused: code })
      })
    },

    /** Newest first. `after`: what the page before gave as `next`. @throws Refusal `role-needed`, `malformed` */
    async list(actor: Actor, limit: number, after?: string, filter: JournalFilter = {}) {
      permit(AUDIT_PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      return pageOf(await read(tx => store(tx).newest(filter, limit + 1, from)), limit)
    },

    /**
     * What these entries are about, by its id, as far as whoever reads the journal may read it.
     * @throws Refusal `role-needed`
     */
    async about(actor: Actor, entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, AuditedThing>> {
      permit(AUDIT_PERMISSIONS.read, actor.role)
      return titlesOf(entries)
    },

    /**
     * All entries of the filter until now, a page at a time, each with what they are about. Before the first of them leaves, the journal
     * has who took it and how many rows. @throws Refusal `role-needed`
     */
    async take(actor: Actor, filter: JournalFilter): Promise<TakenJournal> {
      permit(AUDIT_PERMISSIONS.export, actor.role)
      const at = clock.now()
      const within = { ...filter, until: Math.min(filter.until ?? at, at) }
      const rows = await read(tx => store(tx).count(within))
      await transact(tx => record(tx, actor, AUDIT_PERMISSIONS.export.act, inDetail('journal', rows)))
      return { at, rows, pages: pagesIn(within) }
    },
  }
}
