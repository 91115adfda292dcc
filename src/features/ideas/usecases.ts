import type { Actor } from '../../kernel/actor.ts'
import { type Cursor, pageOf, parseCursor } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/id.ts'
import type { OnceKey } from '../../kernel/once.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { type BoxParts, type BoxStore, boxUsecases } from './box-usecases.ts'
import {
  checkSupporter,
  type Idea,
  type IdeaBox,
  type IdeaSeen,
  ideaText,
  PERMISSIONS,
  standing,
} from './domain.ts'

export type IdeaFilter = { readonly author?: string; readonly box?: string }
export type Support = {
  readonly idea: string
  readonly person: string
  readonly direction?: string
  readonly at: number
}

export type IdeaStore = BoxStore & {
  readonly add: (idea: Idea) => Promise<void>
  readonly find: (id: string) => Promise<Idea | undefined>
  /** Like `find`; nobody else writes to the idea or its supports until the transaction ends. */
  readonly lock: (id: string) => Promise<Idea | undefined>
  readonly setAxis: (id: string, axis: string) => Promise<void>
  /** Adds the support, or gives the one that stands its Direction of today. */
  readonly putSupport: (support: Support) => Promise<void>
  readonly removeSupport: (idea: string, person: string) => Promise<void>
  /** Ideas that the person supports since before their Direction was known; at most 500. */
  readonly unplaced: (person: string) => Promise<readonly string[]>
  /** Puts the person's support, and the idea if it is theirs, under `direction`, unless they stand under one. */
  readonly place: (id: string, person: string, direction: string) => Promise<void>
  /** Counts again the supports and Directions that stand beside the idea. */
  readonly recount: (id: string) => Promise<void>
  /** Which of `ideas` the person supports. */
  readonly supportedBy: (person: string, ideas: readonly string[]) => Promise<ReadonlySet<string>>
  /** Newest first, from just after `after`. */
  readonly newest: (filter: IdeaFilter, limit: number, after?: Cursor) => Promise<readonly Idea[]>
  readonly mostSupported: (limit: number) => Promise<readonly Idea[]>
  readonly byIds: (ids: readonly string[]) => Promise<readonly Idea[]>
}

export type Submission = {
  readonly text: string
  readonly axis?: string
  /** Id of the box it answers. */
  readonly box?: string
  /** Where it was said aloud: its card stands there. */
  readonly thread?: { readonly channel: string; readonly address: string }
}

type Parts = Omit<BoxParts, 'store'> & {
  readonly store: (tx: Tx) => IdeaStore
  readonly programme: Pick<Programme, 'axis'>
  readonly people: Pick<PeopleUsecases, 'names'>
}

export type IdeaUsecases = ReturnType<typeof ideaUsecases>

/** Ideas a ballot may be opened on at once, and others may be asked for by id. */
const MANY = 100

/** Whether the card in the channel no longer tells the truth. */
function looksDifferent(before: Idea, now: Idea): boolean {
  return before.axis !== now.axis || before.supports !== now.supports || before.directions !== now.directions
}

