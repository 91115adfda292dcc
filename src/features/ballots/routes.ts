import { exact } from '../../kernel/counts.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { type BallotView, voteInput } from '../../tabs/contract/ballots.ts'
import { idParams, type Page, pageQuery } from '../../tabs/contract/common.ts'
import type { BallotSeen, Option } from './domain.ts'
import type { BallotUsecases } from './usecases.ts'

const PAGE = 20

function optionView({ id, title, axis, votes }: Option): BallotView['options'][number] {
  return { id, title, ...(axis !== undefined && { axis }), votes: exact('open-ballot', votes) }
}

function viewOf(ballot: BallotSeen, voters: number): BallotView {
  const { id, question, stage, closesAt, options, votes, mine } = ballot
  const views = options.map(optionView)
  const counts = { votes: exact('open-ballot', votes), voters: exact('open-ballot', voters) }
  const shown = { id, question, state: stage, closesAt, options: views, ...counts }
  return { ...shown, ...(mine !== undefined && { mine }) }
}

/** `voters`: people called to vote. */
export function ballotRoutes(ballots: BallotUsecases, voters: number): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ballots',
      run: async ({ actor, query }): Promise<Page<BallotView>> => {
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await ballots.agenda(actor, PAGE, after)
        return { items: items.map(ballot => viewOf(ballot, voters)), ...next }
      },
    },
    {
      method: 'put',
      path: '/ballots/:id/vote',
      run: async ({ actor, params, body }) =>
        viewOf(await ballots.vote(actor, parse(idParams, params).id, parse(voteInput, body)), voters),
    },
  ]
}
