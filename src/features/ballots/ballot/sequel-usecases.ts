import type { Actor } from '../../../kernel/access/actor.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { NextStepShown, StepUsecases } from '../../next-steps/index.ts'
import { roomOf, workshopOf } from './audience.ts'
import { type BallotNow, hasResult, showsTotals, verdictOf } from './domain.ts'
import { directionAsked, isSaid, sequelSeen, settledUntil, type WithSequel } from './sequel.ts'

export type SequelParts = {
  readonly nextSteps: Pick<StepUsecases, 'shownOn' | 'mayWrite'>
  readonly ideas: Pick<IdeaUsecases, 'stepsOn' | 'summarisedAt'>
  readonly clock: Clock
  readonly zone: string
}

export type SequelReads = ReturnType<typeof sequelReads>

type Written = ReadonlyMap<string, readonly NextStepShown[]>
type Said = { readonly written: Written; readonly summarised: ReadonlySet<string> }

/** The idea that won. */
function winnerOf(ballot: BallotNow): string | undefined {
  if (!showsTotals(ballot)) return undefined
  const verdict = verdictOf(ballot)
  return verdict.kind === 'won' ? verdict.leader.idea : undefined
}

/** What results end with. It reads other features' data: never inside a transaction. */
export function sequelReads({ nextSteps, ideas, clock, zone }: SequelParts) {
  /** In charge of what follows, or whoever had a table or a room vote. */
  function settles(
    actor: Actor,
    { audience, organiser }: Pick<BallotNow, 'audience' | 'organiser'>,
  ): boolean {
    const theirs = roomOf(audience) !== undefined && organiser === actor.id
    return theirs || nextSteps.mayWrite(actor, directionAsked(audience))
  }

  /** By ballot: its own steps, then those of the idea that won, which are not written twice. */
  async function stepsOf(ballots: readonly BallotNow[]): Promise<Written> {
    const over = ballots.filter(ballot => hasResult(ballot, clock.now()))
    if (over.length === 0) return new Map()
    const own = await nextSteps.shownOn(
      'ballot',
      over.map(({ id }) => id),
    )
    const winners = [...new Set(over.flatMap(ballot => winnerOf(ballot) ?? []))]
    const others = winners.length === 0 ? undefined : await ideas.stepsOn(winners)
    return new Map(
      over.map(ballot => {
        const won = others?.get(winnerOf(ballot) ?? '') ?? []
        return [ballot.id, [...(own.get(ballot.id) ?? []), ...won]]
      }),
    )
  }

  /** Votes of a workshop whose summary came out after them. */
  async function summarisedOf(ballots: readonly BallotNow[]): Promise<ReadonlySet<string>> {
    const heldAt = ({ audience }: BallotNow) => workshopOf(audience) ?? ''
    const votes = ballots.filter(ballot => heldAt(ballot) !== '' && hasResult(ballot, clock.now()))
    if (votes.length === 0) return new Set()
    const at = await ideas.summarisedAt([...new Set(votes.map(heldAt))])
    const told = votes.filter(ballot => (at.get(heldAt(ballot)) ?? 0) >= ballot.closesAt)
    return new Set(told.map(({ id }) => id))
  }

  function followed(ballot: BallotNow, { written, summarised }: Said, actor: Actor | undefined): WithSequel {
    const now = clock.now()
    if (!hasResult(ballot, now)) return {}
    const { sequel, audience, id } = ballot
    const theirs = actor !== undefined && settles(actor, ballot)
    const follows = sequelSeen(sequel, written.get(id) ?? [], {
      today: dateIn(now, zone),
      now,
      settles: theirs,
      summarised: summarised.has(id),
    })
    const stands = sequel?.state === 'none' && settledUntil(sequel, now) === undefined
    return {
      ...(follows && { follows }),
      ...(actor && nextSteps.mayWrite(actor, directionAsked(audience)) && { mayFollow: true as const }),
      ...(theirs && !isSaid(follows) && !stands && { maySettle: true as const }),
    }
  }

  return {
    settles,
    stepsOf,

    /** By ballot, for the actor, or for everybody in a channel. */
    async followedAll(
      ballots: readonly BallotNow[],
      actor: Actor | undefined,
    ): Promise<ReadonlyMap<string, WithSequel>> {
      const said = { written: await stepsOf(ballots), summarised: await summarisedOf(ballots) }
      return new Map(ballots.map(ballot => [ballot.id, followed(ballot, said, actor)]))
    },
  }
}
