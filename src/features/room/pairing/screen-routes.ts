import { LIMITS } from '../../../kernel/requests/limits.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Screens } from '../../../kernel/requests/screen-route.ts'
import { type ClaimView, claimInput, type PairingView } from '../../../tabs/contract/room/pairing.ts'
import type { RoomView } from '../../../tabs/contract/room/room.ts'
import { type WallView, wallQuery } from '../../../tabs/contract/room/wall.ts'
import type { PairingUsecases } from './usecases.ts'

type Parts = {
  readonly pairing: Pick<PairingUsecases, 'ask' | 'claim' | 'find' | 'stillPaired'>
  readonly roomOf: (workshop: string) => Promise<RoomView>
  readonly wallOf: (workshop: string, after: string | undefined) => Promise<WallView>
}

/** The door of a projector's browser: a code without a token, then what the room's screen shows by its key. */
export function screenDoor({ pairing, roomOf, wallOf }: Parts): Screens {
  return {
    find: pairing.find,
    stillPaired: pairing.stillPaired,
    openRoutes: [
      {
        path: '/screen/pairings',
        limit: LIMITS.pairing,
        run: (): Promise<PairingView> => pairing.ask(),
      },
      {
        path: '/screen/pairings/claim',
        limit: LIMITS.claim,
        run: async (body): Promise<ClaimView> => {
          const { code, secret } = parse(claimInput, body)
          const held = await pairing.claim(code, secret)
          if (!held) return { state: 'waiting' }
          const { key, workshop, expiresAt: until } = held
          return { state: 'paired', key, workshop, until }
        },
      },
    ],
    routes: [
      { path: '/screen/room', run: ({ screen }) => roomOf(screen.workshop) },
      {
        path: '/screen/wall',
        run: ({ screen, query }) => wallOf(screen.workshop, parse(wallQuery, query).after),
      },
    ],
  }
}
