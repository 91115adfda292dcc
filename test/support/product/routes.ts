import type { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { ApiRequest, ApiRoute } from '../../../src/kernel/requests/route.ts'

/** Calls one door of the API as `actor`, without HTTP: `call('put', '/ideas/:id/support', …)`. */
export function callerOf(routes: readonly ApiRoute[], actor: ApiRequest['actor']) {
  return async <T>(
    method: ApiRoute['method'],
    path: string,
    request: Partial<ApiRequest> = {},
  ): Promise<T> => {
    const route = routes.find(each => each.method === method && each.path === path)
    if (!route) throw new Error(`no route ${method} ${path}`)
    const sentence = ({ code }: Refusal) => code
    const asked = { actor, params: {}, query: {}, body: undefined, sentence, ...request }
    await route.large?.ask(asked)
    return (await route.run(asked)) as T
  }
}
