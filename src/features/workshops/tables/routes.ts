import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { drawInput, type NamedPerson, type TablesView } from '../../../tabs/contract/workshops/tables.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { SeatingTableUsecases, TablePlan } from './usecases.ts'

type Parts = {
  readonly tables: Pick<SeatingTableUsecases, 'plan' | 'draw' | 'seatLate' | 'show'>
  readonly people: Pick<PeopleUsecases, 'names'>
}

/** Names asked for at once. */
const NAMES = 100

export function tableRoutes({ tables, people }: Parts): ApiRoute[] {
  async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>()
    for (let from = 0; from < ids.length; from += NAMES)
      for (const [id, name] of await people.names(ids.slice(from, from + NAMES))) names.set(id, name)
    return names
  }

  async function viewOf({ draw, seating, offered }: TablePlan): Promise<TablesView> {
    const all = [
      ...seating.tables.flatMap(({ leaders, people: p }) => [...leaders, ...p]),
      ...seating.without,
      ...offered,
    ]
    const names = await namesOf(all)
    const named = (ids: readonly string[]): NamedPerson[] =>
      ids.map(id => ({ id, name: names.get(id) ?? '' })).sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    return {
      ...(draw && {
        draw: { tables: draw.tables, at: draw.at, ...(draw.shownAt && { shownAt: draw.shownAt }) },
      }),
      tables: seating.tables.map(({ number, leaders, people: p }) => {
        return { number, leaders: named(leaders), people: named(p) }
      }),
      without: named(seating.without),
      offered: named(offered),
    }
  }

  return [
    {
      method: 'get',
      path: '/workshops/:id/tables',
      run: async ({ actor, params }) => viewOf(await tables.plan(actor, parse(idParams, params).id)),
    },
    {
      method: 'post',
      path: '/workshops/:id/tables',
      run: async ({ actor, params, body }) =>
        viewOf(await tables.draw(actor, parse(idParams, params).id, parse(drawInput, body))),
    },
    {
      method: 'post',
      path: '/workshops/:id/tables/late',
      run: async ({ actor, params }) => viewOf(await tables.seatLate(actor, parse(idParams, params).id)),
    },
    {
      method: 'post',
      path: '/workshops/:id/tables/show',
      run: async ({ actor, params }) => viewOf(await tables.show(actor, parse(idParams, params).id)),
    },
  ]
}
