import type { Handlers } from '../../../src/conversation/protocol/handlers.ts'
import type { Pressed } from '../../../src/conversation/protocol/incoming.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Flow } from '../../../src/kernel/requests/route.ts'
import { found } from '../../support/product/card-assertions.ts'
import { callsOn, pressesOn } from '../../support/product/inputs.ts'
import type { Ground } from './ground.ts'

export type Path = readonly (string | number)[]
/** A field that a door reads. `part`: where it comes in a call; of a press it is `data`. */
export type Field = { readonly door: string; readonly part: 'data' | 'body' | 'query'; readonly path: Path }

/** What any object is asked for. */
const USUAL = new Set(['then', 'toJSON', 'constructor', '~standard'])

/** The same, which notes each name that is asked of it, and of what it holds. */
function overheard<T extends object>(value: T, note: (path: Path) => void, at: Path = []): T {
  const heard = (name: string | symbol) => {
    if (typeof name === 'string' && !USUAL.has(name) && !(name in Array.prototype)) note([...at, name])
  }
  return new Proxy(value, {
    get(target, name) {
      heard(name)
      const held: unknown = Reflect.get(target, name)
      return typeof held === 'object' && held !== null ? overheard(held, note, [...at, String(name)]) : held
    },
    has(target, name) {
      heard(name)
      return Reflect.has(target, name)
    },
  })
}

/** What a door answers, a file that is not wanted let go of: it holds a moment of the database. */
export async function letGo(run: () => Promise<unknown>): Promise<void> {
  const answer = await run()
  if (answer instanceof Flow) await answer.end()
}

/** Those that end what others need come last. */
const lastly = (doors: readonly string[]) =>
  doors.toSorted((one, other) => Number(/erase/.test(one)) - Number(/erase/.test(other)))

export const inChat = (actor: Actor, verb: string, data: Pressed['data']): Pressed => ({
  kind: 'pressed',
  id: '',
  from: { objectId: actor.id, tenant: '', name: '' },
  place: { key: 'chat', kind: 'personal', address: '' },
  locale: 'fr-FR',
  verb,
  data,
})

/** Every field that a verb or a route of the product reads, found by letting it read what it is usually given. */
export async function fieldsOf({ bot, things, lab }: Ground): Promise<readonly Field[]> {
  const fields = new Map<string, Field>()
  const noting = (door: string, part: Field['part']) => (path: Path) => {
    const key = `${door} ${part}.${path.join('.')}`
    fields.set(key, { door, part, path })
  }
  const handlers: readonly Handlers[] = bot.app.handlers
  const verbs = Object.assign({}, ...handlers.map(({ verbs = {} }) => verbs)) as NonNullable<
    Handlers['verbs']
  >
  const presses = pressesOn(things)
  // What is refused was read before.
  const quietly = (run: () => Promise<unknown>) => letGo(run).catch(() => undefined)
  for (const name of lastly(Object.keys(verbs))) {
    const verb = found(verbs[name], name)
    const data = overheard(found(presses[name], name), noting(name, 'data'))
    const run = typeof verb === 'function' ? verb : verb.run
    const actor = await lab()
    await quietly(() => run(actor, inChat(actor, name, data)))
  }
  const calls = callsOn(things)
  const routes = new Map(bot.app.routes.map(route => [`${route.method} ${route.path}`, route]))
  for (const name of lastly([...routes.keys()])) {
    const { params = {}, query = {}, body } = found(calls[name], name)
    const sent = {
      ...{ params, actor: await lab(), sentence: () => '' },
      query: overheard(query, noting(name, 'query')),
      body: body && overheard(body, noting(name, 'body')),
    }
    await quietly(() => found(routes.get(name), name).run(sent))
  }
  return [...fields.values()]
}
