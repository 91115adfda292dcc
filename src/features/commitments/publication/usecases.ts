import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit, relationToDirection } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Announced, ChannelUsecases, Targets } from '../../channels/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import { STORY_CHANGED, type StoredStory, signatureOf } from '../stories/domain.ts'
import type { StoryPlaces } from '../stories/place-usecases.ts'
import type { StoryStore } from '../stories/usecases.ts'
import {
  checkRead,
  checkThere,
  isOut,
  PUBLICATION_PERMISSIONS,
  REMEMBERED,
  type ReadyStory,
} from './domain.ts'

export type PublicationStore = {
  readonly find: (id: string) => Promise<StoredStory | undefined>
  /** Those that wait for the pilot of the Direction, the oldest first, from just after `after`. */
  readonly told: (direction: string, limit: number, after?: Cursor) => Promise<readonly StoredStory[]>
  /** Those published at `since` (ms) or later. */
  readonly out: (direction: string, since: number, limit: number) => Promise<readonly StoredStory[]>
  /** Ids of those that were ever published and changed at `since` (ms) or later, the latest first. */
  readonly changed: (since: number, limit: number) => Promise<readonly string[]>
}

type Parts = {
  readonly store: (tx: Tx) => PublicationStore
  readonly stories: (tx: Tx) => Pick<StoryStore, 'lock' | 'keep'>
  readonly targets: StoryPlaces['targets']
  readonly channels: Pick<ChannelUsecases, 'announce'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly programme: Pick<Programme, 'direction'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
}

export type StoryPublicationUsecases = ReturnType<typeof publicationUsecases>

/** Limit of published ones that a page still shows. */
const SHOWN_OUT = 10

const announcedAs = (id: string): Announced => ({ thing: 'story', id })

export function publicationUsecases(parts: Parts) {
  const { store, stories, targets, channels, people, programme, transact, read, note, audit, clock } = parts

  async function readyOf(found: readonly StoredStory[]): Promise<readonly ReadyStory[]> {
    const signed = found.flatMap(({ named, person }) => (named && person !== undefined ? [person] : []))
    const names = await people.names([...new Set(signed)])
    return found.flatMap(story => {
      const { id, direction, text, state, turn, at, publishedAt, person = '', named } = story
      if (state === 'withdrawn') return []
      const signature = signatureOf(named, names.get(person))
      const out = publishedAt === undefined ? {} : { publishedAt }
      return [{ id, direction, text, signature, state, turn, at, ...out }]
    })
  }

  /** Channels that can be posted to; none where that is refused, which is said instead of offering it. */
  const open = (direction: string): Promise<Targets['channels']> =>
    targets(direction).then(
      ({ channels: found }) => found,
      error => {
        if (error instanceof Refusal) return []
        throw error
      },
    )

  async function one(story: StoredStory): Promise<ReadyStory> {
    const [ready] = await readyOf([story])
    if (!ready) throw new Refusal('gone')
    return ready
  }

  /** @throws Refusal `gone`, `role-needed`, `not-yours` */
  async function theirs(
    actor: Actor,
    id: string,
    row: (typeof PUBLICATION_PERMISSIONS)['ready' | 'publish' | 'setAside'],
  ) {
    const found = checkThere(await read(tx => store(tx).find(id)))
    permit(row, actor.role, relationToDirection(actor, found.direction))
    return found
  }

  async function settle(tx: Tx, actor: Actor, story: StoredStory, act: string): Promise<StoredStory> {
    await stories(tx).keep(story)
    await audit(tx, actor, act, story.id)
    return story
  }

  return {
    /**
     * What people of a Direction told, for its pilot: what waits, the oldest first; on the first page also what was
     * published lately.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `malformed`
     */
    async ready(actor: Actor, direction: string, limit: number, after?: string) {
      if (!programme.direction(direction)) throw new Refusal('gone')
      permit(PUBLICATION_PERMISSIONS.ready, actor.role, relationToDirection(actor, direction))
      const from = after === undefined ? undefined : parseCursor(after)
      const since = clock.now() - REMEMBERED
      const [rows, out] = await read(async tx => [
        await store(tx).told(direction, limit + 1, from),
        from ? [] : await store(tx).out(direction, since, SHOWN_OUT),
      ])
      const { items, ...rest } = pageOf(rows, limit)
      const places = items.length > 0 ? await open(direction) : []
      return { items: await readyOf(items), out: await readyOf(out), channels: places, ...rest }
    },

    /** One of them, and where it would stand: nowhere as long as `publish` is refused. @throws Refusal `gone`, `role-needed`, `not-yours` */
    async show(actor: Actor, id: string): Promise<{ story: ReadyStory; channels: Targets['channels'] }> {
      const found = await theirs(actor, id, PUBLICATION_PERMISSIONS.ready)
      return { story: await one(found), channels: await open(found.direction) }
    },

    /**
     * Publishes the words as the pilot read them, of version `turn`, in the channels of the Direction. Idempotent.
     * @throws Refusal `gone`, `role-needed`, `not-yours`, `story-no-channel`, `story-reworded`
     */
    async publish(actor: Actor, id: string, turn: number): Promise<{ story: ReadyStory; targets: Targets }> {
      const { act } = PUBLICATION_PERMISSIONS.publish
      const { direction } = await theirs(actor, id, PUBLICATION_PERMISSIONS.publish)
      const places = await targets(direction)
      const kept = await transact(async tx => {
        const found = checkThere(await stories(tx).lock(id))
        checkRead(found, turn)
        if (isOut(found)) return found
        const now = clock.now()
        const out = { ...found, state: 'published', publishedAt: now, changedAt: now } as const
        await channels.announce(tx, announcedAs(id), places)
        await note(tx, { kind: STORY_CHANGED, payload: { story: id } })
        return settle(tx, actor, out, act)
      })
      return { story: await one(kept), targets: places }
    },

    /**
     * Lays it aside, without a reason; of one that is published, its cards are emptied. Or takes that back: it waits
     * again. Idempotent.
     * @throws Refusal `gone`, `role-needed`, `not-yours`
     */
    async setAside(actor: Actor, id: string, aside: boolean): Promise<ReadyStory> {
      const { act } = PUBLICATION_PERMISSIONS.setAside
      await theirs(actor, id, PUBLICATION_PERMISSIONS.setAside)
      const kept = await transact(async tx => {
        const found = checkThere(await stories(tx).lock(id))
        const to = aside ? 'aside' : 'told'
        if (found.state === to || (!aside && isOut(found))) return found
        if (isOut(found)) await note(tx, { kind: STORY_CHANGED, payload: { story: id } })
        return settle(tx, actor, { ...found, state: to, changedAt: clock.now() }, act)
      })
      return one(kept)
    },

    /** For its cards in channels: undefined once nothing of it is to be read there. */
    async posted(id: string): Promise<ReadyStory | undefined> {
      const found = await read(tx => store(tx).find(id))
      return found && isOut(found) ? one(found) : undefined
    },

    /** Ids of those whose cards may have gone out of date since `since` (ms). */
    changed: (since: number, limit: number): Promise<readonly string[]> =>
      read(tx => store(tx).changed(since, limit)),

    /** The first of `directions` in which one waits for its pilot. */
    waiting: (directions: readonly string[]): Promise<string | undefined> =>
      read(async tx => {
        for (const direction of directions)
          if ((await store(tx).told(direction, 1)).length > 0) return direction
        return undefined
      }),
  }
}
