import { type Database, open, type TakenFact } from '../../../src/db/index.ts'
import type { BroadcastSubject, TargetAudience } from '../../../src/features/broadcasts/audience/domain.ts'
import { audienceStore } from '../../../src/features/broadcasts/audience/store.ts'
import { audienceUsecases } from '../../../src/features/broadcasts/audience/usecases.ts'
import { broadcastStore } from '../../../src/features/broadcasts/broadcast/store.ts'
import { broadcastUsecases } from '../../../src/features/broadcasts/broadcast/usecases.ts'
import { draftUsecases } from '../../../src/features/broadcasts/drafts/usecases.ts'
import { DUE } from '../../../src/features/broadcasts/planning/domain.ts'
import { planningUsecases } from '../../../src/features/broadcasts/planning/usecases.ts'
import { batchSending, STEPS } from '../../../src/features/broadcasts/sending/batches-usecases.ts'
import { channelPostStore } from '../../../src/features/broadcasts/sending/channels-store.ts'
import { channelPosting } from '../../../src/features/broadcasts/sending/channels-usecases.ts'
import { sendingUsecases, startingBroadcasts } from '../../../src/features/broadcasts/sending/usecases.ts'
import { calendarOf } from '../../../src/features/messages/calendar/holidays.ts'
import type { Claimed } from '../../../src/features/messages/index.ts'
import { preferenceStore } from '../../../src/features/messages/preferences/store.ts'
import { preferenceUsecases } from '../../../src/features/messages/preferences/usecases.ts'
import { silenceStore } from '../../../src/features/messages/response/silence-store.ts'
import { batchStore } from '../../../src/features/messages/sending/batch-store.ts'
import { batches } from '../../../src/features/messages/sending/batch-usecases.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { metAt, type Reach } from '../../../src/features/people/person/reach-state.ts'
import { peopleStore } from '../../../src/features/people/person/store.ts'
import { seriesStore } from '../../../src/features/workshops/series/store.ts'
import { seriesUsecases } from '../../../src/features/workshops/series/usecases.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { workshopUsecases } from '../../../src/features/workshops/workshop/usecases.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { FixedClock } from '../product/clock.ts'
import { programme } from '../programme/programme.ts'
import { auditDeferredIn, auditIn } from './audit.ts'
import { messagesWith } from './message-rooms.ts'
import { ZONE } from './messages.ts'

export const LAB: Actor = { id: 'lab', name: 'Maëlle', role: 'organiser', language: 'fr' }

/**
 * What becomes of a message: its process may die before it is posted, or before its fact is noted as done; then the fact
 * comes again a minute later. */
export type Luck = 'sent' | 'unknown' | 'blocked' | 'not posted' | 'not done'

type InHand = { readonly taken: TakenFact; readonly claimed?: Claimed | undefined }

type Known = { role?: Role; direction?: string; createdAt?: number; reach?: Reach }

const person = (id: string, more: Known = {}) => ({
  id,
  tenant: 't',
  objectId: id,
  name: id,
  role: 'agent' as const,
  leads: [],
  deputy: false,
  language: 'fr' as const,
  languageChosen: false,
  chat: `chat-${id}`,
  reach: { ...metAt(1), state: 'installed' as const, how: 'install' as const },
  createdAt: 1,
  directionChanges: [],
  ...more,
})

/**
 * Broadcasts on a database of their own, two people and three messages a transaction; delivery is done by hand, so
 * that anything may happen between any two of its steps.
 */
