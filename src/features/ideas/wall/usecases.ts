import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { requireFound } from '../idea/domain.ts'
import {
  isOnWall,
  onWall,
  revisionIn,
  revisionText,
  WALL_PAGE,
  WALL_PERMISSIONS,
  type Wall,
  type WallEntry,
  type WallReading,
} from './domain.ts'
import type { CheckWall, WallWorkshops } from './rights-usecases.ts'

export type WallStore = {
  readonly wall: (workshop: string) => Promise<Wall | undefined>
  /** Ideas that changed after a revision, in order; those that are gone from the wall as well. */
  readonly changed: (workshop: string, revision: number, limit: number) => Promise<readonly WallEntry[]>
  readonly find: (idea: string) => Promise<WallEntry | undefined>
  /** Ideas that nobody approved, or that are hidden from the wall alone, in the same order. */
  readonly waiting: (workshop: string, revision: number, limit: number) => Promise<readonly WallEntry[]>
  readonly hidden: (workshop: string, revision: number, limit: number) => Promise<readonly WallEntry[]>
  readonly setHidden: (workshop: string, idea: string, hidden: boolean) => Promise<void>
  readonly setApproved: (workshop: string, idea: string) => Promise<void>
  /** Locks the wall until the transaction ends. */
  readonly lockWall: (workshop: string) => Promise<Wall>
  /** Begins another turn: everybody reads the wall anew. */
  readonly setReviewed: (workshop: string, reviewed: boolean) => Promise<void>
  /** Approves what stands on the wall, in the words that it has. */
  readonly approveShown: (workshop: string) => Promise<void>
}

type Parts = Pick<IdeaContextParts, 'read' | 'audit'> & {
  readonly store: (tx: Tx) => WallStore
  readonly workshops: Pick<WallWorkshops, 'posted'>
  readonly checkWall: CheckWall
}

const EMPTY: Wall = { revision: 0, turn: 0, reviewed: false }

export type WallUsecases = ReturnType<typeof wallUsecases>

