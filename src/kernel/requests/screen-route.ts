import type { Limit } from './limits.ts'

/** A projector's browser that holds a key: it reads the room of one workshop, and may do nothing. */
export type PairedScreen = {
  /** Names its row; no secret. */
  readonly id: string
  readonly workshop: string
  /** Midnight in the programme's zone (ms). */
  readonly expiresAt: number
}

/** `GET /api/v1/screen/…` for a paired screen. `query` is untrusted. */
export type ScreenRoute = {
  readonly path: `/screen/${string}`
  readonly run: (request: {
    readonly screen: PairedScreen
    readonly query: Readonly<Record<string, string>>
  }) => Promise<unknown>
}

/** `POST /api/v1/screen/…` without a token, limited by network address. `body` is untrusted, and 1 kB at most. */
export type OpenRoute = {
  readonly path: `/screen/${string}`
  readonly limit: Limit
  readonly run: (body: unknown) => Promise<unknown>
}

/** What the web server needs to serve screens. */
export type Screens = {
  /** The screen that holds `key`; undefined once it expired or was revoked, or its workshop is none any more. */
  readonly find: (key: string) => Promise<PairedScreen | undefined>
  /** Those of `ids` that still hold their key. */
  readonly stillPaired: (ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly routes: readonly ScreenRoute[]
  readonly openRoutes: readonly OpenRoute[]
}
