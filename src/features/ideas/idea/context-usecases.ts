import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { stemsOf } from '../../../search/stemming.ts'
import { wordsOf } from '../../../search/words.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { ThreadEvent, ThreadUsecases } from '../../thread/index.ts'
import { hides, IN_CHARGE, isNamedStill, TO_BOTH } from './anonymity.ts'
import { mayAnswer, mayAnswerFor } from './answer-rights.ts'
import { type NamingParts, namingOf } from './author-names-usecases.ts'
import { actable, type Idea, type IdeaSeen, isCorrectable, requireFound, undoUntil } from './domain.ts'
import { HIDE } from './hiding.ts'
import { type Pending, untoldOf, withPending } from './pending.ts'
import type { IdeaStore } from './rows.ts'
import { mayDecide } from './state.ts'
import { mayFollow } from './step-subject.ts'

export type IdeaContextParts = NamingParts & {
  readonly ideaStore: (tx: Tx) => IdeaStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly ids: Ids
  readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
  readonly thread: Pick<ThreadUsecases, 'add' | 'unname' | 'of' | 'has' | 'latest'>
}

/** What rooms to the right store beside an idea, handed in by the wire. */
type Beside = {
  /** Which of `ideas` the person supports. */
  readonly supportedBy: (tx: Tx, person: string, ideas: readonly string[]) => Promise<ReadonlySet<string>>
  /** Which of `ideas` the person reported. */
  readonly reportedBy: (tx: Tx, person: string, ideas: readonly string[]) => Promise<ReadonlySet<string>>
  /** Pending decisions and answers of these ideas, each idea's oldest first. */
  readonly pendingOn: (tx: Tx, ideas: readonly string[]) => Promise<readonly Pending[]>
  /** Replaces the idea's words in the search index; none removes it. */
  readonly putWords: (tx: Tx, id: string, words: readonly string[]) => Promise<void>
  /** Replaces the idea's stems, by which similar ideas are found. */
  readonly putStems: (tx: Tx, id: string, stems: readonly string[]) => Promise<void>
  /** Finds those alike on the wall of its workshop anew. */
  readonly compare: (tx: Tx, id: string, stems: readonly string[]) => Promise<void>
}

type Parts = Pick<
  IdeaContextParts,
  | 'ideaStore'
  | 'transact'
  | 'read'
  | 'note'
  | 'clock'
  | 'thread'
  | 'people'
  | 'nextSteps'
  | 'tableCredit'
  | 'programme'
>

/** What the use-cases of all rooms share: locking an idea, building its view for somebody, writing to its thread. */
export type IdeaContext = ReturnType<typeof ideaContext>

/** Events for which `namedFor` decides whether the actor is named. */
const NAMED_BY = [...IN_CHARGE, ...TO_BOTH]

/**
 * Fields that an idea's card in a channel shows. No count: an edit of the card would erase the answer that others have
 * just received on it.
 */
const SHOWN = ['axis', 'text', 'unnamed', 'state'] as const

/** Whether the card in the channel is out of date. */
function looksDifferent(before: Idea, now: Idea): boolean {
  const same = SHOWN.every(field => before[field] === now[field]) && !before.hidden === !now.hidden
  return !same || before.answer?.text !== now.answer?.text || before.decision?.reason !== now.decision?.reason
}

type Work = (tx: Tx, idea: Idea) => Promise<void>

