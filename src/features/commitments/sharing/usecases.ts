import { type Actor, countedDirection } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { IdempotencyKey } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import {
  audiencesOf,
  COMMITMENT_PERMISSIONS,
  type Commitment,
  type CommitmentAudience,
  checkInspiring,
  stageOf,
} from '../commitment/domain.ts'
import type { CommitmentIntention, CommitmentStore, OwnCommitmentUsecases } from '../commitment/usecases.ts'
import { SHARING_PERMISSIONS, type SharedCommitment } from './domain.ts'

type AxisCount = { readonly axis: string; readonly count: number }

type ShownRow = Pick<
  Commitment,
  'id' | 'person' | 'direction' | 'axis' | 'text' | 'horizon' | 'state' | 'notes' | 'at' | 'rewordedAt'
>

/** A slice of shared commitments. `direction`: only by its people; `except`: not by that person. */
type Slice = {
  readonly audience: CommitmentAudience
  readonly axis?: string
  readonly direction?: string
  readonly except?: string
}

/** Counts under an axis by stage; without those that were let go. */
type StageCounts = {
  readonly axis: string
  readonly taken: number
  readonly underway: number
  readonly kept: number
}

export type SharedStore = {
  /** Commitments by people of `direction` visible to any of `audiences`, counted by axis. */
  readonly stages: (
    direction: string,
    audiences: readonly CommitmentAudience[],
  ) => Promise<readonly StageCounts[]>
  /** Commitments of a slice, newest first, from just after `after`. */
  readonly shown: (slice: Slice, limit: number, after?: Cursor) => Promise<readonly ShownRow[]>
  /** Those of `commitments` that the person has taken up and not let go. */
  readonly joined: (person: string, commitments: readonly string[]) => Promise<ReadonlySet<string>>
  /** Number of other people, by axis, with a commitment shared with everyone or with `direction`. */
  readonly sharers: (person: string, direction: string | undefined) => Promise<readonly AxisCount[]>
}

type Parts = {
  readonly store: (tx: Tx) => SharedStore
  readonly commitments: (tx: Tx) => Pick<CommitmentStore, 'find' | 'after'>
  readonly take: OwnCommitmentUsecases['take']
  readonly read: Transact
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly programme: Pick<Programme, 'axes' | 'directions'>
}

type SharedPage = { readonly items: readonly SharedCommitment[]; readonly next?: string }

/** Order of the cursor: newest first. */
function byAge(a: Cursor, b: Cursor): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1)
}

export type SharedUsecases = ReturnType<typeof sharedUsecases>

