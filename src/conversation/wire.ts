import type { Actor } from '../kernel/access/actor.ts'
import { fingerprint } from '../kernel/text/text.ts'
import type { Arrival } from './protocol/incoming.ts'
import type { Watching } from './routing/instrumented.ts'
import { createRouter, type RouterParts } from './routing/router.ts'
import { createSchedules, type Schedule } from './routing/schedules.ts'
import { offered, type Wiring } from './wiring.ts'

type Post = { readonly key: string; readonly address: string; readonly message_id: string }

type Parts<Greeting> = Watching &
  Pick<RouterParts, 'render' | 'limits' | 'refused' | 'firstLanguage' | 'tenants'> & {
    readonly organisation: string
    readonly people: { readonly greet: (greeting: Greeting) => Promise<Actor> }
    readonly greetingOf: (arrival: Arrival) => Greeting
    readonly clockMark: { readonly generation: () => Promise<string> }
    readonly isSteady: () => Promise<boolean>
    readonly ask: NonNullable<RouterParts['ask']>
    readonly posts: {
      readonly find: (key: string) => Promise<Post | undefined>
      readonly recordPost: (post: Post, at: number) => Promise<void>
    }
    /** What every feature offers. */
    readonly wires: readonly { readonly handlers: RouterParts['handlers'][number] }[]
  }

/** Who answers what is said and pressed, and what comes round by the clock. */
export function wireConversation<Greeting>(wiring: Wiring, parts: Parts<Greeting>) {
  const { people, greetingOf, ask, posts, wires, meter, trace, clockMark, isSteady } = parts
  const { render, limits, refused, firstLanguage, tenants, organisation } = parts
  const { clock } = wiring
  const handlers = wires.map(wire => wire.handlers)
  const watching: Watching = { ...(meter && { meter }), ...(trace && { trace }) }
  const router = createRouter({
    ...wiring,
    ...watching,
    ...{ render, limits, refused, firstLanguage, tenants, organisation, ask, handlers },
    greet: async arrival => {
      const { tenant, objectId } = arrival.from
      const greeted = await people.greet(greetingOf(arrival))
      return { ...greeted, door: 'chat', account: fingerprint(tenant, objectId) }
    },
    stands: async key => (await posts.find(key)) !== undefined,
    posted: (key, address, id) => posts.recordPost({ key, address, message_id: id }, clock.now()),
  })
  const schedules = createSchedules({
    ...wiring,
    ...watching,
    schedules: offered<Schedule>(wires, 'schedules'),
    generation: clockMark.generation,
    isSteady,
  })
  /** Of what delivery needs: what a fact becomes, and which facts only ask Teams. */
  const facts = { asks: router.asks, expand: schedules.kept(router.expand) }
  return { handlers, router, schedules, facts }
}