/** A workshop's ideas as they come, read by what changed; what is kept from its wall. */
export function wallUsecases(
  { store, read, audit, workshops, checkWall }: Parts,
  context: Pick<IdeaContext, 'withAny'>,
) {
  async function changedIn(tx: Tx, workshop: string, limit: number, after: string | undefined) {
    const begun = await store(tx).wall(workshop)
    const wall = begun ?? EMPTY
    const from = after === undefined ? undefined : revisionIn(workshop, wall, after)
    // Where nothing is new, this one row is all that is read.
    const isNew = begun !== undefined && from !== wall.revision
    const rows = isNew ? await store(tx).changed(workshop, from ?? 0, limit + 1) : []
    return { wall, isBegun: begun !== undefined, from, rows }
  }

  /** The wall's idea, locked. @throws Refusal `gone` where it is none of this wall's */
  function withEntry(workshop: string, id: string, work: (tx: Tx, entry: WallEntry) => Promise<void>) {
    return context.withAny(id, async tx => {
      const entry = requireFound(await store(tx).find(id))
      if (entry.idea.origin?.workshop !== workshop) throw new Refusal('gone')
      await work(tx, entry)
    })
  }

  async function page(
    actor: Actor,
    workshop: string,
    kept: 'waiting' | 'hidden',
    limit: number,
    after = '0',
  ) {
    await checkWall(WALL_PERMISSIONS.tendWall, actor, workshop)
    if (!/^\d{1,15}$/.test(after)) throw new Refusal('malformed')
    const rows = await read(tx => store(tx)[kept](workshop, Number(after), limit + 1))
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const items = rows.slice(0, limit).map(onWall)
    return last ? { items, next: String(last.revision) } : { items }
  }

  /** For a screen, which a remote let in: `readWall` is the same for a person. @throws Refusal `gone` */
  async function wall(workshop: string, after?: string, limit = WALL_PAGE): Promise<WallReading> {
    const { wall, isBegun, from, rows } = await read(tx => changedIn(tx, workshop, limit, after))
    if (!isBegun) requireFound(await workshops.posted(workshop))
    const [told, more] = [rows.slice(0, limit), rows.length > limit]
    const shown = told.filter(entry => isOnWall(entry, wall.reviewed))
    const gone = told.filter(entry => !shown.includes(entry)).map(({ idea }) => idea.id)
    const last = more ? (told.at(-1)?.revision ?? wall.revision) : wall.revision
    const whole = from === undefined
    return {
      revision: revisionText(workshop, wall, last),
      whole,
      ideas: shown.map(onWall),
      gone: whole ? [] : gone,
      ...(more && { more }),
    }
  }

  return {
    wall,

    /**
     * What changed on the wall since `after`, a revision that an earlier call gave; all of it, a page at a time, without one,
     * or with one that is unknown. @throws Refusal `role-needed`, `gone`
     */
    async readWall(actor: Actor, workshop: string, after?: string): Promise<WallReading> {
      permit(WALL_PERMISSIONS.readWall, actor.role)
      return wall(workshop, after)
    },

    /** Whether an idea stands on the wall of its workshop. */
    async wallShown(idea: string): Promise<boolean> {
      return read(async tx => {
        const entry = await store(tx).find(idea)
        const at = entry?.idea.origin?.workshop
        if (entry === undefined || at === undefined) return false
        return isOnWall(entry, ((await store(tx).wall(at)) ?? EMPTY).reviewed)
      })
    },

    /** Ideas that wait to be approved, where they are read first. @throws Refusal of `CheckWall`, `malformed` */
    async waitingOnWall(actor: Actor, workshop: string, limit: number, after?: string) {
      const found = await page(actor, workshop, 'waiting', limit, after)
      const { reviewed } = (await read(tx => store(tx).wall(workshop))) ?? EMPTY
      return reviewed ? found : { items: [] }
    },

    /** Ideas hidden from the wall alone. @throws Refusal of `CheckWall`, `malformed` */
    hiddenOnWall: (actor: Actor, workshop: string, limit: number, after?: string) =>
      page(actor, workshop, 'hidden', limit, after),

    /**
     * Hides an idea from the wall, or shows it there again; elsewhere it stands as before. Idempotent.
     * @throws Refusal of `CheckWall`, `gone`
     */
    async hideOnWall(actor: Actor, workshop: string, id: string, hidden: boolean): Promise<void> {
      await checkWall(WALL_PERMISSIONS.hideOnWall, actor, workshop)
      await withEntry(workshop, id, async (tx, entry) => {
        if (entry.hidden === hidden) return
        await store(tx).setHidden(workshop, id, hidden)
        await audit(tx, actor, WALL_PERMISSIONS.hideOnWall.act, id)
      })
    },

    /**
     * Lets an idea onto the wall where ideas are read first. `words`: those that were read; it is not approved once its author
     * changed them. Idempotent. @throws Refusal of `CheckWall`, `gone`, `wall-reworded`
     */
    async approveOnWall(actor: Actor, workshop: string, id: string, words?: string): Promise<void> {
      await checkWall(WALL_PERMISSIONS.approveOnWall, actor, workshop)
      await withEntry(workshop, id, async (tx, { idea, approved }) => {
        if (words !== undefined && words !== idea.text) throw new Refusal('wall-reworded')
        if (approved) return
        await store(tx).setApproved(workshop, id)
        await audit(tx, actor, WALL_PERMISSIONS.approveOnWall.act, id)
      })
    },

    /**
     * Has ideas read before they are on the wall, or no longer, within the caller's transaction, which says who may. What
     * stands there stays; once they are not read first, what waited is shown. Idempotent.
     */
    async reviewFirst(tx: Tx, workshop: string, reviewed: boolean): Promise<void> {
      const wall = await store(tx).lockWall(workshop)
      if (wall.reviewed === reviewed) return
      if (reviewed) await store(tx).approveShown(workshop)
      await store(tx).setReviewed(workshop, reviewed)
    },
  }
}