/** Reading colleagues' commitments, and taking one up. */
export function sharedUsecases({ store, commitments, take, read, people, programme }: Parts) {
  async function named(actor: Actor, rows: readonly ShownRow[]): Promise<readonly SharedCommitment[]> {
    const shown = rows.map(({ id }) => id)
    const joined = await read(tx => store(tx).joined(actor.id, shown))
    const names = await people.names([...new Set(rows.map(({ person }) => person))])
    return rows.map(({ id, person, direction, axis, text, horizon, ...rest }) => ({
      id,
      axis,
      text,
      ...(direction !== undefined && { direction }),
      horizon,
      stage: stageOf(rest),
      reworded: rest.rewordedAt !== undefined,
      author: names.get(person) ?? '',
      mine: person === actor.id,
      joined: joined.has(id),
    }))
  }

  /** A page merged from several slices without a common commitment. */
  async function pageIn(actor: Actor, slices: readonly Slice[], limit: number, after?: string) {
    const from = after === undefined ? undefined : parseCursor(after)
    const found: ShownRow[] = []
    await read(async tx => {
      for (const slice of slices) found.push(...(await store(tx).shown(slice, limit + 1, from)))
    })
    const { items, ...next } = pageOf(found.sort(byAge).slice(0, limit + 1), limit)
    return { items: await named(actor, items), ...next }
  }

  /** @throws Refusal `gone` */
  function checkDirection(id: string): void {
    if (!programme.directions.some(direction => direction.id === id)) throw new Refusal('gone')
  }

  /** Audiences of commitments by people of `direction` that the actor belongs to. */
  function audiencesIn(actor: Actor, direction: string): readonly CommitmentAudience[] {
    const own = `direction:${direction}` as const
    const within = may(SHARING_PERMISSIONS.ofDirection, actor.role) && audiencesOf(actor).includes(own)
    return within ? ['everyone', own] : ['everyone']
  }

  /** A colleague's commitment that the actor can see, to be taken up. @throws Refusal `gone`, `own-commitment` */
  async function inspiration(actor: Actor, id: string): Promise<Pick<Commitment, 'id' | 'axis' | 'text'>> {
    return checkInspiring(actor, await read(tx => commitments(tx).find(id)))
  }

  return {
    /**
     * Colleagues' commitments shared with everyone or with the actor's Direction, with names, newest first; of one axis
     * when given. At most 100 a page.
     * @throws Refusal `malformed`
     */
    async near(actor: Actor, axis: string | undefined, limit: number, after?: string): Promise<SharedPage> {
      permit(SHARING_PERMISSIONS.near, actor.role, 'shown')
      const direction = countedDirection(actor)
      const audiences = audiencesOf(direction === undefined ? {} : { direction })
      const some = { except: actor.id, ...(axis !== undefined && { axis }) }
      return pageIn(
        actor,
        audiences.map(audience => ({ audience, ...some })),
        limit,
        after,
      )
    },

    /**
     * Commitments by people of a Direction, shared with everyone, or with the Direction when the actor belongs to it or
     * answers for it: none for an observer. At most 100 a page.
     * @throws Refusal `gone`, `malformed`
     */
    async ofDirection(actor: Actor, direction: string, limit: number, after?: string): Promise<SharedPage> {
      permit(SHARING_PERMISSIONS.count, actor.role)
      checkDirection(direction)
      if (!may(SHARING_PERMISSIONS.ofDirection, actor.role)) return { items: [] }
      const slices = audiencesIn(actor, direction).map(audience => ({ audience, direction }))
      return pageIn(actor, slices, limit, after)
    },

    /**
     * The same, counted by axis in the programme's order and by stage: exact, since their owners show them. An observer
     * gets those visible to everyone.
     * @throws Refusal `gone`
     */
    async stagesOf(actor: Actor, direction: string) {
      permit(SHARING_PERMISSIONS.count, actor.role)
      checkDirection(direction)
      const found = await read(tx => store(tx).stages(direction, audiencesIn(actor, direction)))
      const counts = new Map(found.map(each => [each.axis, each]))
      return programme.axes.map(({ id }) => {
        const { taken = 0, underway = 0, kept = 0 } = counts.get(id) ?? {}
        const shown = (count: number) => exact('shared', count)
        return { axis: id, taken: shown(taken), underway: shown(underway), kept: shown(kept) }
      })
    },

    inspiration,

    /**
     * Takes up a colleague's commitment, with the same text and axis.
     * @throws Refusal `gone`, `own-commitment`, and those of `take`
     */
    async meToo(
      actor: Actor,
      id: string,
      own: Pick<CommitmentIntention, 'horizon' | 'visibility'>,
      keys: readonly IdempotencyKey[],
    ): Promise<Commitment> {
      const { axis, text } = await inspiration(actor, id)
      return take(actor, { ...own, axis, text, inspiredBy: id }, keys)
    },

    /** The actor's own that was taken up from this one. */
    takenAfter(actor: Actor, id: string): Promise<Commitment | undefined> {
      permit(COMMITMENT_PERMISSIONS.take, actor.role)
      return read(tx => commitments(tx).after(actor.id, id))
    },

    /** Number of colleagues with a commitment shared with the actor, by axis in the programme's order. */
    async shared(actor: Actor): Promise<readonly { readonly axis: string; readonly count: Shown }[]> {
      permit(SHARING_PERMISSIONS.count, actor.role)
      const counted = await read(tx => store(tx).sharers(actor.id, countedDirection(actor)))
      const counts = new Map(counted.map(({ axis, count }) => [axis, count]))
      return programme.axes.map(({ id }) => ({ axis: id, count: exact('shared', counts.get(id) ?? 0) }))
    },
  }
}
