import { z } from 'zod'
import { id, nonce, pageQuery } from '../primitives.ts'

type Named = { readonly id: string; readonly name: string }

/** GET /pilots?lacking=1 → Page<PilotView>, in the programme's order, 50 a page. For organisers. */
export const pilotsQuery = pageQuery.extend({ lacking: z.literal('1').optional() })
export type PilotView = {
  readonly direction: Named
  /** Absent while the Direction has none. */
  readonly pilot?: Named
  /** Named pilot by the people file, and not come yet. */
  readonly awaited?: string
  readonly deputies: readonly Named[]
}

/** GET /directions/:id/relay?name=…, for its pilot and for organisers; and what PUT /directions/:id/deputy answers. */
export type RelayView = {
  readonly direction: Named
  readonly pilot?: Named
  readonly deputies: readonly Named[]
  /** People of the Direction without a role whose name begins so, 10 at most; none while too many would fit. */
  readonly found: readonly Named[]
  /** Others fit too. */
  readonly more: boolean
}
export const relayQuery = z.object({ name: z.string().max(100).default('') })

/** PUT /directions/:id/pilot: who is pilot from now on. Answers with who that is then. */
export const pilotInput = z.object({ to: id, nonce })
export type PilotInput = z.infer<typeof pilotInput>
export type NewPilotView = {
  readonly pilot?: Named
  /** The bot cannot write to that person, who does not know yet. */
  readonly unreachable?: true
}

/** PUT /directions/:id/deputy: who stands in from now on; null: nobody. */
export const deputyInput = z.object({ to: id.nullable() })
