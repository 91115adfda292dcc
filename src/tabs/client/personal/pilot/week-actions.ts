import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'

/** Something that a pilot can do for their Direction this week. */
export type WeekAct =
  | {
      readonly kind: 'ideas'
      readonly id: string
      readonly ideas: readonly IdeaView[]
      readonly more: boolean
    }
  | { readonly kind: 'ballot'; readonly id: string; readonly ballot: BallotView }
  | { readonly kind: 'workshop'; readonly id: string; readonly workshop: WorkshopView }

type Known = {
  readonly ideas: readonly IdeaView[]
  /** More ideas wait than were read. */
  readonly more: boolean
  readonly ballots: readonly BallotView[]
  readonly workshops: readonly WorkshopView[]
}

/** Ideas that wait come first, since somebody waits for an answer; then what ends or begins next. */
export function weekActs({ ideas, more, ballots, workshops }: Known): WeekAct[] {
  const waiting: WeekAct[] = ideas.length > 0 ? [{ kind: 'ideas', id: 'ideas', ideas, more }] : []
  const timed = [
    ...ballots
      .filter(({ state, called }) => state === 'open' && called)
      .map(ballot => ({ at: ballot.closesAt, act: { kind: 'ballot', id: ballot.id, ballot } as const })),
    ...workshops
      .filter(({ stage, over, opensAt }) => stage === 'announced' && !over && opensAt === undefined)
      .map(workshop => ({
        at: workshop.startsAt,
        act: { kind: 'workshop', id: workshop.id, workshop } as const,
      })),
  ]
  return [...waiting, ...timed.toSorted((a, b) => a.at - b.at).map(({ act }) => act)]
}
