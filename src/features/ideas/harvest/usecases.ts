import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { IDEA_LENGTH, type Idea, requireFound, UNDO_TIME } from '../idea/domain.ts'
import type { Origin } from '../idea/origin.ts'
import type { SimilarUsecases } from '../similarity/usecases.ts'
import { withdrawIdea } from '../submission/correction-usecases.ts'
import type { CreateIdea } from '../submission/creation-usecases.ts'
import type { IdeaWorkshop } from './collecting.ts'
import {
  HARVEST_PERMISSIONS,
  type Harvestable,
  type Harvested,
  type HarvestLine,
  harvestable,
  MOST_HARVESTED,
  MOST_LINES,
} from './domain.ts'
import type { HarvestRights } from './rights-usecases.ts'

/**
 * A harvested line, with its idea; without one when it was undone before it arrived. `mark`: fingerprint of the words.
 */
export type KeptLine = {
  readonly person: string
  readonly key: string
  readonly workshop: string
  readonly idea?: string
  readonly mark: string
  readonly undone: boolean
  readonly at: number
}

export type HarvestStore = {
  /** Locks the workshop's harvest until the transaction ends. @returns how many lines it has */
  readonly lockHarvest: (workshop: string) => Promise<number>
  readonly findLine: (person: string, key: string) => Promise<KeptLine | undefined>
  readonly addLine: (line: KeptLine) => Promise<void>
  readonly undoLine: (person: string, key: string) => Promise<void>
  /** Recomputes the harvest's line counter. */
  readonly recountLines: (workshop: string) => Promise<void>
  /** An idea of the workshop's harvest with the same words. */
  readonly sameIn: (workshop: string, mark: string) => Promise<Idea | undefined>
  /** Keys of the lines that the person typed among `ideas`, by idea. */
  readonly keysOf: (person: string, ideas: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Ideas that were said at the workshop and stand, the newest first; of one table when it is given. */
  readonly saidAt: (workshop: string, limit: number, table?: string) => Promise<readonly Idea[]>
  /** Of all tables, the most supported first, then the newest. */
  readonly leadingAt: (workshop: string, limit: number) => Promise<readonly Idea[]>
  readonly countSaidAt: (workshop: string, table?: string) => Promise<number>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'transact' | 'audit' | 'clock' | 'ids' | 'note'> & {
  readonly store: (tx: Tx) => HarvestStore
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly isAxis: (id: string) => boolean
  readonly rights: Pick<HarvestRights, 'harvesting' | 'checkMay'>
  readonly create: CreateIdea
  readonly nearest: SimilarUsecases['nearest']
}

type Context = Pick<IdeaContext, 'withAny' | 'isBalloted' | 'findable' | 'happened'>

export type HarvestUsecases = ReturnType<typeof harvestUsecases>

/** Result of undoing one line. */
type TakenBack = { readonly key: string; readonly refusal?: Refusal }

/** A validated line, or the refusal. */
type Ready = { readonly line: HarvestLine; readonly idea: Harvestable; readonly near?: Idea }

/** Typing what was said at a table, many lines at a time. */
export function harvestUsecases(parts: Parts, context: Context) {
  const { store, transact, audit, clock, ids, workshops, isAxis, create, nearest } = parts
  const { harvesting, checkMay } = parts.rights
  const takeBack = withdrawIdea(parts, context)

  async function readied(actor: Actor, line: HarvestLine): Promise<Ready | Harvested> {
    try {
      const idea = harvestable(line, IDEA_LENGTH, isAxis)
      const near = await nearest(actor, idea.text)
      return { line, idea, ...(near && { near }) }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      return { key: line.key, state: 'refused', refusal }
    }
  }

  /** The result of a line that was stored by an earlier call. */
  function repeated({ key, idea, undone, at }: KeptLine): Harvested {
    if (undone || idea === undefined) return { key, state: 'undone' }
    return { key, state: 'there', id: idea, undoUntil: at + UNDO_TIME }
  }

  function ideaOf({ id: workshop, title }: IdeaWorkshop, { text, axis, table, credit }: Harvestable): Idea {
    const origin: Origin = { workshop, title, ...(table !== undefined && { table }) }
    const fresh = { id: ids.next(), author: '', state: 'received', at: clock.now() } as const
    return { ...fresh, text, axis, origin, credit, supports: 0, directions: 0, comments: 0 }
  }

  async function keepLine(tx: Tx, actor: Actor, at: IdeaWorkshop, ready: Ready, count: number) {
    const { line, near } = ready
    const { key, anyway } = line
    const known = await store(tx).findLine(actor.id, key)
    if (known) return repeated(known)
    const mark = fingerprint(ready.idea.text)
    const same = anyway ? undefined : await store(tx).sameIn(at.id, mark)
    if (same) return { key, state: 'duplicate', of: { id: same.id, text: same.text } } as const
    if (count >= MOST_HARVESTED)
      return { key, state: 'refused', refusal: new Refusal('harvest-full', { max: MOST_HARVESTED }) } as const
    const idea = ideaOf(at, ready.idea)
    await create(tx, actor, idea)
    const kept = { person: actor.id, key, workshop: at.id, idea: idea.id, mark, undone: false, at: idea.at }
    await store(tx).addLine(kept)
    const told = near && { near: { id: near.id, text: near.text } }
    return { key, state: 'accepted', id: idea.id, undoUntil: idea.at + UNDO_TIME, ...told } as const
  }

  async function keepAll(tx: Tx, actor: Actor, at: IdeaWorkshop, ready: readonly (Ready | Harvested)[]) {
    let count = await store(tx).lockHarvest(at.id)
    const results: Harvested[] = []
    for (const each of ready) {
      const result = 'line' in each ? await keepLine(tx, actor, at, each, count) : each
      if (result.state === 'accepted') count++
      results.push(result)
    }
    await store(tx).recountLines(at.id)
    const accepted = results.filter(({ state }) => state === 'accepted').length
    if (accepted > 0)
      await audit(tx, actor, HARVEST_PERMISSIONS.harvest.act, withAmounts(at.id, { ideas: accepted }))
    return results
  }

  /** The idea of a line; a line that has not arrived is stored as undone, so that it makes no idea when it does. */
  async function lineToUndo(tx: Tx, actor: Actor, workshop: string, key: string) {
    const count = await store(tx).lockHarvest(workshop)
    const known = await store(tx).findLine(actor.id, key)
    if (known) return known.undone ? undefined : known.idea
    if (count >= MOST_HARVESTED) throw new Refusal('harvest-full', { max: MOST_HARVESTED })
    await store(tx).addLine({ person: actor.id, key, workshop, mark: '', undone: true, at: clock.now() })
    await store(tx).recountLines(workshop)
    return undefined
  }

  async function undoOne(actor: Actor, workshop: string, key: string): Promise<TakenBack> {
    try {
      const id = await transact(tx => lineToUndo(tx, actor, workshop, key))
      if (id === undefined) return { key }
      await context.withAny(id, async (tx, idea) => {
        await takeBack(tx, idea)
        await store(tx).undoLine(actor.id, key)
      })
      return { key }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      return { key, refusal }
    }
  }

  return {
    /**
     * Keeps the lines, each once for its key, and says of each what became of it; what one of them is refused for keeps no
     * other out. Who typed them is no author, supports nothing and is named nowhere. At most 50.
     * @throws Refusal `gone`, `role-needed`, `harvest-not-yours`, `workshop-not-begun`, `harvest-over`, `harvest-long`
     */
    async harvest(
      actor: Actor,
      workshop: string,
      lines: readonly HarvestLine[],
    ): Promise<readonly Harvested[]> {
      const at = await harvesting(actor, workshop)
      if (lines.length > MOST_LINES) throw new Refusal('harvest-long', { max: MOST_LINES })
      const ready: (Ready | Harvested)[] = []
      // Before the lock is taken: on a large programme the similarity search takes longer than all writes.
      for (const line of lines) ready.push(await readied(actor, line))
      return transact(tx => keepAll(tx, actor, at, ready))
    },

    /**
     * Takes back what the actor typed, within ten minutes, each by its key. At most 50.
     * @throws Refusal `gone`, `role-needed`, `harvest-not-yours`, `harvest-long`
     */
    async undoHarvest(
      actor: Actor,
      workshop: string,
      keys: readonly string[],
    ): Promise<readonly TakenBack[]> {
      requireFound(await workshops.posted(workshop))
      await checkMay(actor, workshop)
      if (keys.length > MOST_LINES) throw new Refusal('harvest-long', { max: MOST_LINES })
      const results: TakenBack[] = []
      for (const key of keys) results.push(await undoOne(actor, workshop, key))
      return results
    },
  }
}
