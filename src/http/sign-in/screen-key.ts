import { Refusal } from '../../kernel/errors/refusal.ts'
import { LIMITS, type Limits } from '../../kernel/requests/limits.ts'
import type { PairedScreen, Screens } from '../../kernel/requests/screen-route.ts'
import type { Request } from '../transport/restify.ts'

export type ScreenKeyParts = {
  readonly find: Screens['find']
  readonly limits: Limits
  readonly addressOf: (request: Request) => string
}

/** 256 bits in base64url; in this header alone, since an address is logged and kept by proxies and browsers. */
const KEY = /^Screen ([\w-]{43})$/i

/** @throws Refusal `screen-key`; `too-fast` */
export type AdmitScreen = (request: Request) => Promise<PairedScreen>

/** Keys that are remembered, more than are ever in use at once. */
const MOST_KNOWN = 1_000

/**
 * Authentication of a screen by its key, and its rate limit. Wrong keys are limited by address, as wrong tokens are, and before
 * the database is asked: beyond the limit only keys that were right before are looked up, so that a stranger behind the same
 * proxy stops no screen.
 */
export function createScreenAdmission({ find, limits, addressOf }: ScreenKeyParts): AdmitScreen {
  const known = new Set<string>()

  async function lookUp(key: string): Promise<PairedScreen | undefined> {
    const screen = await find(key)
    if (!screen) known.delete(key)
    else if (known.size < MOST_KNOWN) known.add(key)
    return screen
  }

  return async request => {
    const key = KEY.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const address = addressOf(request)
    const late = limits.over(LIMITS.address, address)
    if (late && !known.has(key)) throw late
    const screen = key === '' ? undefined : await lookUp(key)
    if (!screen) throw late ?? new Refusal('screen-key')
    limits.giveBack(LIMITS.address, address)
    const tooMany = limits.over(LIMITS.screen, screen.id)
    if (tooMany) throw tooMany
    return screen
  }
}
