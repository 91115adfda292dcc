import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Programme } from '../../programme/index.ts'
import type { InitiativeContext, InitiativeStore } from '../initiative/context-usecases.ts'
import {
  INITIATIVE_PERMISSIONS,
  type InitiativeSeen,
  type Lineage,
  MOST_COUNTED,
  type TrialWords,
} from '../initiative/domain.ts'
import { type FirstTaken, type InspiredIdea, rowsOf, type TakenUp } from './domain.ts'

type Pages = (id: string, limit: number, after?: Cursor) => Promise<readonly Cursor[]>
type Count = (id: string, limit: number) => Promise<number>

/** What was proposed after `id` and may be read, the latest first. */
export type DescentStore = {
  /** Initiatives. */
  readonly taken: Pages
  /** Ideas that are no initiatives yet. */
  readonly ideas: Pages
  /** As far as `limit`. */
  readonly countTaken: Count
  readonly countIdeas: Count
  /** In any order. */
  readonly takenByIds: (ids: readonly string[]) => Promise<readonly TakenUp[]>
  readonly ideasByIds: (ids: readonly string[]) => Promise<readonly InspiredIdea[]>
  /** The first initiative of each Direction that has one. */
  readonly firstIn: (id: string, directions: readonly string[]) => Promise<ReadonlyMap<string, FirstTaken>>
}

type Parts = {
  readonly store: (tx: Tx) => DescentStore
  readonly initiatives: (tx: Tx) => Pick<InitiativeStore, 'byIds'>
  readonly context: Pick<InitiativeContext, 'seen' | 'seenOne'>
  readonly read: Transact
  readonly programme: Pick<Programme, 'directions'>
  readonly trials: Pick<TrialWords, 'places'>
}

export type DescentUsecases = ReturnType<typeof descentUsecases>

function inOrder<T extends { readonly id: string }>(
  places: readonly Cursor[],
  found: readonly T[],
): readonly T[] {
  const byId = new Map(found.map(each => [each.id, each]))
  return places.flatMap(({ id }) => byId.get(id) ?? [])
}

/** What an initiative was born of, what was taken up from it, and where it lives. */
export function descentUsecases({ store, initiatives, context, read, programme, trials }: Parts) {
  /** The initiative that inspired it, unless it is hidden or withdrawn. */
  async function fromOf(actor: Actor, { idea }: InitiativeSeen): Promise<Pick<Lineage, 'from'>> {
    const { source } = idea
    if (!source) return {}
    const [from] = await context.seen(actor, await read(tx => initiatives(tx).byIds([source.id])))
    return from ? { from: { id: from.id, title: from.title } } : {}
  }

  type Kind = 'initiatives' | 'ideas'
  type Descendants = readonly (InspiredIdea & Partial<TakenUp>)[]
  const pageIn = async (tx: Tx, id: string, kind: Kind, limit: number, after?: Cursor) => {
    const { items, ...rest } = pageOf(
      await store(tx)[kind === 'ideas' ? 'ideas' : 'taken'](id, limit + 1, after),
      limit,
    )
    const ids = items.map(each => each.id)
    const found: Descendants =
      kind === 'ideas' ? await store(tx).ideasByIds(ids) : await store(tx).takenByIds(ids)
    return { items: inOrder(items, found), ...rest }
  }

  return {
    /** What its sheet says of it. */
    async lineageOf(actor: Actor, seen: InitiativeSeen): Promise<Lineage> {
      const [from, taken, ideas] = await Promise.all([
        fromOf(actor, seen),
        read(tx => store(tx).countTaken(seen.id, MOST_COUNTED + 1)),
        read(tx => store(tx).countIdeas(seen.id, MOST_COUNTED + 1)),
      ])
      return { ...from, taken, ideas }
    },

    /**
     * A page of what was taken up from it, the latest first. `after`: what the page before gave as `next`.
     * @throws Refusal `gone`, `idea-hidden`, `malformed`
     */
    async descent(actor: Actor, id: string, kind: Kind, limit: number, after?: string) {
      permit(INITIATIVE_PERMISSIONS.read, actor.role)
      const seen = await context.seenOne(actor, id)
      const at = after === undefined ? undefined : parseCursor(after)
      const [from, page] = await Promise.all([
        fromOf(actor, seen),
        read(tx => pageIn(tx, id, kind, limit, at)),
      ])
      return { ...page, ...from }
    },

    /**
     * The Directions that try it, where it is general or was taken up, in the programme's order, and how many others there are.
     * @throws Refusal `gone`, `idea-hidden`
     */
    async directions(actor: Actor, id: string) {
      permit(INITIATIVE_PERMISSIONS.read, actor.role)
      await context.seenOne(actor, id)
      const all = programme.directions.map(direction => direction.id)
      const [{ trying, generalised }, taken] = await Promise.all([
        trials.places(id),
        read(async tx => {
          const first = await store(tx).firstIn(id, all)
          const found = await store(tx).takenByIds([...first.values()].map(each => each.id))
          const known = new Map(found.map(each => [each.id, each]))
          return new Map(
            [...first].flatMap(([direction, { id, more }]) => {
              const one = known.get(id)
              return one ? [[direction, { ...one, more }] as const] : []
            }),
          )
        }),
      ])
      return rowsOf({ all, trying, generalised, taken })
    },
  }
}
