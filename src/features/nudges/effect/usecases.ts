import { type Cursor, cursorText, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { ClosingUsecases } from '../../ballots/index.ts'
import type { DueUsecases } from '../../commitments/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Message, MessageUsecases } from '../../messages/index.ts'
import type { ReminderUsecases } from '../../workshops/index.ts'
import { thingsIn } from '../rules/digest.ts'
import { LOOKED_AT, type LookedAt, type SentReminder } from './domain.ts'

export type ActedStore = {
  /** Messages of the topic sent at `since` (milliseconds) or later without a recorded effect, by time. */
  readonly sent: (
    topic: LookedAt,
    since: number,
    limit: number,
    after?: Cursor,
  ) => Promise<readonly SentReminder[]>
}

type ActedParts = {
  readonly acted: (tx: Tx) => ActedStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly messages: Pick<MessageUsecases, 'noteActed'>
  readonly workshops: Pick<ReminderUsecases, 'answersIn'>
  readonly ballots: Pick<ClosingUsecases, 'votedIn'>
  readonly commitments: Pick<DueUsecases, 'progress'>
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'axesSince'>
}

/** Ids of messages whose act was done. */
type Finder = (sent: readonly SentReminder[]) => Promise<ReadonlySet<string>>

export type ActedUsecases = ReturnType<typeof actedUsecases>

/** Fact that checks the next page. */
export const LOOK = 'nudges.look'
/** A later act is not counted as an effect. */
const COUNTS_FOR = 3 * DAY
const PAGE = 50

/** Groups messages by thing: one query for all who were told of it. */
async function byThing(
  sent: readonly SentReminder[],
  of: string,
  done: (thing: string, some: readonly SentReminder[]) => Promise<readonly SentReminder[]>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const [thing, some] of Map.groupBy(sent, ({ subject }) => String(subject[of])))
    for (const { id } of await done(thing, some)) found.add(id)
  return found
}

export function actedUsecases(parts: ActedParts) {
  const { acted, transact, read, note, clock, messages, workshops, ballots, commitments, ideas } = parts

  const answered: Finder = sent =>
    byThing(sent, 'workshop', async (workshop, some) => {
      const answers = await workshops.answersIn(
        workshop,
        some.map(({ person }) => person),
      )
      return some.filter(({ person }) => answers.get(person) !== undefined)
    })

  const voted: Finder = sent =>
    byThing(sent, 'ballot', async (ballot, some) => {
      const voters = await ballots.votedIn(
        ballot,
        some.map(({ person }) => person),
      )
      return some.filter(({ person }) => voters.has(person))
    })

  const ideaAnswered: Finder = async sent => {
    const found = await ideas.byIds(sent.map(({ subject }) => String(subject.idea)))
    const done = new Set(found.filter(({ state }) => state !== 'received').map(({ id }) => id))
    return new Set(sent.filter(({ subject }) => done.has(String(subject.idea))).map(({ id }) => id))
  }

  const spoken: Finder = sent =>
    byThing(sent, 'direction', async (direction, some) => {
      const since = Math.min(...some.map(({ subject }) => Number(subject.since)))
      const axes = await ideas.axesSince(direction, since)
      return some.filter(({ subject }) => axes.includes(String(subject.axis)))
    })

  /** Ended, postponed or noted since. */
  const takenFurther: Finder = async sent => {
    const progress = await commitments.progress(sent.map(({ subject }) => String(subject.commitment)))
    const moved = sent.filter(({ subject, at }) => {
      const now = progress.get(String(subject.commitment))
      return now && (now.state !== 'taken' || now.horizon !== subject.horizon || now.notedAt > at)
    })
    return new Set(moved.map(({ id }) => id))
  }

  const ALONE: Readonly<Record<Exclude<LookedAt, 'digest'>, Finder>> = {
    'workshop-soon': answered,
    'workshop-tomorrow': answered,
    'axis-silent': spoken,
    'ideas-waiting': ideaAnswered,
    'my-ballot-closing': voted,
    'my-horizon': takenFurther,
  }

  /** One of the digest's items is enough. */
  const anyOfWeek: Finder = async sent => {
    const things = sent.flatMap(one => thingsIn(one.subject).map(thing => ({ ...one, ...thing })))
    const found = new Set<string>()
    for (const [topic, some] of Map.groupBy(things, each => each.topic))
      if (topic in ALONE) for (const id of await ALONE[topic as keyof typeof ALONE](some)) found.add(id)
    return found
  }

  const FINDERS: Readonly<Record<LookedAt, Finder>> = { ...ALONE, digest: anyOfWeek }

  const noteActed = (done: readonly Pick<Message, 'person' | 'topic' | 'reason'>[]): Promise<void> =>
    transact(async tx => {
      for (const { person, topic, reason } of done) await messages.noteActed(tx, { person, topic, reason })
    })

  async function go(topic: string, after: string): Promise<void> {
    const fact = { kind: LOOK, payload: { topic, after }, mergeKey: `${LOOK}:${topic}:${after}` }
    await transact(tx => note(tx, fact))
  }

  return {
    /**
     * Checks messages of the last three days for acts done meanwhile, anywhere: a page of one topic, and a fact for the
     * next. Idempotent.
     */
    async look(topic: string = LOOKED_AT[0], after = ''): Promise<void> {
      const all: readonly string[] = LOOKED_AT
      const at = all.indexOf(topic)
      const looked = LOOKED_AT[at]
      if (!looked) return
      const since = clock.now() - COUNTS_FOR
      const from = after === '' ? undefined : parseCursor(after)
      const sent = await read(tx => acted(tx).sent(looked, since, PAGE, from))
      const done = sent.length > 0 ? await FINDERS[looked](sent) : new Set()
      await noteActed(sent.filter(({ id }) => done.has(id)))
      const last = sent.at(-1)
      const next = LOOKED_AT[at + 1]
      if (sent.length === PAGE && last) await go(looked, cursorText(last))
      else if (next) await go(next, '')
    },
  }
}
