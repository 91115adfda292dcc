import { z } from 'zod'

/** POST /screen/pairings → PairingView. No token; limited by network address. `until`: milliseconds. */
export type PairingView = { readonly code: string; readonly secret: string; readonly until: number }

const code = z.string().max(20)

/** POST /screen/pairings/claim → ClaimView */
export const claimInput = z.strictObject({ code, secret: z.string().max(100) })
export type ClaimInput = z.infer<typeof claimInput>

/** `key`: sent as `Authorization: Screen <key>`, read-only, for this workshop alone, until `until` (ms). */
export type ClaimView =
  | { readonly state: 'waiting' }
  | {
      readonly state: 'paired'
      readonly key: string
      readonly workshop: string
      readonly until: number
    }

/** POST /workshops/:id/remote/pair → RemoteView */
export const pairInput = z.strictObject({ code })
export type PairInput = z.infer<typeof pairInput>

/** POST /workshops/:id/remote/screens/:key/revoke → RemoteView */
export const screenParams = z.object({ id: z.string().max(80), key: z.string().max(80) })
