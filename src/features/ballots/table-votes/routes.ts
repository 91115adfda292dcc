import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  type TableVoteFound,
  type TableVoteView,
  tableVoteInput,
  tableVoteQuery,
} from '../../../tabs/contract/ballots/table-votes.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { viewOf } from '../ballot/routes.ts'
import type { TableVote, TableVoteUsecases } from './usecases.ts'

type Parts = TableVoteUsecases & { readonly voteLink: (ballot: string) => string }

export function tableVoteRoutes({ tableVote, openTable, voteLink }: Parts): ApiRoute[] {
  /** The tab shows first what waits for its reader. */
  const view = ({ ballot, asked, all }: TableVote): TableVoteView => {
    return { ballot: viewOf(ballot), asked, all, link: voteLink(ballot.id) }
  }
  return [
    {
      method: 'get',
      path: '/workshops/:id/table-vote',
      run: async ({ actor, params, query }): Promise<TableVoteFound> => {
        const { id } = parse(idParams, params)
        const vote = await tableVote(actor, id, parse(tableVoteQuery, query).table)
        return vote ? { vote: view(vote) } : {}
      },
    },
    {
      method: 'post',
      path: '/workshops/:id/table-vote',
      run: async ({ actor, params, body }): Promise<TableVoteView> => {
        const { id } = parse(idParams, params)
        const { table, nonce } = parse(tableVoteInput, body)
        const key = formKey(actor.id, nonce, { workshop: id, table })
        return view(await openTable(actor, id, table, [key]))
      },
    },
  ]
}
