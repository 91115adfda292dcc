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

/** Authentication of a screen by its key, and its rate limit. Wrong keys are limited by address, as wrong tokens are. */
export function createScreenAdmission({ find, limits, addressOf }: ScreenKeyParts): AdmitScreen {
  return async request => {
    const key = KEY.exec(request.headers.authorization ?? '')?.[1]
    const screen = key === undefined ? undefined : await find(key)
    const late = screen
      ? limits.over(LIMITS.screen, screen.id)
      : limits.over(LIMITS.address, addressOf(request))
    if (late) throw late
    if (!screen) throw new Refusal('screen-key')
    return screen
  }
}
