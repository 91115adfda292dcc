import { formKey } from '../../kernel/once.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import type { TabLink } from '../../kernel/tab-link.ts'
import {
  type TableVoteFound,
  type TableVoteView,
  tableVoteInput,
  tableVoteQuery,
} from '../../tabs/contract/ballots.ts'
import { idParams } from '../../tabs/contract/common.ts'
import { viewOf } from './routes.ts'
import type { TableUsecases, TableVote } from './table-usecases.ts'

export function tableRoutes(ballots: TableUsecases, tabLink: TabLink): ApiRoute[] {
  /** The tab begins with what waits for who looks. */
  const view = ({ ballot, asked, all }: TableVote): TableVoteView => {
    return { ballot: viewOf(ballot), asked, all, link: tabLink('personal', `ballot:${ballot.id}`) }
  }
  return [
    {
      method: 'get',
      path: '/workshops/:id/table-vote',
      run: async ({ actor, params, query }): Promise<TableVoteFound> => {
        const { id } = parse(idParams, params)
        const vote = await ballots.tableVote(actor, id, parse(tableVoteQuery, query).table)
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
        return view(await ballots.openTable(actor, id, table, [key]))
      },
    },
  ]
}
