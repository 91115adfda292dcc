import type { Actor } from './actor.ts'

/** One request to the tabs' API, its token already checked. All but the actor is untrusted. */
export type ApiRequest = {
  readonly actor: Actor
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** One door of the API under `/api/v1`. What it answers becomes JSON; a Refusal becomes problem details. */
export type ApiRoute = {
  readonly method: 'get' | 'post' | 'put' | 'del'
  /** As restify writes it: `/ideas/:id/support`. */
  readonly path: string
  readonly run: (request: ApiRequest) => Promise<unknown>
}