export function ideaUsecases(parts: Parts) {
  const { store, transact, read, once, note, clock, ids, programme, people } = parts

  function knownAxis(axis: string): string {
    if (!programme.axis(axis)) throw new Refusal('axis-missing')
    return axis
  }

  /** The card that stands in a channel shows totals: it is drawn again once this is true. */
  async function changed(tx: Tx, { id, channel }: Idea): Promise<void> {
    if (channel === undefined) return
    await note(tx, { kind: 'ideas.changed', payload: { idea: id }, mergeKey: `ideas:${id}` })
  }

  /** Each idea with what `actor` is to it, and its author's name. */
  async function seen(actor: Actor, ideas: readonly Idea[]): Promise<readonly IdeaSeen[]> {
    const shown = ideas.map(idea => idea.id)
    const supported = await read(tx => store(tx).supportedBy(actor.id, shown))
    const names = await people.names([...new Set(ideas.map(idea => idea.author))])
    return ideas.map(idea => ({
      ...idea,
      authorName: names.get(idea.author) ?? '',
      mine: idea.author === actor.id,
      supported: supported.has(idea.id),
    }))
  }

  async function seenOne(actor: Actor, idea: Idea): Promise<IdeaSeen> {
    return standing((await seen(actor, [idea]))[0])
  }

  function ideaOf(actor: Actor, id: string, submission: Submission, box: IdeaBox | undefined): Idea {
    const { axis, thread } = submission
    const text = ideaText(submission.text)
    return {
      id,
      author: actor.id,
      ...(actor.direction !== undefined && { direction: actor.direction }),
      ...(axis !== undefined && { axis: knownAxis(axis) }),
      text,
      state: 'received',
      ...(box && { box: box.id, channel: box.channel }),
      ...(thread && thread),
      supports: 0,
      directions: 0,
      at: clock.now(),
    }
  }

  async function keep(tx: Tx, idea: Idea): Promise<void> {
    const { id, author, direction, at } = idea
    await store(tx).add(idea)
    await store(tx).putSupport({
      idea: id,
      person: author,
      at,
      ...(direction !== undefined && { direction }),
    })
    await store(tx).recount(id)
    // Said aloud in a channel, it is answered there by its card: only a box's idea still has to be posted.
    if (idea.box !== undefined) await changed(tx, idea)
  }

  /** Runs `work` on the locked idea and answers it as it then stands. */
  function withLocked(id: string, work: (tx: Tx, idea: Idea) => Promise<void>): Promise<Idea> {
    return transact(async tx => {
      const before = standing(await store(tx).lock(id))
      await work(tx, before)
      const idea = standing(await store(tx).find(id))
      if (looksDifferent(before, idea)) await changed(tx, idea)
      return idea
    })
  }

  return {
    ...boxUsecases(parts),

    /**
     * Keeps an idea, once for all `keys`; the author is its first supporter.
     * @throws Refusal `empty-text`, `too-long`, `axis-missing` (an axis that is not one), `gone` (the box)
     */
    async submit(actor: Actor, submission: Submission, keys: readonly OnceKey[]): Promise<IdeaSeen> {
      permit(PERMISSIONS.submit, actor.role)
      const wanted = submission.box
      const box = wanted === undefined ? undefined : standing(await read(tx => store(tx).findBox(wanted)))
      const idea = ideaOf(actor, ids.next(), submission, box)
      const kept = await transact(async tx => {
        const id = await once(tx, keys, idea.id)
        if (id === idea.id) await keep(tx, idea)
        return standing(await store(tx).find(id))
      })
      return seenOne(actor, kept)
    },

    /** @throws Refusal `gone`, `not-yours`, `axis-missing` */
    async setAxis(actor: Actor, id: string, axis: string): Promise<IdeaSeen> {
      const idea = await withLocked(id, async (tx, found) => {
        permit(PERMISSIONS.setAxis, actor.role, found.author === actor.id ? 'own' : 'none')
        await store(tx).setAxis(id, knownAxis(axis))
      })
      return seenOne(actor, idea)
    },

    /** Makes `actor` support the idea, or not: saying it twice changes nothing. @throws Refusal `gone`, `own-idea` */
    async support(actor: Actor, id: string, support: boolean): Promise<IdeaSeen> {
      permit(PERMISSIONS.support, actor.role)
      const { id: person, direction } = actor
      const idea = await withLocked(id, async (tx, found) => {
        checkSupporter(found, person)
        const known = direction === undefined ? {} : { direction }
        if (support) await store(tx).putSupport({ idea: id, person, at: clock.now(), ...known })
        else await store(tx).removeSupport(id, person)
        await store(tx).recount(id)
      })
      return seenOne(actor, idea)
    },

    /** Counts what the person submitted and supported before they said their Direction under it. */
    async place(person: string, direction: string): Promise<void> {
      for (const id of await read(tx => store(tx).unplaced(person))) {
        await withLocked(id, async tx => {
          await store(tx).place(id, person, direction)
          await store(tx).recount(id)
        })
      }
    },

    /** @throws Refusal `gone` */
    async show(actor: Actor, id: string): Promise<IdeaSeen> {
      permit(PERMISSIONS.read, actor.role)
      return seenOne(actor, standing(await read(tx => store(tx).find(id))))
    },

    /** Newest first. `after`: what the page before gave as `next`. @throws Refusal `malformed` */
    async list(actor: Actor, filter: IdeaFilter, limit: number, after?: string) {
      permit(PERMISSIONS.read, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const { items, ...rest } = pageOf(await read(tx => store(tx).newest(filter, limit + 1, from)), limit)
      return { items: await seen(actor, items), ...rest }
    },

    /** The most supported, at most 100. */
    top: (limit: number): Promise<readonly Idea[]> =>
      read(tx => store(tx).mostSupported(Math.min(limit, MANY))),

    /** In the order asked for, those that exist; at most 100. */
    async byIds(wanted: readonly string[]): Promise<readonly Idea[]> {
      const found = await read(tx => store(tx).byIds(wanted.filter(isId).slice(0, MANY)))
      const known = new Map(found.map(idea => [idea.id, idea]))
      return wanted.flatMap(id => known.get(id) ?? [])
    },

    /** What everybody in a channel sees of an idea, or nothing when it is gone. */
    async posted(id: string): Promise<(Idea & { readonly authorName: string }) | undefined> {
      const idea = await read(tx => store(tx).find(id))
      if (!idea) return undefined
      const names = await people.names([idea.author])
      return { ...idea, authorName: names.get(idea.author) ?? '' }
    },
  }
}