export function setBroadcasts(db: Database, clock: FixedClock) {
  const kept = { ...db, clock, ids: randomIds }
  const edges = { ...kept, zone: ZONE, audit: auditIn(kept), auditDeferred: auditDeferredIn(kept) }
  const people = {
    actor: async (id: string): Promise<Actor> => ({ id, name: id, role: 'agent', language: 'fr' }),
    reachOf: async (id: string) => ({ to: `chat-${id}` }),
    answered: async ({ refused }: { refused?: object }) => (refused ? ('blocked' as const) : undefined),
  }
  const { perWeek } = programme.messages
  const calendar = calendarOf(programme.calendar)
  const parts = { ...edges, store: messageStore, chosen: preferenceStore, people, perWeek, calendar }
  const messages = messagesWith(parts)
  const preferences = preferenceUsecases({ ...parts, silence: silenceStore })
  const batch = batches({ ...parts, batch: batchStore, chunk: 3 })
  const gone = async () => {
    throw new Refusal('gone')
  }
  const views = { all: async () => [], one: gone }
  const workshops = workshopUsecases({ ...edges, store: workshopStore, views })
  const series = seriesUsecases({ ...edges, series: seriesStore, views, programme })
  const address = audienceUsecases({
    ...edges,
    store: audienceStore,
    directions: programme.directions,
    channels: { targets: async () => ({ channels: [], unbound: [], shut: [] }) },
    workshops: { show: gone, posted: workshops.posted, seriesEnds: series.ends },
    ballots: { posted: gone },
    batches: batch,
  })
  const rooms = { ...edges, store: broadcastStore, address, batches: batch }
  const posting = channelPosting({ ...rooms, posts: channelPostStore })
  const channelRows = (tx: Tx, id: string) => channelPostStore(tx).all(id)
  const starting = startingBroadcasts({ ...rooms, posting })
  const sending = sendingUsecases({ ...rooms, starting, posting })
  const ending = { closed: false }
  const planning = planningUsecases({ ...rooms, starting, sending, isClosed: async () => ending.closed })
  const broadcasts = {
    ...broadcastUsecases({ ...rooms, channelRows, sendRate: 45 }),
    ...draftUsecases(rooms),
    ...sending,
    planning,
    ...batchSending({ ...rooms, people: audienceStore, messages, page: 2 }),
  }
  /** How each post ended, by its key. */
  const posts = new Map<string, { readonly person: string; ends: ('sent' | 'unknown')[] }>()
  const inHand: InHand[] = []

  const steps: Readonly<Record<string, (payload: never) => Promise<void>>> = {
    [STEPS.spread]: broadcasts.spread,
    [STEPS.goOn]: broadcasts.resume,
    [STEPS.stop]: broadcasts.end,
    [STEPS.again]: broadcasts.repeat,
    [DUE]: planning.begin,
  }

  /** What delivery does with one fact before it calls Teams. */
  async function expand({ fact }: TakenFact): Promise<Claimed | undefined> {
    await steps[fact.kind]?.(fact.payload as never)
    if (fact.kind !== 'broadcasts.tell') return undefined
    const ticket = String(fact.payload.message)
    return (await broadcasts.mayGo(ticket)) && messages.claim(ticket)
  }

  async function post({ key, to, actor }: Claimed, luck: Luck): Promise<void> {
    // Teams has it under this key, or may: it is not called.
    if (await db.posts.find(key)) return
    const at = clock.now()
    if (luck === 'blocked') return messages.answered({ key, to, at, refused: { status: 403 } })
    const end = luck === 'unknown' ? 'unknown' : 'sent'
    const known = posts.get(key) ?? { person: actor.id, ends: [] }
    posts.set(key, { ...known, ends: [...known.ends, end] })
    await db.posts.recordPost({ key, address: to, message_id: key }, at)
    if (end === 'unknown') await db.posts.end(key, 'unknown', 'BadGateway')
    await messages.answered({ key, to, at, ...(end === 'unknown' && { unknown: true }) })
  }

  async function land({ taken, claimed }: InHand, luck: Luck): Promise<void> {
    if (claimed && luck !== 'not posted') await post(claimed, luck)
    const again = luck === 'not done' || (claimed && luck === 'not posted')
    await (again ? db.queue.requeue(taken, clock.now() + MINUTE, taken.attempts) : db.queue.finish(taken.id))
  }

  /** Takes the next fact in hand; answers whether there was one. */
  async function begin(): Promise<boolean> {
    const taken = await db.queue.take()
    if (!taken) return false
    inHand.push({ taken, claimed: await expand(taken) })
    return true
  }

  /** Ends what was taken in hand first, if anything was. */
  async function finish(luck: Luck): Promise<void> {
    const first = inHand.shift()
    if (first) await land(first, luck)
  }

  return {
    broadcasts,
    messages,
    posts,
    begin,
    finish,
    /** Adds people, by id. */
    arrive: (ids: readonly string[], more: Known = {}) =>
      db.transact(async tx => {
        for (const id of ids) await peopleStore(tx).add(person(id, more))
      }),
    /** « Plus tard » on the one message of the person. `day`: `YYYY-MM-DD`. */
    async putOff(id: string, day: string): Promise<void> {
      const query = (tx: Tx) => open(tx).selectFrom('message').selectAll().where('person_id', '=', id)
      const message = await db.read(tx => query(tx).executeTakeFirstOrThrow())
      const actor: Actor = { id, name: id, role: 'agent', language: 'fr' }
      await messages.noteAnswered(actor, message.id)
      await preferences.later(actor, message.id, message.round, day)
    },
    /** Whoever could not be reached can be now. */
    come: (id: string) => messages.arrived(id),
    async deliver(luck: Luck = 'sent'): Promise<void> {
      while (inHand.length > 0) await finish(luck)
      while (await begin()) await finish(luck)
    },
    /** A draft that was rehearsed and started. */
    async start(audience: TargetAudience = { kind: 'everybody' }): Promise<string> {
      const keys = [{ key: `k-${randomIds.next()}`, forMs: 1_000 }]
      const id = await broadcasts.write(LAB, { text: 'Bonjour', audience }, keys)
      await broadcasts.rehearse(LAB, id)
      await broadcasts.start(LAB, id, 1)
      return id
    },
    /** Whether the programme is closed. */
    ending,
    /** A draft that was rehearsed, to start at `at` by itself. */
    async plan(at: number, thing?: BroadcastSubject): Promise<string> {
      const keys = [{ key: `k-${randomIds.next()}`, forMs: 1_000 }]
      const audience = { kind: 'everybody' } as const
      const id = await broadcasts.write(LAB, { text: 'Bonjour', audience, ...(thing && { thing }) }, keys)
      await broadcasts.rehearse(LAB, id)
      await planning.plan(LAB, id, { version: 1, at })
      return id
    },
    /** Who was told, by id, with the state of the message. */
    states: async (id: string): Promise<ReadonlyMap<string, string>> => {
      const rows = await db.read(tx =>
        open(tx).selectFrom('message').select(['person_id', 'state']).where('batch', '=', id).execute(),
      )
      return new Map(rows.map(({ person_id, state }) => [person_id, state]))
    },
  }
}

export type Broadcasting = ReturnType<typeof setBroadcasts>
