import type { Actor } from '../kernel/access/actor.ts'
import type { Instruments } from '../kernel/monitoring/instruments.ts'
import { fingerprint } from '../kernel/text/text.ts'
import type { Arrival } from './protocol/incoming.ts'
import { createRatings } from './routing/ratings.ts'
import { createRouter, type RouterParts } from './routing/router.ts'
import { createSchedules, type Schedule } from './routing/schedules.ts'
import { offered, type Wiring } from './wiring.ts'

type Post = { readonly key: string; readonly address: string; readonly message_id: string }

type Parts<Greeting> = Partial<Instruments> &
  Pick<RouterParts, 'render' | 'limits' | 'refused' | 'firstLanguage' | 'tenants'> & {
    readonly organisation: string
    readonly origin: string
    readonly people: { readonly greet: (greeting: Greeting) => Promise<Actor> }
    readonly greetingOf: (arrival: Arrival) => Greeting
    readonly clockMark: { readonly generation: () => Promise<string> }
    readonly isSteady: () => Promise<boolean>
    readonly ask: NonNullable<RouterParts['ask']>
    readonly posts: {
      readonly find: (key: string) => Promise<Post | undefined>
      readonly recordPost: (post: Post, at: number) => Promise<void>
    }
    /** The wires of all features. */
    readonly wires: readonly { readonly handlers: RouterParts['handlers'][number] }[]
  }

/** Builds the router, and the schedules. */
export function wireConversation<Greeting>(wiring: Wiring, parts: Parts<Greeting>) {
  const { people, greetingOf, ask, posts, wires, meter, trace, clockMark, isSteady } = parts
  const { render, limits, refused, firstLanguage, tenants, organisation, origin } = parts
  const { clock, ids, log, words, home, transact, once, note } = wiring
  const handlers = wires.map(wire => wire.handlers)
  const routing = createRouter({
    ...(meter && { meter }),
    ...(trace && { trace }),
    ids,
    log,
    words,
    render,
    limits,
    refused,
    firstLanguage,
    tenants,
    organisation,
    origin,
    home,
    ask,
    handlers,
    resolveActor: async arrival => {
      const { tenant, objectId } = arrival.from
      const greeted = await people.greet(greetingOf(arrival))
      return { ...greeted, entryPoint: 'chat', account: fingerprint(tenant, objectId) }
    },
    stands: async key => (await posts.find(key)) !== undefined,
    posted: (key, address, id) => posts.recordPost({ key, address, message_id: id }, clock.now()),
  })
  const { answer, search, expand, asks, unfold, preview } = routing
  const { receive, rated } = createRatings(routing.receive, meter)
  const router = { answer, receive, search, expand, asks, unfold, preview, rated }
  const schedules = createSchedules({
    ...(trace && { trace }),
    transact,
    once,
    note,
    clock,
    ids,
    log,
    schedules: offered<Schedule>(wires, 'schedules'),
    generation: clockMark.generation,
    isSteady,
  })
  /** For delivery: the messages of a fact, and which facts only make a call to Teams. */
  const facts = { asks: router.asks, expand: schedules.kept(router.expand) }
  return { handlers, router, schedules, facts }
}
