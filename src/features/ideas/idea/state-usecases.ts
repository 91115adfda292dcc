import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { MessageUsecases, Subject } from '../../messages/index.ts'
import type { IdeaContext, IdeaContextParts } from './context-usecases.ts'
import type { Idea } from './domain.ts'
import { type IdeaStep, isDecision, reasonOf } from './state.ts'

/** A step in the life of an idea, of which those concerned are notified. */
export type Stepping = {
  readonly idea: string
  readonly step: IdeaStep
  /** Who did it: named in the thread where that is allowed, and not notified. */
  readonly by?: Pick<Actor, 'id' | 'role'>
  /** Who did it, where it is confidential: not notified, and named nowhere. */
  readonly unnamed?: string
  /**
   * Deduplicates notifications of one step: a ballot's id, the name of a phase. Without it, each person is notified
   * once for ever.
   */
  readonly occasion?: string | number
  /**
   * Groups several ideas that take the step together, as in a ballot: whoever follows more than one is notified once.
   */
  readonly together?: string
  /** Detail of the thread's event; cut at 280 characters. */
  readonly detail?: string
  /** When it happened, in milliseconds; default: now. */
  readonly at?: number
  /** Further recipients, such as members of an initiative; at most 100. */
  readonly also?: readonly string[]
  /** The feature that renders the card, on its fact `<teller>.tell`. Absent: ideas, with the thread's own words. */
  readonly teller?: string
  /** Ids and timestamps that its card needs besides `idea`, `step`, `number` (of the event) and `as` (a role). */
  readonly subject?: Subject
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'note' | 'once'> & {
  readonly messages: Pick<MessageUsecases, 'tell'>
  /** Who supports the idea, its author included, by id, from just after `after`. */
  readonly supporters: (tx: Tx, id: string, limit: number, after: string) => Promise<readonly string[]>
  /** Who commented it, in the same way. */
  readonly commenters: (tx: Tx, id: string, limit: number, after: string) => Promise<readonly string[]>
}

/** Recipients per transaction: on SQLite, votes and taps wait for it, a millisecond or two for each. */
const RECIPIENTS = 50
const ALSO = 100
/** How long a fact may come again (ms). */
const FOLLOWED = 30 * DAY

type Telling = Pick<MessageUsecases, 'tell' | 'wentOut'>

/** Skips notifications without a recipient: an idea of a harvest has no author. */
export function tellingSomebody({ tell, wentOut }: Telling): Telling {
  return { wentOut, tell: async (tx, telling) => telling.person !== '' && tell(tx, telling) }
}

export type Steps = ReturnType<typeof ideaSteps>

/** Writes each step to the idea's thread, and notifies those who wrote, support or commented it. */
export function ideaSteps(
  { ideaStore, supporters, commenters, transact, note, once, messages }: Parts,
  context: Pick<IdeaContext, 'happened'>,
) {
  async function tellAll(tx: Tx, people: Iterable<string>, page: Subject): Promise<void> {
    const { reason, teller, by, after: _, ...subject } = page
    for (const person of people) {
      if (person === by) continue
      await messages.tell(tx, {
        person,
        topic: 'idea-answered',
        reason: String(reason),
        subject,
        by: String(teller),
      })
    }
  }

  /** Who supports or commented it, by id. */
  async function followers(tx: Tx, id: string, after: string): Promise<readonly string[]> {
    const both = [await supporters(tx, id, RECIPIENTS, after), await commenters(tx, id, RECIPIENTS, after)]
    return [...new Set(both.flat())].toSorted().slice(0, RECIPIENTS)
  }

  /** False when the idea was decided otherwise since: then nobody else is notified. */
  function holds(idea: Idea, page: Subject): boolean {
    const { step, turn } = page
    if (step === 'hidden' || step === 'restored') return (step === 'hidden') === (idea.hidden !== undefined)
    if (!isDecision(String(step))) return idea.state !== 'withdrawn'
    return idea.state === step && idea.decision?.turn === turn
  }

  /**
   * Writes the step to the idea's thread and notifies author and supporters, a page at a time after this transaction;
   * `also` within it. Each person is notified once per `occasion`, at a time that `messages` allows; not who did it.
   * Does nothing for an idea that is gone: a ballot ends all the same.
   */
  async function notifyFollowers(tx: Tx, stepping: Stepping): Promise<void> {
    const { idea, step, by, unnamed = '', occasion, together, detail, also = [] } = stepping
    const { teller = 'ideas', subject } = stepping
    const touched = await ideaStore(tx).find(idea)
    if (!touched) return
    const number = await context.happened(tx, step, touched, by, detail, stepping.at)
    const reason = together === undefined ? reasonOf(idea, step, occasion) : `ideas:${step}:${together}`
    const page = { ...subject, idea, step, number, ...(by && { as: by.role }), reason, teller }
    const payload = { ...page, by: by?.id ?? unnamed, after: '' }
    await tellAll(tx, also.slice(0, ALSO), { ...payload, also: 1 })
    await note(tx, { kind: 'ideas.stepped', payload, mergeKey: `${idea}:${reason}:` })
  }

  /** Once for each next `step`: notifies those who touched the idea that it was merged into, but `by`. */
  const follow = (what: 'next-promised' | 'next-kept') => (id: string, step: string, by: string) =>
    transact(async tx => {
      if ((await once(tx, [{ key: `${what}:${step}`, forMs: FOLLOWED }], id)) !== id) return
      const idea = await ideaStore(tx).find(id)
      if (!idea || idea.hidden) return
      const subject = { next: step, of: id }
      const event = { step: what, occasion: step, unnamed: by, subject }
      await notifyFollowers(tx, { ...event, idea: idea.root ?? id })
    })

  return {
    notifyFollowers,
    holds,
    promised: follow('next-promised'),
    followed: follow('next-kept'),

    /** Notifies the page of people that a fact of `notifyFollowers` names; nobody once the step is superseded. */
    tellPage: (page: Subject): Promise<void> =>
      transact(async tx => {
        const { after, reason } = page
        const id = String(page.idea)
        const idea = await ideaStore(tx).find(id)
        if (!idea || !holds(idea, page)) return
        const people = await followers(tx, id, String(after))
        await tellAll(tx, new Set(after === '' ? [idea.author, ...people] : people), page)
        const last = people.at(-1)
        if (people.length < RECIPIENTS || last === undefined) return
        const payload = { ...page, after: last }
        await note(tx, { kind: 'ideas.stepped', payload, mergeKey: `${id}:${reason}:${last}` })
      }),
  }
}
