import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { WorkshopVote } from '../../ideas/index.ts'
import { tableOf, workshopOf } from '../ballot/audience.ts'
import type { BallotContext, BallotStore } from '../ballot/context-usecases.ts'
import { type BallotNow, hasBegun, type Option, showsTotals, verdictOf } from '../ballot/domain.ts'
import type { WithSequel } from '../ballot/sequel.ts'
import type { SequelReads } from '../ballot/sequel-usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<BallotStore, 'atWorkshop' | 'find'>
  readonly read: Transact
  readonly clock: Clock
  readonly context: Pick<BallotContext, 'seenIn'>
  readonly sequels: Pick<SequelReads, 'followedAll'>
}

/** Of one workshop: more than there are tables. */
const MOST = 60

function winnersOf(leaders: readonly Option[]): WorkshopVote['winners'] {
  return leaders.map(({ title, idea, votes }) => ({ title, votes, ...(idea !== undefined && { idea }) }))
}

/** How it came out, no more than its own result card says. */
function outcomeOf(ballot: BallotNow): Pick<WorkshopVote, 'outcome' | 'winners'> {
  if (ballot.stage !== 'closed') return { outcome: 'open', winners: [] }
  if (ballot.withheld !== undefined) return { outcome: ballot.withheld, winners: [] }
  if (!showsTotals(ballot)) return { outcome: 'counting', winners: [] }
  const verdict = verdictOf(ballot)
  if (verdict.kind === 'won') return { outcome: 'won', winners: winnersOf([verdict.leader]) }
  if (verdict.kind === 'tie') return { outcome: 'tie', winners: winnersOf(verdict.leaders) }
  return { outcome: verdict.kind, winners: [] }
}

function followsOf({ follows }: WithSequel): Pick<WorkshopVote, 'follows'> {
  if (follows?.kind === 'awaited') return { follows: { by: follows.due, late: follows.late } }
  if (follows?.kind !== 'none') return {}
  return { follows: { none: true, ...(follows.word !== undefined && { word: follows.word }) } }
}

function voteOf(ballot: BallotNow, followed: WithSequel): WorkshopVote {
  const { id, question, kind, secret, closesAt, audience, votes } = ballot
  const table = tableOf(audience)
  return {
    id,
    question,
    kind,
    secret,
    closesAt,
    ...(table !== undefined && { table }),
    ...outcomeOf(ballot),
    votes: ballot.stage === 'closed' ? votes : 0,
    ...followsOf(followed),
  }
}

/** The room's votes before those of its tables, each by end. */
function inOrder(votes: readonly WorkshopVote[]): readonly WorkshopVote[] {
  return [
    ...votes.filter(({ table }) => table === undefined),
    ...votes.filter(({ table }) => table !== undefined),
  ]
}

export type WorkshopVoteUsecases = ReturnType<typeof workshopVoteUsecases>

/** Votes held at workshops, for whoever sums one up. */
export function workshopVoteUsecases({ store, read, clock, context, sequels }: Parts) {
  return {
    /** The workshop whose people it asked, if any. */
    async workshopOf(ballot: string): Promise<string | undefined> {
      const found = await read(tx => store(tx).find(ballot))
      return found && workshopOf(found.audience)
    },

    /** By workshop, those that have begun, before its day too; at most 60 of each, the last to end. */
    async votesAt(workshops: readonly string[]): Promise<ReadonlyMap<string, readonly WorkshopVote[]>> {
      const now = clock.now()
      const found = await read(async tx => {
        const all: (readonly [string, BallotNow])[] = []
        for (const id of workshops) {
          for (const ballot of await store(tx).atWorkshop(id, MOST))
            if (hasBegun(ballot, now)) all.push([id, await context.seenIn(tx, ballot, undefined)])
        }
        return all
      })
      const followed = await sequels.followedAll(
        found.map(([, ballot]) => ballot),
        undefined,
      )
      const by = Map.groupBy(found, ([workshop]) => workshop)
      return new Map(
        [...by].map(([workshop, held]) => [
          workshop,
          inOrder(held.map(([, ballot]) => voteOf(ballot, followed.get(ballot.id) ?? {}))),
        ]),
      )
    },
  }
}
