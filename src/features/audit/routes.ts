import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import type { AuditView } from '../../tabs/contract/audit.ts'
import { type Page, pageQuery } from '../../tabs/contract/common.ts'
import type { AuditUsecases } from './usecases.ts'

const PAGE = 50

export function auditRoutes(audit: AuditUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/audit',
      run: async ({ actor, query }): Promise<Page<AuditView>> => {
        const { items, ...rest } = await audit.list(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(({ id: _, ...entry }) => entry), ...rest }
      },
    },
  ]
}
