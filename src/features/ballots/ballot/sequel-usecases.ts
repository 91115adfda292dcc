import type { Actor } from '../../../kernel/access/actor.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { NextStepShown, StepUsecases } from '../../next-steps/index.ts'
import { type BallotNow, hasResult, showsTotals, verdictOf } from './domain.ts'
import { directionAsked, sequelSeen, settledUntil, type WithSequel } from './sequel.ts'

export type SequelParts = {
  readonly nextSteps: Pick<StepUsecases, 'shownOn' | 'mayWrite'>
  readonly ideas: Pick<IdeaUsecases, 'stepsOn'>
  readonly clock: Clock
  readonly zone: string
}

export type SequelReads = ReturnType<typeof sequelReads>

type Written = ReadonlyMap<string, readonly NextStepShown[]>

/** The idea that won. */
function winnerOf(ballot: BallotNow): string | undefined {
  if (!showsTotals(ballot)) return undefined
  const verdict = verdictOf(ballot)
  return verdict.kind === 'won' ? verdict.leader.idea : undefined
}

/** What results end with. It reads other features' data: never inside a transaction. */
export function sequelReads({ nextSteps, ideas, clock, zone }: SequelParts) {
  /** In charge of what follows, or whoever had a table vote. */
  function settles(
    actor: Actor,
    { audience, organiser }: Pick<BallotNow, 'audience' | 'organiser'>,
  ): boolean {
    const theirs = audience.kind === 'workshop' && audience.table !== undefined && organiser === actor.id
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

  function followed(ballot: BallotNow, written: Written, actor: Actor | undefined): WithSequel {
    const now = clock.now()
    if (!hasResult(ballot, now)) return {}
    const { sequel, audience, id } = ballot
    const theirs = actor !== undefined && settles(actor, ballot)
    const follows = sequelSeen(sequel, written.get(id) ?? [], {
      today: dateIn(now, zone),
      now,
      settles: theirs,
    })
    const stands = sequel?.state === 'none' && settledUntil(sequel, now) === undefined
    return {
      ...(follows && { follows }),
      ...(actor && nextSteps.mayWrite(actor, directionAsked(audience)) && { mayFollow: true as const }),
      ...(theirs && follows?.kind !== 'steps' && !stands && { maySettle: true as const }),
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
      const written = await stepsOf(ballots)
      return new Map(ballots.map(ballot => [ballot.id, followed(ballot, written, actor)]))
    },
  }
}
