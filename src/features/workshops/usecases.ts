import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/cursor.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Once, OnceKey } from '../../kernel/once.ts'
import type { Note } from '../../kernel/outbox.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { Channel, ChannelUsecases } from '../channels/index.ts'
import type { Programme } from '../programme/index.ts'
import {
  type Answer,
  checkAnswer,
  type Draft,
  draftOf,
  PERMISSIONS,
  stageOf,
  type TypedDraft,
  type Workshop,
  type WorkshopSeen,
} from './domain.ts'

export type Registration = {
  readonly workshop: string
  readonly person: string
  readonly direction: string | undefined
  readonly answer: Answer
  readonly at: number
}

export type WorkshopStore = {
  readonly add: (workshop: Workshop) => Promise<void>
  readonly find: (id: string) => Promise<Workshop | undefined>
  /** Like `find`; nobody else answers this workshop until the transaction ends. */
  readonly lock: (id: string) => Promise<Workshop | undefined>
  /** The person's answers to those of `workshops` they answered. */
  readonly answers: (person: string, workshops: readonly string[]) => Promise<ReadonlyMap<string, Answer>>
  readonly putAnswer: (registration: Registration) => Promise<void>
  /** Counts again the seats and Directions that stand beside the workshop. */
  readonly recount: (id: string) => Promise<void>
  /** Those that end after `now`, by start, from just after `after`; with `answeredBy`, that person's past ones too. */
  readonly coming: (page: ComingPage) => Promise<readonly Workshop[]>
}

export type ComingPage = {
  readonly now: number
  readonly limit: number
  readonly after?: Cursor
  readonly answeredBy?: string
}

type Parts = {
  readonly store: (tx: Tx) => WorkshopStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'axis'>
  readonly channels: Pick<ChannelUsecases, 'find'>
}

export type WorkshopUsecases = ReturnType<typeof workshopUsecases>

function standing<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}

export function workshopUsecases(parts: Parts) {
  const { store, transact, read, once, note, clock, ids, programme, channels } = parts

  function seen(workshop: Workshop, mine: Answer | undefined): WorkshopSeen {
    const stage = stageOf(workshop, clock.now())
    return { ...workshop, stage, ...(mine !== undefined && { mine }) }
  }

  async function check(actor: Actor, typed: TypedDraft): Promise<{ draft: Draft; channel: Channel }> {
    permit(PERMISSIONS.publish, actor.role)
    const draft = draftOf(typed, clock.now())
    if (!programme.axis(draft.axis)) throw new Refusal('axis-missing')
    return { draft, channel: await channels.find(draft.channel) }
  }

  /** The card in the channel shows totals and what can still be done: it is drawn again when this comes true. */
  function changed(tx: Tx, id: string, moment?: { name: string; at: number }): Promise<void> {
    const mergeKey = moment ? `workshops:${id}:${moment.name}` : `workshops:${id}`
    const fact = { kind: 'workshops.changed', payload: { workshop: id }, mergeKey }
    return note(tx, moment ? { ...fact, dueAt: moment.at } : fact)
  }

  async function announce(tx: Tx, workshop: Workshop): Promise<void> {
    await store(tx).add(workshop)
    await changed(tx, workshop.id)
    await changed(tx, workshop.id, { name: 'start', at: workshop.startsAt })
    await changed(tx, workshop.id, { name: 'end', at: workshop.endsAt })
  }

  async function seenPage(actor: Actor, page: Omit<ComingPage, 'now' | 'after'>, after?: string) {
    permit(PERMISSIONS.read, actor.role)
    const from = after === undefined ? {} : { after: parseCursor(after) }
    const wanted = { ...page, ...from, limit: page.limit + 1, now: clock.now() }
    return read(async tx => {
      const found = await store(tx).coming(wanted)
      const rows = found.map(workshop => ({ ...workshop, at: workshop.startsAt }))
      const { items, ...next } = pageOf(rows, page.limit)
      const answers = await store(tx).answers(
        actor.id,
        items.map(workshop => workshop.id),
      )
      return { items: items.map(workshop => seen(workshop, answers.get(workshop.id))), ...next }
    })
  }

  return {
    /**
     * What would be announced, and where.
     * @throws Refusal of `draftOf`, and `role-needed`, `axis-missing`, `channel-gone`
     */
    check,

    /** Announces a workshop, once for all `keys`. @throws Refusal as `check` does */
    async publish(actor: Actor, typed: TypedDraft, keys: readonly OnceKey[]): Promise<WorkshopSeen> {
      const { draft } = await check(actor, typed)
      const fresh = { seatsTaken: 0, directions: 0, createdAt: clock.now() }
      const workshop = { ...draft, ...fresh, id: ids.next(), organiser: actor.id }
      return transact(async tx => {
        const id = await once(tx, keys, workshop.id)
        if (id === workshop.id) await announce(tx, workshop)
        const answers = await store(tx).answers(actor.id, [id])
        return seen(standing(await store(tx).find(id)), answers.get(id))
      })
    },

    /**
     * Makes `answer` the person's answer: saying it twice changes nothing.
     * @throws Refusal `role-needed`, `gone`, `workshop-over`, `workshop-full`
     */
    answer(actor: Actor, id: string, answer: Answer): Promise<WorkshopSeen> {
      permit(PERMISSIONS.answer, actor.role)
      return transact(async tx => {
        const workshops = store(tx)
        const workshop = standing(await workshops.lock(id))
        const before = (await workshops.answers(actor.id, [id])).get(id)
        checkAnswer(workshop, before, answer, clock.now())
        if (before === answer) return seen(workshop, answer)
        const { id: person, direction } = actor
        await workshops.putAnswer({ workshop: id, person, direction, answer, at: clock.now() })
        await workshops.recount(id)
        const now = standing(await workshops.find(id))
        if (now.seatsTaken !== workshop.seatsTaken) await changed(tx, id)
        return seen(now, answer)
      })
    },

    /** @throws Refusal `gone` */
    show(actor: Actor, id: string): Promise<WorkshopSeen> {
      permit(PERMISSIONS.read, actor.role)
      return read(async tx => {
        const answers = await store(tx).answers(actor.id, [id])
        return seen(standing(await store(tx).find(id)), answers.get(id))
      })
    },

    /** Those to come and those under way, by start. `after`: what the page before gave as `next`. */
    coming: (actor: Actor, limit: number, after?: string) => seenPage(actor, { limit }, after),

    /** The same, with the past ones that the person answered. */
    agenda: (actor: Actor, limit: number, after?: string) =>
      seenPage(actor, { limit, answeredBy: actor.id }, after),

    /** What everybody in a channel sees, or nothing when it is gone. */
    async posted(id: string): Promise<WorkshopSeen | undefined> {
      const found = await read(tx => store(tx).find(id))
      return found && seen(found, undefined)
    },
  }
}
