import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Once, OnceKey } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { Reached } from '../changes/domain.ts'
import { seeing } from '../registration/personal-view-usecases.ts'
import { type ComingParts, registeringUsecases } from '../registration/usecases.ts'
import type { Registration, SeatStore } from '../seats/waiting-list-usecases.ts'
import type { Leader } from '../tables/domain.ts'
import {
  type Answer,
  announcedNow,
  type Draft,
  PERMISSIONS,
  seenAt,
  standing,
  type TypedNew,
  type Workshop,
  type WorkshopSeen,
} from './domain.ts'
import { draftOf } from './draft.ts'
import { cardFact, momentFacts } from './facts.ts'

export type Given = Pick<Registration, 'answer' | 'direction' | 'queueNo' | 'offeredUntil'> & {
  /** Their table, once tables are shown. */
  readonly table: number | null
}

export type WorkshopStore = {
  readonly add: (workshop: Workshop) => Promise<void>
  /** Writes all but the seats. */
  readonly change: (workshop: Workshop) => Promise<void>
  readonly find: (id: string) => Promise<Workshop | undefined>
  /** Like `find`; nobody else answers this workshop until the transaction ends. */
  readonly lock: (id: string) => Promise<Workshop | undefined>
  /** The person's answers to those of `workshops` they answered. */
  readonly answers: (person: string, workshops: readonly string[]) => Promise<ReadonlyMap<string, Given>>
  /** How the person facilitates those of `workshops` that they do. */
  readonly led: (
    person: string,
    workshops: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<Leader, 'table'>>>
  /** The answers of those of `people` who gave one. */
  readonly answersOf: (workshop: string, people: readonly string[]) => Promise<ReadonlyMap<string, Answer>>
  readonly seriesTitles: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Workshops yet to start that the person answered while their Direction was not known; at most 500. */
  readonly unplaced: (person: string, now: number) => Promise<readonly string[]>
  /** Puts the person's answer under `direction`, unless it stands under one. */
  readonly place: (id: string, person: string, direction: string) => Promise<void>
  /** People who had a seat by `at` (milliseconds) and have it still, by id, from just beyond `after`. */
  readonly seated: (id: string, at: number, limit: number, after?: string) => Promise<readonly string[]>
  /** Of those who have a seat, but for the person `but`, how many a message about a change reaches, and how many none. */
  readonly countSeated: (id: string, but: string) => Promise<Reached>
  /** Seats that people of `direction` have in those of `workshops` where they have any. */
  readonly seatsOf: (direction: string, workshops: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** Seats kept for people of `direction` in those of `workshops` where it has any of its own. */
  readonly quotasOf: (direction: string, workshops: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** Those that start after `from` and before `until`, by start. */
  readonly starting: (span: Span) => Promise<readonly Workshop[]>
  /** Those that end after `now`, by start. */
  readonly coming: (page: WorkshopPage) => Promise<readonly Workshop[]>
  /** Those that ended and that the person answered or facilitated, or that are among `visited`, the last to start first. */
  readonly past: (page: PastPage) => Promise<readonly Workshop[]>
}

/** Milliseconds. */
export type Span = { readonly from: number; readonly until: number; readonly limit: number }

/** `after`: from just beyond it. `on`: without those that are called off or put off. */
export type WorkshopPage = {
  readonly now: number
  readonly limit: number
  readonly after?: Cursor
  readonly on?: true
}

type PastPage = WorkshopPage & { readonly person: string; readonly visited: readonly string[] }

type Parts = ComingParts & {
  readonly store: (tx: Tx) => WorkshopStore
  readonly seats: (tx: Tx) => SeatStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'axis' | 'zone'>
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce'>
  readonly people: Pick<PeopleUsecases, 'tookPart'>
  readonly messages?: Pick<MessageUsecases, 'tellable'>
}

export type WorkshopUsecases = ReturnType<typeof workshopUsecases>

const LATELY = 50

/** Before the cursor of an agenda's page that ended among past workshops. */
const PAST = 'past.'

/** @throws Refusal `malformed` */
function agendaCursor(after: string | undefined): { past: boolean; from: { after?: Cursor } } {
  if (after === undefined) return { past: false, from: {} }
  const past = after.startsWith(PAST)
  return { past, from: { after: parseCursor(past ? after.slice(PAST.length) : after) } }
}

export function workshopUsecases(parts: Parts) {
  const { store, transact, read, once, note, audit, clock, ids, programme, channels, messages } = parts

  const views = seeing(parts)

  async function check(actor: Actor, typed: TypedNew): Promise<{ draft: Draft; targets: Targets }> {
    permit(PERMISSIONS.publish, actor.role)
    const draft = draftOf(typed, clock.now())
    if (!programme.axis(draft.axis)) throw new Refusal('axis-missing')
    return { draft, targets: await channels.targets(typed.where) }
  }

  async function announce(tx: Tx, actor: Actor, workshop: Workshop, targets: Targets): Promise<void> {
    await store(tx).add(workshop)
    await channels.announce(tx, { thing: 'workshop', id: workshop.id }, targets)
    await audit(tx, actor, PERMISSIONS.publish.act, workshop.id)
    const moments = momentFacts(workshop, programme.zone, clock.now())
    for (const fact of [cardFact(workshop.id), ...moments]) await note(tx, fact)
  }

  async function seenPage(tx: Tx, actor: Actor, found: readonly Workshop[], limit: number) {
    const rows = found.map(workshop => ({ ...workshop, at: workshop.startsAt }))
    const { items, ...next } = pageOf(rows, limit)
    return { items: await views.all(tx, actor, items), ...next }
  }

  return {
    ...registeringUsecases({
      ...parts,
      zone: programme.zone,
      seeing: views,
      ...(messages && { tellable: messages.tellable }),
    }),

    /**
     * What would be announced, and where.
     * @throws Refusal of `draftOf` and of `targets`, and `role-needed`, `axis-missing`
     */
    check,

    /** Announces a workshop, once for all `keys`. @throws Refusal as `check` does */
    async publish(actor: Actor, typed: TypedNew, keys: readonly OnceKey[]): Promise<WorkshopSeen> {
      const { draft, targets } = await check(actor, typed)
      const workshop = announcedNow(draft, { id: ids.next(), organiser: actor.id, now: clock.now() })
      return transact(async tx => {
        const id = await once(tx, keys, workshop.id)
        if (id === workshop.id) await announce(tx, actor, workshop, targets)
        return views.one(tx, actor, standing(await store(tx).find(id)))
      })
    },

    /** @throws Refusal `gone` */
    show(actor: Actor, id: string): Promise<WorkshopSeen> {
      permit(PERMISSIONS.read, actor.role)
      return read(async tx => views.one(tx, actor, standing(await store(tx).find(id))))
    },

    /** Those to come and those under way, by start. `after`: what the page before gave as `next`. */
    async coming(actor: Actor, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const page = {
        now: clock.now(),
        limit: limit + 1,
        ...(after !== undefined && { after: parseCursor(after) }),
      }
      return read(async tx => seenPage(tx, actor, await store(tx).coming(page), limit))
    },

    /** The first `limit` of them that do take place. */
    async takingPlace(actor: Actor, limit: number): Promise<readonly WorkshopSeen[]> {
      permit(PERMISSIONS.read, actor.role)
      const page = { now: clock.now(), limit, on: true } as const
      return read(async tx => views.all(tx, actor, await store(tx).coming(page)))
    },

    /**
     * Those to come and those under way, then the past ones that the person answered, facilitated or, with a seat or
     * without, `visited`, the last first.
     */
    async agenda(actor: Actor, limit: number, after?: string, visited: readonly string[] = []) {
      permit(PERMISSIONS.read, actor.role)
      const { past, from } = agendaCursor(after)
      const page = { now: clock.now(), ...from }
      return read(async tx => {
        const ahead = past ? [] : await store(tx).coming({ ...page, limit: limit + 1 })
        const behind = {
          ...(past ? page : { now: page.now }),
          limit: limit + 1 - ahead.length,
          person: actor.id,
          visited,
        }
        const ended = behind.limit > 0 ? await store(tx).past(behind) : []
        const { items, next } = await seenPage(tx, actor, [...ahead, ...ended], limit)
        return { items, ...(next !== undefined && { next: ahead.length < limit ? PAST + next : next }) }
      })
    },

    /** Ids of those to come, under way, or over for less than `remembered` milliseconds, by start; the first 50. */
    async lately(remembered: number): Promise<readonly string[]> {
      const page = { now: clock.now() - remembered, limit: LATELY }
      return (await read(tx => store(tx).coming(page))).map(({ id }) => id)
    },

    /** What everybody in a channel sees, or nothing when it is gone. */
    async posted(id: string): Promise<WorkshopSeen | undefined> {
      const found = await read(tx => store(tx).find(id))
      return found && found.state !== 'draft' ? seenAt(found, clock.now(), undefined) : undefined
    },
  }
}
