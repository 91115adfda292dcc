import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { randomKey } from '../../../kernel/crypto/encryption.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { sameHash } from '../../../kernel/crypto/signature.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { LIMITS, type Limits, limitKey, tried } from '../../../kernel/requests/limits.ts'
import type { PairedScreen } from '../../../kernel/requests/screen-route.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, SECOND } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import { checkStands, ROOM_PERMISSIONS } from '../scene/domain.ts'
import type { LeadingUsecases } from '../scene/leading-usecases.ts'
import {
  CODE_LIFE,
  type ConfirmedPairing,
  checkScreens,
  freshCode,
  MOST_OPEN,
  nextMidnight,
  type PairingHashes,
  type ScreenPairing,
  type ShownScreen,
  typedCode,
} from './domain.ts'

export type PairingStore = {
  /** @returns whether it was added: another row may have that code */
  readonly add: (pairing: ScreenPairing) => Promise<boolean>
  /** Deletes codes that have run out, and keys that have expired. */
  readonly forget: (now: number) => Promise<void>
  /** How many codes have not run out. */
  readonly countOpen: (now: number) => Promise<number>
  readonly byCode: (codeHash: string) => Promise<ScreenPairing | undefined>
  /** Like `byCode`, locked until the transaction ends. */
  readonly lockByCode: (codeHash: string) => Promise<ScreenPairing | undefined>
  readonly confirm: (id: string, confirmed: ConfirmedPairing, openUntil: number) => Promise<void>
  readonly keep: (id: string, keyHash: string) => Promise<void>
  readonly byKey: (keyHash: string, now: number) => Promise<HeldKey | undefined>
  readonly held: (ids: readonly string[], now: number) => Promise<readonly HeldKey[]>
  /** Screens of a workshop whose key has not expired, oldest first. */
  readonly ofWorkshop: (workshop: string, now: number) => Promise<readonly HeldKey[]>
  readonly remove: (workshop: string, id: string) => Promise<boolean>
}

/** A confirmed screen, and whether its workshop still takes place. */
export type HeldKey = ConfirmedPairing & { readonly id: string; readonly stands: boolean }

type Parts = {
  readonly store: (tx: Tx) => PairingStore
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly limits: Limits
  readonly hashes: PairingHashes
  /** The programme's IANA time zone. */
  readonly zone: string
  readonly leading: Pick<LeadingUsecases, 'requireLed'>
  readonly people: Pick<PeopleUsecases, 'names'>
  /** Draws a code. */
  readonly draw?: () => string
}

/** How often another code is drawn where one is taken. */
const DRAWS = 5

export type PairingUsecases = ReturnType<typeof pairingUsecases>

