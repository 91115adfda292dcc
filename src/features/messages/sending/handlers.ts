import type { FactHandler } from '../../../conversation/protocol/handlers.ts'
import type { relaying } from './handover-usecases.ts'
import type { MessageSending } from './usecases.ts'

type Parts = { readonly arrived: MessageSending['arrived'] } & ReturnType<typeof relaying>

/** A person became reachable; a Direction has another pilot. */
export function sendingFacts({ arrived, relay }: Parts): Readonly<Record<string, FactHandler>> {
  return {
    'people.reachable': async ({ payload }) => {
      await arrived(String(payload.person))
      return []
    },
    'people.relayed': async ({ payload: { direction, from, to } }) => {
      await relay({ direction: String(direction), from: String(from), to: String(to) })
      return []
    },
  }
}
