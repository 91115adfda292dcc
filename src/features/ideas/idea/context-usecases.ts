import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { may } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { stemsOf } from '../../../search/stemming.ts'
import { wordsOf } from '../../../search/words.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { ThreadEvent, ThreadUsecases } from '../../thread/index.ts'
import { hides, IN_CHARGE, isNamedStill, TO_BOTH } from './anonymity.ts'
import { mayAnswer, mayAnswerFor } from './answer-rights.ts'
import { type NamingParts, namingOf } from './author-names-usecases.ts'
import { actable, type Idea, type IdeaSeen, isCorrectable, requireFound, undoUntil } from './domain.ts'
import { HIDE } from './hiding.ts'
import { foreseen, type Pending, untoldOf } from './pending.ts'
import type { IdeaStore } from './rows.ts'
import { mayDecide } from './state.ts'

export type IdeaContextParts = NamingParts & {
  readonly ideaStore: (tx: Tx) => IdeaStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
  readonly thread: Pick<ThreadUsecases, 'add' | 'unname' | 'of' | 'has' | 'latest'>
}

/** What other rooms keep beside ideas, and an idea is seen with or found by. */
type Beside = {
  /** Which of `ideas` the person supports. */
  readonly supportedBy: (tx: Tx, person: string, ideas: readonly string[]) => Promise<ReadonlySet<string>>
  /** Which of `ideas` the person reported. */
  readonly reportedBy: (tx: Tx, person: string, ideas: readonly string[]) => Promise<ReadonlySet<string>>
  /** What pends on these ideas, each idea's oldest first. */
  readonly pendingOn: (tx: Tx, ideas: readonly string[]) => Promise<readonly Pending[]>
  /** The words by which the idea is found from now on; none: it is found no more. */
  readonly putWords: (tx: Tx, id: string, words: readonly string[]) => Promise<void>
  /** The same of stems, by which it is found to be like another. */
  readonly putStems: (tx: Tx, id: string, stems: readonly string[]) => Promise<void>
}

type Parts = Pick<
  IdeaContextParts,
  'ideaStore' | 'transact' | 'read' | 'note' | 'clock' | 'thread' | 'people' | 'tableCredit'
>

/** What the use-cases of all rooms share: an idea locked, seen by somebody, noted in its thread. */
export type IdeaContext = ReturnType<typeof ideaContext>

/** Of these, who notes them says who is named: see `namedFor`. */
const NAMED_BY = [...IN_CHARGE, ...TO_BOTH]

/** What of an idea its card in a channel shows. No count: an edit would take from others the answer that they just had. */
const SHOWN = ['axis', 'text', 'unnamed', 'state'] as const

/** Whether the card in the channel no longer tells the truth. */
function looksDifferent(before: Idea, now: Idea): boolean {
  const same = SHOWN.every(field => before[field] === now[field]) && !before.hidden === !now.hidden
  return !same || before.answer?.text !== now.answer?.text || before.decision?.reason !== now.decision?.reason
}

type Work = (tx: Tx, idea: Idea) => Promise<void>

export function ideaContext(parts: Parts, beside: Beside) {
  const { ideaStore, transact, read, note, clock, thread } = parts
  const { groupsOf, named } = namingOf(parts)

  /** The card that stands in a channel is drawn again once this is true. */
  async function changed(tx: Tx, { id, channel }: Idea): Promise<void> {
    if (channel === undefined) return
    await note(tx, { kind: 'ideas.changed', payload: { idea: id }, mergeKey: `ideas:${id}` })
  }

  /** A ballot asks about it, or asked: its words are others' to vote on. */
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

  /** To those who answer for an idea it stands as they decided, whether others know it yet or not. */
  async function decided(
    actor: Actor,
    told: readonly Idea[],
  ): Promise<readonly (Idea & Pick<IdeaSeen, 'untold'>)[]> {
    const theirs = told.filter(({ direction }) => mayAnswerFor(actor, direction)).map(({ id }) => id)
    const pending = theirs.length === 0 ? [] : await read(tx => beside.pendingOn(tx, theirs))
    return told.map(idea => {
      const rows = pending.filter(row => row.idea === idea.id)
      return rows.length === 0 ? idea : { ...foreseen(idea, rows), untold: untoldOf(rows) }
    })
  }

  /** Each idea with what `actor` is to it, and names. */
  async function seen(actor: Actor, told: readonly Idea[]): Promise<readonly IdeaSeen[]> {
    const ideas = await decided(actor, told)
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
      }
    })
  }

  /** Runs `work` on the locked idea, withdrawn or not, and answers it as it then stands. */
  function withAny(id: string, work: Work): Promise<Idea> {
    return transact(async tx => {
      const before = requireFound(await ideaStore(tx).lock(id))
      await work(tx, before)
      const idea = requireFound(await ideaStore(tx).find(id))
      if (looksDifferent(before, idea)) await changed(tx, idea)
      return idea
    })
  }

  return {
    changed,
    named: (ideas: readonly Idea[]) => named(ideas),

    /** Makes the idea found by `text` from now on; by '': not at all. */
    async findable(tx: Tx, id: string, text: string): Promise<void> {
      await beside.putWords(tx, id, wordsOf(text))
      await beside.putStems(tx, id, stemsOf(text))
    },

    seen,
    isBalloted,
    withAny,
    seenOne: async (actor: Actor, idea: Idea): Promise<IdeaSeen> =>
      requireFound((await seen(actor, [idea]))[0]),

    /** The same on an idea that stands by itself. @throws Refusal `gone`, `idea-hidden`, `idea-merged` */
    withLocked: (id: string, work: Work): Promise<Idea> => withAny(id, (tx, idea) => work(tx, actable(idea))),

    /** Notes in the idea's thread what `actor` just did, and answers the event's number. */
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