export function ideaContext(parts: Parts, beside: Beside) {
  const { ideaStore, transact, read, note, clock, thread } = parts
  const { groupsOf, named, followedBy } = namingOf(parts)

  /** Schedules an edit of the idea's card in its channel. */
  async function changed(tx: Tx, { id, channel }: Idea): Promise<void> {
    if (channel === undefined) return
    await note(tx, { kind: 'ideas.changed', payload: { idea: id }, mergeKey: `ideas:${id}` })
  }

  /** Whether a ballot asks about it, or did: its words can then not change. */
  function isBalloted(tx: Tx, id: string): Promise<boolean> {
    return thread.has(tx, 'idea', id, 'balloted')
  }

  /** Until when each may be taken back by `actor`. */
  async function undoTimes(actor: Actor, ideas: readonly Idea[]): Promise<ReadonlyMap<string, number>> {
    const now = clock.now()
    const fresh = ideas.flatMap(idea => {
      const until = undoUntil(idea, actor, now)
      return until === undefined ? [] : [[idea.id, until] as const]
    })
    if (fresh.length === 0) return new Map()
    return read(async tx => {
      const times = new Map<string, number>()
      for (const [id, until] of fresh) if (!(await isBalloted(tx, id))) times.set(id, until)
      return times
    })
  }

  /** Applies pending decisions for those who answer for the idea's Direction; others see the idea without them. */
  async function decided(
    actor: Actor,
    found: readonly Idea[],
  ): Promise<readonly (Idea & Pick<IdeaSeen, 'untold' | 'published'>)[]> {
    const theirs = found.filter(({ direction }) => mayAnswerFor(actor, direction)).map(({ id }) => id)
    const pending = theirs.length === 0 ? [] : await read(tx => beside.pendingOn(tx, theirs))
    return found.map(idea => {
      const rows = pending.filter(row => row.idea === idea.id)
      if (rows.length === 0) return idea
      return { ...withPending(idea, rows), untold: untoldOf(rows), published: idea.state }
    })
  }

  /** The view of each idea for `actor`, with names. */
  async function seen(actor: Actor, found: readonly Idea[]): Promise<readonly IdeaSeen[]> {
    const ideas = await decided(actor, found)
    const shown = ideas.map(idea => idea.id)
    const watched = ideas.filter(({ reports }) => reports !== undefined).map(({ id }) => id)
    const [supported, reported] = await read(
      async tx =>
        [
          await beside.supportedBy(tx, actor.id, shown),
          await beside.reportedBy(tx, actor.id, watched),
        ] as const,
    )
    const times = await undoTimes(actor, ideas)
    const others = await groupsOf(ideas)
    return (await named(ideas, actor.language, others)).map(idea => {
      const until = times.get(idea.id)
      return {
        ...idea,
        mine: idea.author === actor.id,
        supported: supported.has(idea.id),
        ...(reported.has(idea.id) && { reported: true as const }),
        ...(others.some(({ root, author }) => root === idea.id && author === actor.id) && {
          wroteJoined: true as const,
        }),
        ...(until !== undefined && { undoUntil: until }),
        correctable: isCorrectable(idea, actor),
        namedStill: isNamedStill(idea, actor),
        mayAnswer: mayAnswer(idea, actor),
        ...(may(HIDE, actor.role) && { mayModerate: true as const }),
        mayDecide: mayDecide(idea, actor),
        ...(mayFollow(idea, actor) && { mayFollow: true as const }),
      }
    })
  }

  async function anyIn(tx: Tx, id: string, work: Work): Promise<Idea> {
    const before = requireFound(await ideaStore(tx).lock(id))
    await work(tx, before)
    const idea = requireFound(await ideaStore(tx).find(id))
    if (looksDifferent(before, idea)) await changed(tx, idea)
    return idea
  }

  /** Runs `work` on the locked idea, withdrawn or not, and returns it as it is afterwards. */
  const withAny = (id: string, work: Work): Promise<Idea> => transact(tx => anyIn(tx, id, work))

  /** The same, within a transaction, for an idea that is not merged into another. */
  const lockedIn = (tx: Tx, id: string, work: Work): Promise<Idea> =>
    anyIn(tx, id, (tx, idea) => work(tx, actable(idea)))

  return {
    changed,
    named: (ideas: readonly Idea[]) => named(ideas),
    followedBy,

    /** Indexes the idea for search by `text`; '' removes it. */
    async findable(tx: Tx, id: string, text: string): Promise<void> {
      await beside.putWords(tx, id, wordsOf(text))
      const stems = stemsOf(text)
      await beside.putStems(tx, id, stems)
      await beside.compare(tx, id, stems)
    },

    seen,
    isBalloted,
    withAny,
    seenOne: async (actor: Actor, idea: Idea): Promise<IdeaSeen> =>
      requireFound((await seen(actor, [idea]))[0]),

    lockedIn,

    /** The same for an idea that is not merged into another. @throws Refusal `gone`, `idea-hidden`, `idea-merged` */
    withLocked: (id: string, work: Work): Promise<Idea> => transact(tx => lockedIn(tx, id, work)),

    /** Adds an event by `actor` to the idea's thread, and returns its number. */
    happened: (
      tx: Tx,
      kind: ThreadEvent['kind'],
      idea: Idea,
      actor: Pick<Actor, 'id'> | undefined,
      detail?: string,
      at = clock.now(),
    ): Promise<number> =>
      thread.add(tx, {
        thing: 'idea',
        id: idea.id,
        kind,
        at,
        ...(actor && (NAMED_BY.includes(kind) || !hides(idea, actor)) && { by: actor.id }),
        ...(detail !== undefined && { detail }),
      }),
  }
}
