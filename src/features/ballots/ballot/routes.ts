import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { BallotView } from '../../../tabs/contract/ballots/ballots.ts'
import type { BallotRow } from '../../../tabs/contract/ballots/sheets.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import { tableOf } from './audience.ts'
import { type BallotSeen, isCancelled, type Option, showsTotals } from './domain.ts'
import type { ListUsecases } from './list-usecases.ts'
import { isRoomVote } from './sequel.ts'
import type { ShowUsecases } from './usecases.ts'

const PAGE = 20

function optionView({ id, title, axis, votes }: Option, shown: boolean): BallotView['options'][number] {
  const totals = shown ? { votes: exact('open-ballot', votes) } : {}
  return { id, title, ...(axis !== undefined && { axis }), ...totals }
}

export function viewOf(ballot: BallotSeen): BallotView {
  const { id, question, stage, closesAt, options, votes, voters, mine, audience } = ballot
  const { kind, most, perOption, quorum, results, named, called, secret, withheld } = ballot
  const { follows, mayFollow, maySettle } = ballot
  const live = showsTotals(ballot)
  const table = tableOf(audience)
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
    ...(table !== undefined && { table }),
    named,
    called,
    ...(mine !== undefined && { mine }),
    ...(follows && { follows }),
    ...(mayFollow && { mayFollow }),
    ...(maySettle && { maySettle: isRoomVote(audience) ? ('press' as const) : ('reason' as const) }),
  }
}

/** A ballot in the organisers' list, drafts and scheduled ones included. */
export function rowOf(ballot: BallotSeen): BallotRow {
  const { stage, opensAt } = ballot
  return {
    ...viewOf(ballot),
    stage,
    ...(opensAt !== undefined && { opensAt }),
    ...(isCancelled(ballot) && { cancelled: true }),
  }
}

type Parts = Pick<ListUsecases, 'agenda' | 'roomsOf'> & Pick<ShowUsecases, 'show'>

export function ballotRoutes({ agenda, roomsOf, show }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/ballots',
      run: async ({ actor, query }): Promise<Page<BallotView>> => {
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await agenda(actor, PAGE, after, undefined, await roomsOf(actor))
        return { items: items.map(viewOf), ...next }
      },
    },
    {
      method: 'get',
      path: '/ballots/:id',
      run: async ({ actor, params }) => viewOf(await show(actor, parse(idParams, params).id)),
    },
  ]
}
