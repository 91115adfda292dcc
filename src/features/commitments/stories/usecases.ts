import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type Commitment, checkOwn } from '../commitment/domain.ts'
import type { CommitmentStore } from '../commitment/usecases.ts'
import {
  checkKept,
  differs,
  draftOf,
  emptied,
  STORY_CHANGED,
  STORY_PERMISSIONS,
  type StoredStory,
  type StoryForm,
  type StoryWords,
  signatureOf,
  storyText,
} from './domain.ts'
import type { StoryPlaces } from './place-usecases.ts'

export type StoryStore = {
  /** Each locked until the transaction ends. */
  readonly lockOf: (commitment: string) => Promise<StoredStory | undefined>
  readonly lock: (id: string) => Promise<StoredStory | undefined>
  readonly lockOfPerson: (person: string) => Promise<readonly StoredStory[]>
  readonly add: (story: StoredStory) => Promise<void>
  readonly keep: (story: StoredStory) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => StoryStore
  readonly commitments: (tx: Tx) => Pick<CommitmentStore, 'find' | 'lock'>
  readonly placeOf: StoryPlaces['placeOf']
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
}

export type StoryUsecases = ReturnType<typeof storyUsecases>

export function storyUsecases(parts: Parts) {
  const { store, commitments, placeOf, transact, read, once, note, clock, ids } = parts

  const lockOwn = async (tx: Tx, actor: Actor, id: string): Promise<Commitment> =>
    checkOwn(actor, await commitments(tx).lock(id), STORY_PERMISSIONS.tell)

  /** Empties it. A published one stays without words or person, so that its cards are found. */
  async function empty(tx: Tx, story: StoredStory): Promise<void> {
    if (story.publishedAt === undefined) return store(tx).remove(story.id)
    await store(tx).keep(emptied(story, clock.now()))
    await note(tx, { kind: STORY_CHANGED, payload: { story: story.id } })
  }

  async function drop(tx: Tx, commitment: string): Promise<void> {
    const told = await store(tx).lockOf(commitment)
    if (told) await empty(tx, told)
  }

  /** A changed one is read anew, also by a pilot who had laid it aside. @throws Refusal `story-published` */
  async function reword(tx: Tx, told: StoredStory, telling: StoryWords, direction: string): Promise<void> {
    if (!differs(telling, told)) return
    if (told.state === 'published') throw new Refusal('story-published')
    const now = clock.now()
    const { text, named } = telling
    const again = { state: 'told', turn: told.turn + 1, at: now, changedAt: now } as const
    await store(tx).keep({ ...told, text, named, direction, ...again })
  }

  return {
    /**
     * What is proposed, or was told already; and who would read it.
     * @throws Refusal `gone`, `not-yours`, `story-not-kept`, `story-published` and those of `placeOf`
     */
    async prepare(actor: Actor, id: string): Promise<StoryForm> {
      const found = await read(tx => commitments(tx).find(id))
      const commitment = checkOwn(actor, found, STORY_PERMISSIONS.tell)
      checkKept(commitment)
      const { story } = commitment
      if (story?.state === 'published') throw new Refusal('story-published')
      const { direction, pilots, channels, small } = await placeOf(actor)
      const { text, noted } = story ? { text: story.text, noted: false } : draftOf(commitment)
      return {
        direction,
        pilots,
        channels,
        small,
        commitment,
        text,
        noted,
        named: story?.named ?? false,
        firstName: signatureOf(true, actor.name),
      }
    },

    /**
     * Tells a kept commitment to the actor's Direction, or changes the words until they are published; once for all
     * `keys`.
     * @throws Refusal `gone`, `not-yours`, `story-not-kept`, `story-published`, `empty-text`, `too-long` and those of
     * `placeOf`
     */
    async tell(
      actor: Actor,
      id: string,
      typed: StoryWords,
      keys: readonly IdempotencyKey[],
    ): Promise<Commitment> {
      const own = checkOwn(actor, await read(tx => commitments(tx).find(id)), STORY_PERMISSIONS.tell)
      checkKept(own)
      const telling = { text: storyText(typed.text), named: typed.named }
      const { direction } = await placeOf(actor)
      return transact(async tx => {
        checkKept(await lockOwn(tx, actor, id))
        const mark = ids.next()
        if ((await once(tx, keys, mark)) === mark) {
          const now = clock.now()
          const told = await store(tx).lockOf(id)
          const begun = { id: mark, direction, state: 'told', turn: 0, at: now, changedAt: now } as const
          if (told) await reword(tx, told, telling, direction)
          else await store(tx).add({ ...begun, ...telling, commitment: id, person: actor.id })
        }
        return lockOwn(tx, actor, id)
      })
    },

    /** Empties the words, wherever they are. Idempotent. @throws Refusal `gone`, `not-yours` */
    withdraw: (actor: Actor, id: string): Promise<Commitment> =>
      transact(async tx => {
        checkOwn(actor, await commitments(tx).lock(id), STORY_PERMISSIONS.withdraw)
        await drop(tx, id)
        return lockOwn(tx, actor, id)
      }),

    /** Within the transaction by which a commitment is kept no more. */
    drop,

    /** Within the transaction that erases the person. */
    async leave(tx: Tx, person: string): Promise<void> {
      for (const told of await store(tx).lockOfPerson(person)) await empty(tx, told)
    },
  }
}