/** Pairs a projector's browser, which has no Teams, with the room of a workshop (RFC 8628 in spirit). */
export function pairingUsecases(parts: Parts) {
  const { store, transact, read, audit, clock, ids, limits, hashes, zone, leading, people } = parts
  const { draw = freshCode } = parts
  const { lead } = ROOM_PERMISSIONS

  /** @returns whether the code is that of a screen which waits, or waited, for this workshop */
  function confirm(actor: Actor, workshop: string, code: string): Promise<boolean> {
    return transact(async tx => {
      checkStands(await leading.requireLed(tx, actor, workshop))
      const now = clock.now()
      const found = await store(tx).lockByCode(hashes.code(typedCode(code)))
      if (!found || found.openUntil <= now) return false
      if (found.confirmed) return found.confirmed.workshop === workshop
      checkScreens((await store(tx).ofWorkshop(workshop, now)).length)
      const expiresAt = nextMidnight(now, zone)
      await store(tx).confirm(found.id, { workshop, by: actor.id, at: now, expiresAt }, now + CODE_LIFE)
      await audit(tx, actor, lead.act, inDetail(workshop, 'screen-paired'))
      return true
    })
  }

  const pairedScreen = ({ id, workshop, expiresAt }: HeldKey): PairedScreen => ({ id, workshop, expiresAt })

  return {
    /** A code to show and a secret to keep, for a screen of nobody yet. @throws Refusal `too-fast` while too many wait */
    async ask(): Promise<{ code: string; secret: string; until: number }> {
      const secret = randomKey().toString('base64url')
      return transact(async tx => {
        const now = clock.now()
        const until = now + CODE_LIFE
        await store(tx).forget(now)
        if ((await store(tx).countOpen(now)) >= MOST_OPEN)
          throw new Refusal('too-fast', { seconds: CODE_LIFE / SECOND })
        for (let n = 0; n < DRAWS; n++) {
          const [id, code] = [ids.next(), draw()]
          const pairing = {
            id,
            codeHash: hashes.code(code),
            secretHash: hashes.secret(id, secret),
            openUntil: until,
          }
          if (await store(tx).add(pairing)) return { code, secret, until }
        }
        throw new Refusal('too-fast', { seconds: 1 })
      })
    },

    /**
     * The key, once the code was confirmed: the same for whoever has the secret and asks again.
     * @throws Refusal `pairing-expired` for a code or secret that is none, or none any more
     */
    async claim(
      code: string,
      secret: string,
    ): Promise<({ key: string } & Pick<PairedScreen, 'workshop' | 'expiresAt'>) | undefined> {
      const found = await read(tx => store(tx).byCode(hashes.code(typedCode(code))))
      const isTheirs = found !== undefined && sameHash(found.secretHash, hashes.secret(found.id, secret))
      if (!isTheirs || found.openUntil <= clock.now()) throw new Refusal('pairing-expired')
      if (!found.confirmed) return undefined
      const { workshop, expiresAt } = found.confirmed
      if (expiresAt <= clock.now()) throw new Refusal('pairing-expired')
      const key = hashes.keyFor(found.id, secret)
      await transact(tx => store(tx).keep(found.id, hashes.key(key)))
      return { key, workshop, expiresAt }
    },

    /**
     * Confirms that the screen which shows `code` is the workshop's. Idempotent.
     * @throws Refusal `gone`, `attendance-cancelled`, `role-needed`, `room-not-led`, `room-table-only`, `pairing-code`,
     * `pairing-tries`, `screens-full`
     */
    async pair(actor: Actor, workshop: string, code: string): Promise<void> {
      // Ten wrong codes an hour, even with right ones between.
      const own = { limits, limit: LIMITS.pairingCode, who: limitKey(actor), refusal: 'pairing-tries' }
      const paired = await tried(own, async () => (await confirm(actor, workshop, code)) || undefined)
      if (!paired) throw new Refusal('pairing-code')
    },

    /** Takes a screen's key back. Idempotent. @throws Refusal `gone`, `role-needed`, `room-not-led`, `room-table-only` */
    revoke(actor: Actor, workshop: string, screen: string): Promise<void> {
      return transact(async tx => {
        await leading.requireLed(tx, actor, workshop)
        if (await store(tx).remove(workshop, screen))
          await audit(tx, actor, lead.act, inDetail(workshop, 'screen-revoked'))
      })
    },

    /** The workshop's screens, oldest first, with the name of who paired each. */
    async screensOf(workshop: string): Promise<readonly ShownScreen[]> {
      const held = await read(tx => store(tx).ofWorkshop(workshop, clock.now()))
      const names = await people.names(held.map(({ by }) => by))
      return held.map(({ id, at, by }) => ({ key: id, since: at, by: names.get(by) ?? '' }))
    },

    /** The screen that holds `key`; undefined once it expired or was revoked, or its workshop does not take place. */
    async find(key: string): Promise<PairedScreen | undefined> {
      const held = await read(tx => store(tx).byKey(hashes.key(key), clock.now()))
      return held?.stands ? pairedScreen(held) : undefined
    },

    /** Those of `screens` that still hold their key. */
    async stillPaired(screens: readonly string[]): Promise<ReadonlySet<string>> {
      const held = await read(tx => store(tx).held(screens, clock.now()))
      return new Set(held.filter(({ stands }) => stands).map(({ id }) => id))
    },

    /** Deletes the rows of screens whose key has expired. */
    async forget(): Promise<void> {
      await transact(tx => store(tx).forget(clock.now()))
    },
  }
}
