import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import {
  deputyInput,
  type NewPilotView,
  type PilotView,
  pilotInput,
  pilotsQuery,
  type RelayView,
  relayQuery,
} from '../../../tabs/contract/people/handover.ts'
import { idParams, type Page } from '../../../tabs/contract/primitives.ts'
import type { PersonName } from '../person/domain.ts'
import type { HandoverOptions } from './domain.ts'
import type { HandoverUsecases } from './handover-usecases.ts'
import type { PilotUsecases } from './usecases.ts'

const PAGE = 50

type Parts = {
  readonly handovers: HandoverUsecases
  readonly pilots: PilotUsecases
  readonly directions: readonly { readonly id: string; readonly name: string }[]
}

const named = ({ id, name }: PersonName) => ({ id, name })

export function pilotRoutes({ handovers, pilots, directions }: Parts): ApiRoute[] {
  function viewOf({ direction, pilot, deputies, found, more }: HandoverOptions): RelayView {
    const name = directions.find(({ id }) => id === direction)?.name ?? direction
    return {
      direction: { id: direction, name },
      ...(pilot && { pilot: named(pilot) }),
      deputies: deputies.map(named),
      found,
      more,
    }
  }

  return [
    {
      method: 'get',
      path: '/pilots',
      run: async ({ actor, query }): Promise<Page<PilotView>> => {
        const { after, lacking } = parse(pilotsQuery, query)
        return pilots.piloted(actor, PAGE, after, lacking === '1')
      },
    },
    {
      method: 'get',
      path: '/directions/:id/relay',
      run: async ({ actor, params, query }): Promise<RelayView> => {
        const { name } = parse(relayQuery, query)
        return viewOf(await handovers.prepare(actor, parse(idParams, params).id, name))
      },
    },
    {
      method: 'put',
      path: '/directions/:id/pilot',
      run: async ({ actor, params, body }): Promise<NewPilotView> => {
        const { to, nonce } = parse(pilotInput, body)
        const pilot = await handovers.handOver(actor, parse(idParams, params).id, to, nonce)
        if (!pilot) return {}
        return { pilot: named(pilot), ...(pilot.unreachable && { unreachable: true }) }
      },
    },
    {
      method: 'put',
      path: '/directions/:id/deputy',
      run: async ({ actor, params, body }): Promise<RelayView> => {
        const { to } = parse(deputyInput, body)
        const { id } = parse(idParams, params)
        return viewOf(
          await (to === null ? handovers.removeDeputy(actor, id) : handovers.nameDeputy(actor, id, to)),
        )
      },
    },
  ]
}
