import { parse } from '../../kernel/parse.ts'
import type { ApiRoute } from '../../kernel/route.ts'
import { dayAfter, momentOf } from '../../kernel/zone.ts'
import { type AuditView, auditQuery } from '../../tabs/contract/audit.ts'
import type { Page } from '../../tabs/contract/common.ts'
import type { Filter } from './domain.ts'
import type { AuditUsecases } from './usecases.ts'

const PAGE = 50

export function auditRoutes(audit: AuditUsecases, zone: string): ApiRoute[] {
  function within(day: string | undefined): Pick<Filter, 'from' | 'until'> {
    if (day === undefined) return {}
    // Of a day beyond all that anybody plans in, nothing.
    const [from = 0, until = 0] = [momentOf(day, '00:00', zone), momentOf(dayAfter(day), '00:00', zone)]
    return { from, until }
  }
  return [
    {
      method: 'get',
      path: '/audit',
      run: async ({ actor, query }): Promise<Page<AuditView>> => {
        const { after, act, role, refused, day } = parse(auditQuery, query)
        const filter: Filter = {
          ...(act !== undefined && { act }),
          ...(role !== undefined && { role }),
          ...(refused && { refused: true }),
          ...within(day),
        }
        const { items, ...rest } = await audit.list(actor, PAGE, after, filter)
        return { items: items.map(({ id: _, ...entry }) => entry), ...rest }
      },
    },
  ]
}
