import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { StepUsecases } from '../../next-steps/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { Idea } from '../idea/domain.ts'
import { type IdeaTally, inAxisOrder, inTableOrder, type WorkshopStep, wonBy } from './counts.ts'
import type { Presence, PresenceStore } from './presence.ts'
import type { SummaryStore } from './records.ts'
import type { VotesAt, WorkshopVote } from './vote.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<SummaryStore, 'tallied' | 'followedBy' | 'mostSupportedAt'>
  readonly presences: (tx: Tx) => Pick<PresenceStore, 'live' | 'kept'>
  readonly read: Transact
  readonly programme: Pick<Programme, 'axes'>
  readonly nextSteps: Pick<StepUsecases, 'allOn'>
  readonly votesAt: VotesAt
}

/** Of one workshop or more. `votes`, `presences`: by workshop. */
export type Counted = {
  readonly tally: IdeaTally
  readonly top: readonly Idea[]
  readonly presences: ReadonlyMap<string, Presence>
  readonly votes: ReadonlyMap<string, readonly WorkshopVote[]>
  readonly steps: readonly WorkshopStep[]
}

export type CountUsecases = ReturnType<typeof countUsecases>

/** Soonest first; what follows of the summary itself before what follows of votes, then of ideas. */
function inOrder(steps: readonly WorkshopStep[]): readonly WorkshopStep[] {
  const kinds = ['summary', 'ballot', 'idea']
  const key = ({ subject, due, id }: WorkshopStep) => `${kinds.indexOf(subject.kind)} ${due} ${id}`
  return steps.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** What a workshop, or several, left: counted from rows each time that it is read. It reads other features' data: never inside a transaction. */
export function countUsecases({ store, presences, read, programme, nextSteps, votesAt }: Parts) {
  async function presencesOf(tx: Tx, workshops: readonly string[]): Promise<ReadonlyMap<string, Presence>> {
    const kept = await presences(tx).kept(workshops)
    const live = await presences(tx).live(workshops.filter(id => !kept.has(id)))
    const counted = [...live].map(([id, { present, registered }]) => {
      const presence: Presence = { ...(present > 0 && { present }), registered, directions: [], final: false }
      return [id, presence] as const
    })
    return new Map([...kept, ...counted])
  }

  async function stepsOn(workshops: readonly string[], votes: readonly WorkshopVote[]) {
    const ideas = await read(tx => store(tx).followedBy(workshops, wonBy(votes)))
    const found = [
      ...(await nextSteps.allOn('summary', workshops)),
      ...(await nextSteps.allOn(
        'ballot',
        votes.map(({ id }) => id),
      )),
      ...(await nextSteps.allOn('idea', ideas)),
    ]
    return inOrder(found)
  }

  return {
    /** `quoted`: how many of the most supported ideas. */
    async counted(ids: readonly string[], quoted: number): Promise<Counted> {
      const votes = await votesAt(ids)
      const found = await read(async tx => ({
        tally: await store(tx).tallied(ids),
        top: await store(tx).mostSupportedAt(ids, quoted),
        presences: await presencesOf(tx, ids),
      }))
      const { tally } = found
      return {
        ...found,
        tally: {
          ...tally,
          axes: inAxisOrder(tally.axes, programme.axes),
          tables: inTableOrder(tally.tables),
        },
        votes,
        steps: await stepsOn(ids, [...votes.values()].flat()),
      }
    },
  }
}
