import type { Actor } from '../../kernel/access/actor.ts'
import type { ApiRequest, ApiRoute } from '../../kernel/requests/route.ts'

/** A route bound to its runner, to be called alone or within a batch. `act`: its method and path. */
export type MountedRoute = {
  readonly act: string
  readonly path: string
  readonly run: (
    actor: Actor,
    sent: Pick<ApiRequest, 'params' | 'query' | 'body'>,
  ) => ReturnType<ApiRoute['run']>
}
