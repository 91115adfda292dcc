import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type BallotView, type DirectionsView, voteInput } from '../../../tabs/contract/ballots.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { ResultUsecases } from '../results/usecases.ts'
import { type BallotSeen, type Option, showsTotals } from './domain.ts'
import type { BallotUsecases } from './usecases.ts'

const PAGE = 20

function optionView({ id, title, axis, votes }: Option, shown: boolean): BallotView['options'][number] {
  const totals = shown ? { votes: exact('open-ballot', votes) } : {}
  return { id, title, ...(axis !== undefined && { axis }), ...totals }
}

export function viewOf(ballot: BallotSeen): BallotView {
  const { id, question, stage, closesAt, options, votes, voters, mine, audience } = ballot
  const { kind, most, perOption, quorum, results, named, called, secret, withheld } = ballot
  const live = showsTotals(ballot)
  return {
    id,
    question,
    state: stage === 'closed' ? 'closed' : 'open',
    closesAt,
    kind,
    most,
    perOption,
    options: options.map(option => optionView(option, live)),
    votes: exact('open-ballot', votes),
    ...(voters !== undefined && { voters: exact('open-ballot', voters) }),
    quorum,
    results,
    secret,
    ...(withheld && { withheld }),
    audience: audience.kind,
    named,
    called,
    ...(mine !== undefined && { mine }),
  }
}

export function ballotRoutes(ballots: BallotUsecases & ResultUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ballots',
      run: async ({ actor, query }): Promise<Page<BallotView>> => {
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await ballots.agenda(actor, PAGE, after)
        return { items: items.map(viewOf), ...next }
      },
    },
    {
      method: 'get',
      path: '/ballots/:id',
      run: async ({ actor, params }) => viewOf(await ballots.show(actor, parse(idParams, params).id)),
    },
    {
      method: 'get',
      path: '/ballots/:id/directions',
      run: async ({ actor, params }): Promise<DirectionsView> => {
        const { id: ballot } = parse(idParams, params)
        const found = await ballots.byDirection(actor, ballot)
        const supports = await ballots.supports(actor, ballot)
        const items = found.map(({ direction: { id, name, headcount: voters }, votes, share }) => ({
          id,
          name,
          votes,
          voters,
          share,
        }))
        return { items, supports: [...supports].map(([option, count]) => ({ option, count })) }
      },
    },
    {
      method: 'put',
      path: '/ballots/:id/vote',
      run: async ({ actor, params, body }) =>
        viewOf(await ballots.vote(actor, parse(idParams, params).id, parse(voteInput, body))),
    },
  ]
}
