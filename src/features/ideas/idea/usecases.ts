import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { isId } from '../../../kernel/text/id-format.ts'
import type { NextStepShown, StepSubject } from '../../next-steps/index.ts'
import type { IdeaContext, IdeaContextParts } from './context-usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaNamed, type IdeaSeen, readable } from './domain.ts'
import type { Pending } from './pending.ts'
import type { IdeaFilter } from './rows.ts'
import { stepSubjectOf } from './step-subject.ts'

/** Ideas that may be asked for by id at once, as for a new ballot. */
const MANY = 100
const LATELY = 50

export type IdeaQueries = ReturnType<typeof ideaQueries>

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read'> & {
  readonly pendingOn: (tx: Tx, ideas: readonly string[]) => Promise<readonly Pending[]>
}

/** Reads ideas: one, a page of them, or some by their ids. */
export function ideaQueries(
  { ideaStore, read, pendingOn }: Parts,
  { seen, seenOne, named, followedBy }: Pick<IdeaContext, 'seen' | 'seenOne' | 'named' | 'followedBy'>,
) {
  return {
    /** @throws Refusal `gone` */
    async show(actor: Actor, id: string): Promise<IdeaSeen> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      return seenOne(actor, readable(await read(tx => ideaStore(tx).find(id)), actor))
    },

    /** Newest first. `after`: what the page before gave as `next`. @throws Refusal `malformed` */
    async list(actor: Actor, filter: IdeaFilter, limit: number, after?: string) {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const found = await read(tx => ideaStore(tx).newest(filter, limit + 1, from))
      const { items, ...rest } = pageOf(found, limit)
      return { items: await seen(actor, items), ...rest }
    },

    /** The most supported, at most 100. */
    top: (limit: number): Promise<readonly Idea[]> =>
      read(tx => ideaStore(tx).mostSupported(Math.min(limit, MANY))),

    /** Ids of the newest 50, in any state. */
    lately: (): Promise<readonly string[]> => read(tx => ideaStore(tx).lately(LATELY)),

    /** In the order asked for, those that exist; at most 100. */
    async byIds(wanted: readonly string[]): Promise<readonly Idea[]> {
      const found = await read(tx => ideaStore(tx).byIds(wanted.filter(isId).slice(0, MANY)))
      const known = new Map(found.map(idea => [idea.id, idea]))
      return wanted.flatMap(id => known.get(id) ?? [])
    },

    /** The actor's view of those that others may see, by id; at most 100. */
    async seenByIds(actor: Actor, wanted: readonly string[]): Promise<ReadonlyMap<string, IdeaSeen>> {
      permit(IDEA_PERMISSIONS.read, actor.role)
      const found = await read(tx => ideaStore(tx).byIds(wanted.filter(isId).slice(0, MANY)))
      return new Map((await seen(actor, found)).map(idea => [idea.id, idea]))
    },

    /** What it is to the steps that follow of it; nothing when it is gone. */
    async stepSubject(tx: Tx, id: string): Promise<StepSubject | undefined> {
      const idea = await ideaStore(tx).find(id)
      return idea && stepSubjectOf(idea, await pendingOn(tx, [id]))
    },

    /** What follows of each, at most 100, whichever idea it was merged into. */
    async stepsOn(wanted: readonly string[]): Promise<ReadonlyMap<string, readonly NextStepShown[]>> {
      const byIds = (ids: readonly string[]) =>
        read(tx => ideaStore(tx).byIds(ids.filter(isId).slice(0, MANY)))
      const found = await byIds(wanted)
      const leading = await byIds([...new Set(found.map(({ id, root }) => root ?? id))])
      const follows = await followedBy(leading)
      const leads = new Map(leading.map(idea => [idea.id, follows(idea)]))
      return new Map(found.map(({ id, root }) => [id, leads.get(root ?? id) ?? []]))
    },

    /** What everybody in a channel sees of an idea, withdrawn or not; undefined when it was deleted. */
    async posted(id: string): Promise<IdeaNamed | undefined> {
      const idea = await read(tx => ideaStore(tx).find(id))
      return idea && (await named([idea]))[0]
    },
  }
}
