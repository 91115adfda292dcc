import { sameHash } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { TabLink } from '../../../kernel/requests/tab-link.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import type { DoorUsecases, Workshop } from '../../workshops/index.ts'
import { codeIn, isAddressed, roomCodes, shortAddress } from './domain.ts'

type Parts = {
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly tabLink: TabLink
  /** Of the server, without a slash at its end; '' where it has none. */
  readonly origin: string
  readonly secret: string
  readonly workshops: Pick<DoorUsecases, 'around'>
  /** `wanted` of the check-in code whose short letters these are. */
  readonly wantedByShort: (workshop: Workshop, short: string) => string | undefined
}

/** Workshops of two days, of which one is looked for: more than any programme holds. */
const MOST = 200

export type AddressUsecases = ReturnType<typeof addressUsecases>

/** Short addresses of our own, for codes that are scanned from afar: each leads into Teams. */
export function addressUsecases(parts: Parts) {
  const { read, clock, zone, tabLink, origin, secret, workshops, wantedByShort } = parts
  const at = () => ({ now: clock.now(), zone })
  const roomCode = roomCodes(secret, zone)
  const wantedOf = ({ id }: Workshop) => `room:${id}`

  function wantedIn(workshop: Workshop, code: string): string | undefined {
    if (!isAddressed(workshop, at())) return undefined
    const leads = sameHash(roomCode(workshop), code)
    return leads ? wantedOf(workshop) : wantedByShort(workshop, code)
  }

  return {
    /** Of the one code of the day; the long link while the short one leads nowhere. */
    joinAddress(workshop: Workshop): string {
      return origin !== '' && isAddressed(workshop, at())
        ? shortAddress(origin, roomCode(workshop))
        : tabLink('personal', wantedOf(workshop))
    },

    /** Of the code that turns. */
    checkInAddress({ wanted, short }: { readonly wanted: string; readonly short: string }): string {
      return origin === '' ? tabLink('personal', wanted) : shortAddress(origin, short)
    },

    /** Where the letters of a short address lead. Nobody is known here. @throws Refusal `room-address` */
    async leadsTo(typed: string): Promise<string> {
      const code = codeIn(typed)
      if (code === undefined) throw new Refusal('room-address')
      const [from, until] = [clock.now() - DAY, clock.now() + DAY]
      const near = await read(tx => workshops.around(tx, { from, until, limit: MOST }))
      // All of them, whichever it is: the time that an answer takes says nothing of which workshops there are.
      const [wanted] = near.flatMap(workshop => wantedIn(workshop, code) ?? [])
      if (wanted === undefined) throw new Refusal('room-address')
      return tabLink('personal', wanted)
    },
  }
}
