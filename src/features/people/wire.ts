import type { Arrival } from '../../conversation/protocol/incoming.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { Programme } from '../programme/index.ts'
import type { MemberOf, MembersOf } from './identification/team-members.ts'
import { memberHandlers } from './identification/team-members-handlers.ts'
import { memberStore } from './identification/team-members-store.ts'
import { memberUsecases } from './identification/team-members-usecases.ts'
import type { FileWrongs } from './people-file/domain.ts'
import { hashingUnder } from './people-file/email.ts'
import { faultRows } from './people-file/fault-cards.ts'
import { fileUsecases } from './people-file/import-usecases.ts'
import { fileRoutes } from './people-file/routes.ts'
import { rosterStore } from './people-file/store.ts'
import { rosterUsecases } from './people-file/usecases.ts'
import { peopleHandlers } from './person/handlers.ts'
import { installLinkOf } from './person/install-link.ts'
import { peopleRoutes } from './person/routes.ts'
import { peopleStore } from './person/store.ts'
import { type Greeting, peopleUsecases } from './person/usecases.ts'
import { relayHandlers } from './pilots/handlers.ts'
import { relayStore } from './pilots/handover-store.ts'
import { relayUsecases } from './pilots/handover-usecases.ts'
import { relayRoutes } from './pilots/routes.ts'
import { pilotUsecases } from './pilots/usecases.ts'
import type { Direction } from './reach/cards.ts'
import { reachHandlers } from './reach/handlers.ts'
import { reachRoutes } from './reach/routes.ts'
import { reachStore } from './reach/store.ts'
import { leavingUsecases } from './roles/erasure-usecases.ts'
import { roleRoutes } from './roles/routes.ts'
import { roleStore } from './roles/store.ts'
import { roleUsecases } from './roles/usecases.ts'

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
