import { formKey } from '../../kernel/once.ts'
import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import type { TabLink } from '../../kernel/tab-link.ts'
import { type TableVoteView, tableVoteInput } from '../../tabs/contract/ballots.ts'
import { idParams } from '../../tabs/contract/common.ts'
import { viewOf } from './routes.ts'
import type { TableUsecases } from './table-usecases.ts'

export function tableRoutes(ballots: TableUsecases, tabLink: TabLink): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/workshops/:id/table-vote',
      run: async ({ actor, params, body }): Promise<TableVoteView> => {
        const { id } = parse(idParams, params)
        const { table, nonce } = parse(tableVoteInput, body)
        const key = formKey(actor.id, nonce, { workshop: id, table })
        const { ballot, asked, all } = await ballots.openTable(actor, id, table, [key])
        // The tab begins with what waits for who looks.
        return { ballot: viewOf(ballot), asked, all, link: tabLink('personal', `ballot:${ballot.id}`) }
      },
    },
  ]
}
