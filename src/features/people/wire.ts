import type { Arrival } from '../../conversation/incoming.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Language } from '../../kernel/language.ts'
import type { Programme } from '../programme/index.ts'
import { faultRows } from './fault-cards.ts'
import { fileRoutes } from './file-routes.ts'
import { fileUsecases } from './file-usecases.ts'
import { peopleHandlers } from './handlers.ts'
import { installLinkOf } from './install-link.ts'
import { leavingUsecases } from './leaving-usecases.ts'
import { hashingUnder } from './mail.ts'
import type { MemberOf, MembersOf } from './members.ts'
import { memberHandlers } from './members-handlers.ts'
import { memberStore } from './members-store.ts'
import { memberUsecases } from './members-usecases.ts'
import { pilotUsecases } from './pilot-usecases.ts'
import type { Direction } from './reach-cards.ts'
import { reachHandlers } from './reach-handlers.ts'
import { reachRoutes } from './reach-routes.ts'
import { reachStore } from './reach-store.ts'
import { relayHandlers } from './relay-handlers.ts'
import { relayRoutes } from './relay-routes.ts'
import { relayStore } from './relay-store.ts'
import { relayUsecases } from './relay-usecases.ts'
import { roleRoutes } from './role-routes.ts'
import { roleStore } from './role-store.ts'
import { roleUsecases } from './role-usecases.ts'
import type { FileWrongs } from './roster.ts'
import { rosterStore } from './roster-store.ts'
import { rosterUsecases } from './roster-usecases.ts'
import { peopleRoutes } from './routes.ts'
import { peopleStore } from './store.ts'
import { type Greeting, peopleUsecases } from './usecases.ts'

type Deps = {
  readonly directions: readonly Direction[]
  readonly organisers: readonly string[]
  readonly privacy: Programme['privacy']
  readonly teamsAppId: string
  /** The language to speak until the person chooses one. */
  readonly firstLanguage: (locale: string) => Language
  /** Keys the hashes by which somebody is known again. */
  readonly linkSecret: string
  /** Absent, both, where nobody can be asked. */
  readonly membersOf?: MembersOf | undefined
  readonly memberOf?: MemberOf | undefined
  readonly tenants: readonly string[]
  /** Whether guests of those tenants may act. */
  readonly guests: boolean
}

/** Whoever adds the app comes too. */
type Coming = Arrival & { readonly kind?: string }

export function wirePeople(wiring: Wiring, deps: Deps) {
  const { directions, organisers, teamsAppId, firstLanguage, linkSecret, guests } = deps
  const installLink = installLinkOf(teamsAppId)
  const hashing = hashingUnder(linkSecret)
  const stores = { store: peopleStore, roster: rosterStore, members: memberStore }
  const usecases = peopleUsecases({
    ...wiring,
    ...stores,
    directions,
    organisers,
    guests,
    memberOf: deps.memberOf,
    membersOf: deps.membersOf,
    reach: reachStore,
    hashing,
  })
  const relays = relayUsecases({ ...wiring, store: peopleStore, relay: relayStore, directions })
  const pilots = pilotUsecases({ ...wiring, store: peopleStore, roster: rosterStore, directions })
  const roles = roleUsecases({ ...wiring, store: peopleStore, roles: roleStore, directions })
  const files = fileUsecases({
    ...wiring,
    roster: rosterUsecases({ ...wiring, ...stores, directions, hashing }),
    organisers: tx => roleStore(tx).lockOrganisers(),
  })
  const directionName = (direction: string) =>
    directions.find(({ id }) => id === direction)?.name ?? direction
  const faultTable = (language: Language, wrong: FileWrongs) => {
    const words = wiring.words(language)
    return { name: words.say('staff.file.faults.name'), rows: faultRows({ words, directionName }, wrong) }
  }
  const parts = { ...wiring, roles, people: usecases, relays, pilots, directions, firstLanguage, installLink }
  const privacy = { ...deps.privacy, mine: wiring.tabLink('personal', 'data') }
  const { handlers, ask } = peopleHandlers({ ...parts, privacy })
  const relay = relayHandlers(parts)
  const { membersOf = async () => 'left', memberOf = async () => undefined } = deps
  const inTeams = memberHandlers(
    memberUsecases({
      ...wiring,
      members: memberStore,
      roster: rosterStore,
      people: usecases,
      membersOf,
      memberOf,
      tenants: deps.tenants,
      guests,
    }),
  )
  const { verbs, places } = reachHandlers(parts)
  const inChat = ({ place, kind, at = wiring.clock.now() }: Coming) => ({
    chat: place.address,
    came: { kind: kind === 'installed' ? 'install' : 'message', at } as const,
  })
  const greetingOf = (coming: Coming): Greeting => ({
    ...coming.from,
    language: firstLanguage(coming.locale),
    ...(coming.place.kind === 'personal' && inChat(coming)),
    // Of a group chat the bot may not be a member: there Teams would not say.
    ...(coming.place.kind !== 'group' && { askAt: coming.place.channelAddress ?? coming.place.address }),
  })
  return {
    usecases,
    handlers: {
      ...handlers,
      commands: [...(handlers.commands ?? []), ...(relay.commands ?? [])],
      verbs: { ...handlers.verbs, ...verbs, ...relay.verbs },
      facts: { ...handlers.facts, ...inTeams.facts },
      asks: [...(handlers.asks ?? []), ...inTeams.asks],
      places: [...(handlers.places ?? []), ...places, ...inTeams.places],
    },
    ask,
    greetingOf,
    routes: [
      ...peopleRoutes(usecases, directions, installLink),
      ...reachRoutes(usecases, directions),
      ...relayRoutes(parts),
      ...roleRoutes(parts),
      ...fileRoutes({ files, faultTable }),
    ],
    leaving: leavingUsecases({ store: peopleStore, roles: roleStore }),
    measures: usecases.measures,
  }
}
