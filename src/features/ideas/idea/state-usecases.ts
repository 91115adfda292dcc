import type { Actor } from '../../../kernel/access/actor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MessageUsecases, Subject } from '../../messages/index.ts'
import type { IdeaContext, IdeaContextParts } from './context-usecases.ts'
import type { Idea } from './domain.ts'
import { type IdeaStep, isDecision, reasonOf } from './state.ts'

/** A step in the life of an idea. */
export type Stepping = {
  readonly idea: string
  readonly step: IdeaStep
  /** Who did it: named in the thread where that may be, and told nothing. */
  readonly by?: Pick<Actor, 'id' | 'role'>
  /** Who did it, where it is not for others to know: told nothing, and named nowhere. */
  readonly unnamed?: string
  /** Tells two of the same step apart: a ballot's id, the name of a phase. Without one it is told once for ever. */
  readonly occasion?: string | number
  /** Names what several ideas go through together, a ballot: whoever follows more than one of them is told once. */
  readonly together?: string
  /** What the thread says beside the step; at most 280 characters are kept. */
  readonly detail?: string
  /** When it came true, in milliseconds: now unless told otherwise. */
  readonly at?: number
  /** People told as well, members of an initiative; at most 100. */
  readonly also?: readonly string[]
  /** The feature that draws the card, from its fact `<teller>.tell`. Absent: ideas, from the thread's own words. */
  readonly teller?: string
  /** Ids and moments that its card needs besides `idea`, `step`, `number` (of the event) and `as` (a role). */
  readonly subject?: Subject
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'note'> & {
  readonly messages: Pick<MessageUsecases, 'tell'>
  /** Who supports the idea, its author included, by id, from just after `after`. */
  readonly supporters: (tx: Tx, id: string, limit: number, after: string) => Promise<readonly string[]>
}

/** People told in one transaction: votes and taps wait for it on SQLite, a millisecond or two a person. */
const TOLD = 50
const ALSO = 100

type Telling = Pick<MessageUsecases, 'tell' | 'wentOut'>

/** What is told to nobody is not told: an idea of a harvest has no author. */
export function tellingSomebody({ tell, wentOut }: Telling): Telling {
  return { wentOut, tell: async (tx, telling) => telling.person !== '' && tell(tx, telling) }
}

export type Steps = ReturnType<typeof ideaSteps>

/** How each step of an idea's life is kept, and reaches everybody who touched it. */
export function ideaSteps(
  { ideaStore, supporters, transact, note, messages }: Parts,
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

  /** What has been decided otherwise since is told no more. */
  function holds(idea: Idea, page: Subject): boolean {
    const { step, turn } = page
    if (step === 'hidden' || step === 'restored') return (step === 'hidden') === (idea.hidden !== undefined)
    if (!isDecision(String(step))) return idea.state !== 'withdrawn'
    return idea.state === step && idea.decision?.turn === turn
  }

  /**
   * Notes the step in the idea's thread and has everybody who touched the idea told of it: author and supporters a page
   * at a time after this transaction, `also` in it. Each person hears of it once for its `occasion`, at a moment that
   * `messages` allows; who did it does not. Of an idea that is gone there is nothing to tell: a ballot ends all the same.
   */
  async function tellTouched(tx: Tx, stepping: Stepping): Promise<void> {
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

  return {
    tellTouched,
    holds,

    /** Tells the page of people that a fact of `tellTouched` names; nothing once the step no longer holds. */
    tellPage: (page: Subject): Promise<void> =>
      transact(async tx => {
        const { after, reason } = page
        const id = String(page.idea)
        const idea = await ideaStore(tx).find(id)
        if (!idea || !holds(idea, page)) return
        const people = await supporters(tx, id, TOLD, String(after))
        await tellAll(tx, new Set(after === '' ? [idea.author, ...people] : people), page)
        const last = people.at(-1)
        if (people.length < TOLD || last === undefined) return
        const payload = { ...page, after: last }
        await note(tx, { kind: 'ideas.stepped', payload, mergeKey: `${id}:${reason}:${last}` })
      }),
  }
}
