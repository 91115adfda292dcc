import { Refusal } from '../../../kernel/errors/refusal.ts'
import { rounded } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  type HolderView,
  holdersQuery,
  type KnownView,
  knownQuery,
  type PeopleCountsView,
  type PlacedView,
  placeInput,
  ROLE_LISTS,
  type RoleGivenView,
  type RoleListName,
  roleInput,
  type SeatView,
} from '../../../tabs/contract/people/roles.ts'
import { idParams, type Page } from '../../../tabs/contract/primitives.ts'
import type { PersonName, RoleGrant } from '../person/domain.ts'
import type { ReachUsecases } from '../reach/usecases.ts'
import type { Holder } from './domain.ts'
import type { RoleUsecases } from './usecases.ts'

const PAGE = 50
const FOUND = 10

type Parts = {
  readonly roles: RoleUsecases
  /** Number of Directions without a pilot. */
  readonly unpiloted: () => Promise<number>
  readonly reachTotal: ReachUsecases['reachTotal']
  readonly directions: readonly unknown[]
}

const heldBy = ({ role, deputy }: Pick<RoleGrant, 'role' | 'deputy'>) =>
  (deputy ? 'deputy' : role) as RoleListName

function seatView({ role, deputy, leads }: RoleGrant): SeatView {
  return { role, leads, ...(deputy && { deputy }) }
}

function holderView({ id, name, direction, roleFrom, ...seat }: Holder, me: string): HolderView {
  return {
    ...seatView(seat),
    id,
    name,
    ...(direction !== undefined && { direction }),
    ...(roleFrom && { from: roleFrom }),
    ...(id === me && { me: true }),
  }
}

/** Cursor by name and id: two people can have the same name. */
const cursorOf = ({ id, name }: PersonName) => Buffer.from(JSON.stringify([id, name])).toString('base64url')

/** @throws Refusal `malformed` */
function colleagueAt(cursor: string): PersonName {
  try {
    const [id, name] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof id === 'string' && typeof name === 'string') return { id, name }
  } catch {}
  throw new Refusal('malformed')
}

export function roleRoutes({ roles, unpiloted, reachTotal, directions }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/people/counts',
      run: async ({ actor }): Promise<PeopleCountsView> => {
        const held = await roles.holding(actor)
        const count = (kind: RoleListName) =>
          held.filter(each => heldBy(each) === kind).reduce((sum, each) => sum + each.count, 0)
        const reach = await reachTotal(actor)
        return {
          holders: ROLE_LISTS.map(role => ({ role, count: count(role) })),
          directions: directions.length,
          lacking: await unpiloted(),
          people: rounded(reach.people),
          reachable: rounded(reach.reachable),
        }
      },
    },
    {
      method: 'get',
      path: '/people/roles',
      run: async ({ actor, query }): Promise<Page<HolderView>> => {
        const { role, after } = parse(holdersQuery, query)
        const from = after === undefined ? undefined : colleagueAt(after)
        const kept = role === 'deputy' ? 'pilot' : role
        const { items, more } = await roles.holders(actor, kept, role === 'deputy', PAGE, from)
        const last = items.at(-1)
        const views = items.map(each => holderView(each, actor.id))
        return more && last ? { items: views, next: cursorOf(last) } : { items: views }
      },
    },
    {
      method: 'get',
      path: '/people/known',
      run: async ({ actor, query }): Promise<KnownView> => {
        const found = await roles.known(actor, parse(knownQuery, query).name, FOUND + 1)
        const views = found.slice(0, FOUND).map(each => holderView(each, actor.id))
        return { found: views, more: found.length > FOUND }
      },
    },
    {
      method: 'put',
      path: '/people/:id/direction',
      run: async ({ actor, params, body }): Promise<PlacedView> => {
        const { direction } = parse(placeInput, body)
        const { person, before } = await roles.place(actor, parse(idParams, params).id, direction)
        return {
          person: holderView(person, actor.id),
          ...(before.direction !== undefined && { before: before.direction }),
        }
      },
    },
    {
      method: 'put',
      path: '/people/:id/role',
      run: async ({ actor, params, body }): Promise<RoleGivenView> => {
        const { role, leads } = parse(roleInput, body)
        const { person, before } = await roles.give(actor, parse(idParams, params).id, role, leads)
        return { person: holderView(person, actor.id), before: seatView(before) }
      },
    },
  ]
}
