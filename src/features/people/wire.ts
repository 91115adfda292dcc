import type { Wiring } from '../../conversation/wiring.ts'
import type { Language } from '../../kernel/text/language.ts'
import { systemClock } from '../../kernel/time/clock.ts'
import type { Programme } from '../programme/index.ts'
import { emailMatchingUsecases } from './identification/email-matching-usecases.ts'
import { greetings } from './identification/greeting-wire.ts'
import { identificationHandlers } from './identification/handlers.ts'
import type { MemberOf, MembersOf } from './identification/team-members.ts'
import { teamMemberHandlers } from './identification/team-members-handlers.ts'
import { teamMemberStore } from './identification/team-members-store.ts'
import { teamMemberUsecases } from './identification/team-members-usecases.ts'
import { identificationUsecases } from './identification/usecases.ts'
import type { FileDirection } from './people-file/direction-suggestion.ts'
import type { FileWrongs } from './people-file/domain.ts'
import { hashingUnder } from './people-file/email.ts'
import { faultRows } from './people-file/fault-cards.ts'
import { fileUsecases } from './people-file/import-usecases.ts'
import { fileRoutes } from './people-file/routes.ts'
import { peopleFileStore } from './people-file/store.ts'
import { type PeopleFileUsecases, peopleFileUsecases } from './people-file/usecases.ts'
import { directionChoiceUsecases } from './person/direction-usecases.ts'
import type { LanguageChoice } from './person/domain.ts'
import { personHandlers } from './person/handlers.ts'
import { installLinkOf } from './person/install-link.ts'
import { personRoutes } from './person/routes.ts'
import { peopleStore } from './person/store.ts'
import { personUsecases } from './person/usecases.ts'
import { colleagueUsecases } from './pilots/colleague-usecases.ts'
import { pilotHandlers } from './pilots/handlers.ts'
import { handoverStore } from './pilots/handover-store.ts'
import { handoverUsecases } from './pilots/handover-usecases.ts'
import { pilotRoutes } from './pilots/routes.ts'
import { pilotUsecases } from './pilots/usecases.ts'
import { reachHandlers } from './reach/handlers.ts'
import { reachRoutes } from './reach/routes.ts'
import { reachStore } from './reach/store.ts'
import { reachTracking, reachUsecases } from './reach/usecases.ts'
import { roleAssignment } from './roles/assignment-usecases.ts'
import { leavingUsecases } from './roles/erasure-usecases.ts'
import { roleRoutes } from './roles/routes.ts'
import { roleStore } from './roles/store.ts'
import { roleUsecases } from './roles/usecases.ts'

type Deps = {
  readonly directions: Programme['directions']
  /** A changed method changes them. */
  readonly axes: () => Programme['axes']
  readonly openNow: Parameters<typeof personHandlers>[0]['openNow']
  readonly organisers: readonly string[]
  readonly privacy: Programme['privacy']
  readonly teamsAppId: string
  /** Whether a language model is set up. */
  readonly hasAssistant: boolean
  /** Language used until a person chooses one. */
  readonly firstLanguage: (locale: string) => Language
  /** What a person may choose. */
  readonly languages: readonly LanguageChoice[]
  /** HMAC key of e-mail hashes and page marks. */
  readonly linkSecret: string
  /** Absent, both, where Teams cannot be asked. */
  readonly membersOf?: MembersOf | undefined
  readonly memberOf?: MemberOf | undefined
  readonly tenants: readonly string[]
  /** Whether guests of those tenants may act. */
  readonly guests: boolean
}

type PeopleFileWiring = Pick<Wiring, 'transact' | 'read' | 'note' | 'roleChanged'> &
  Partial<Pick<Wiring, 'clock'>>

/** The people file without its chat and tab. `secret`: the server's. */
export function wirePeopleFile(
  { transact, read, note, roleChanged, clock = systemClock }: PeopleFileWiring,
  { directions, secret }: { readonly directions: readonly FileDirection[]; readonly secret: string },
): PeopleFileUsecases {
  return peopleFileUsecases({
    store: peopleStore,
    peopleFile: peopleFileStore,
    readsTeams: async tx => (await teamMemberStore(tx).teams(1, '')).length > 0,
    transact,
    read,
    note,
    roleChanged,
    clock,
    directions,
    hashing: hashingUnder(secret),
  })
}

/** The use-cases of each room, made left to right. */
function peopleRooms(wiring: Wiring, deps: Deps) {
  const { transact, read, once, note, audit, roleChanged, clock, ids, zone, home } = wiring
  const { directions, organisers, guests, linkSecret, memberOf, membersOf } = deps
  const store = peopleStore
  const peopleFile = peopleFileStore
  const person = personUsecases({ store, transact, read, note, clock, languages: deps.languages })
  const choice = directionChoiceUsecases({ store, transact, note, audit, clock, zone, directions })
  const tracking = reachTracking({ reach: reachStore, note, clock })
  const { record } = tracking
  const reach = reachUsecases({ store, reach: reachStore, transact, read, directions, record })
  const { obeyOperator } = roleAssignment({ store, note, roleChanged })
  const roles = roleUsecases({ store, roles: roleStore, transact, read, note, audit, clock, directions })
  const files = fileUsecases({
    peopleFile: wirePeopleFile(
      { transact, read, note, roleChanged, clock },
      { directions, secret: linkSecret },
    ),
    audit,
    organisers: tx => roleStore(tx).lockOrganisers(),
  })
  const pilots = pilotUsecases({ store, peopleFile, read, clock, directions })
  const colleagues = colleagueUsecases({ store, roles: roleStore, handover: handoverStore, read })
  const handovers = handoverUsecases({
    store,
    handover: handoverStore,
    transact,
    read,
    once,
    note,
    audit,
    clock,
    ids,
    directions,
  })
  const contact = emailMatchingUsecases({
    store,
    peopleFile,
    transact,
    read,
    note,
    roleChanged,
    hashing: hashingUnder(linkSecret),
    memberOf,
    membersOf,
    once,
    clock,
    ids,
    guests,
  })
  const identification = identificationUsecases({
    store,
    transact,
    read,
    clock,
    ids,
    organisers,
    guests,
    contact,
    obeyOperator,
    reach: tracking,
  })
  const members = teamMemberUsecases({
    members: teamMemberStore,
    peopleFile,
    identification,
    transact,
    read,
    note,
    clock,
    membersOf: membersOf ?? (async () => 'left'),
    memberOf: memberOf ?? (async () => undefined),
    tenants: deps.tenants,
    guests,
    home,
  })
  const chosen = { pilots, colleagues, handovers }
  return { person, choice, reach, roles, files, chosen, contact, identification, members }
}

export function wirePeople(wiring: Wiring, deps: Deps) {
  const { clock, ids, words, tabLink } = wiring
  const { directions, axes, openNow, firstLanguage, languages, hasAssistant } = deps
  const installLink = installLinkOf(deps.teamsAppId)
  const rooms = peopleRooms(wiring, deps)
  const { person, reach, roles, files } = rooms
  const { pilots, handovers, colleagues } = rooms.chosen
  const { chooseDirection } = rooms.choice
  const { chooseLanguage, followClient } = person
  const { reachOf, reachByDirection, reachTotal, recordEvent } = reach
  const { unpiloted } = pilots
  const directionName = (direction: string) =>
    directions.find(({ id }) => id === direction)?.name ?? direction
  const faultTable = (language: Language, wrong: FileWrongs) => {
    const w = words(language)
    return { name: w.say('staff.file.faults.name'), rows: faultRows({ words: w, directionName }, wrong) }
  }
  const { handlers: persons, ask } = personHandlers({
    person,
    chooseDirection,
    reachOf,
    directions,
    axes,
    openNow,
    words,
    firstLanguage,
    languages,
    installLink,
    privacy: deps.privacy,
    ownData: tabLink('personal', 'data'),
  })
  const handover = pilotHandlers({ handovers, pilots, directions, words, ids })
  const met = identificationHandlers({ ask: rooms.contact.ask })
  const inTeams = teamMemberHandlers(rooms.members)
  const reached = reachHandlers({ reachByDirection, recordEvent, directions, words, clock })
  return {
    usecases: {
      greet: rooms.identification.greet,
      names: person.names,
      actor: person.actor,
      tookPart: person.tookPart,
      chooseDirection,
      chooseLanguage,
      followClient,
      assignRole: roles.assignRole,
      pilots: pilots.pilots,
      pilotsAndDeputies: pilots.pilotsAndDeputies,
      unpiloted,
      colleagues: colleagues.colleagues,
      inCharge: colleagues.inCharge,
      reachOf,
      answered: reach.answered,
      unreachable: reach.unreachable,
      measures: person.measures,
    },
    handlers: {
      commands: [...persons.commands, ...handover.commands],
      verbs: { ...persons.verbs, ...reached.verbs, ...handover.verbs },
      facts: { ...persons.facts, ...met.facts, ...inTeams.facts },
      asks: [...met.asks, ...inTeams.asks],
      places: [...persons.places, ...reached.places, ...inTeams.places],
    },
    ask,
    greetingOf: greetings({ clock, firstLanguage }),
    routes: [
      ...personRoutes({ person, chooseDirection, directions, languages, installLink, hasAssistant }),
      ...reachRoutes({ reachByDirection, directions }),
      ...pilotRoutes({ handovers, pilots, directions }),
      ...roleRoutes({ roles, unpiloted, reachTotal, directions }),
      ...fileRoutes({ files, faultTable }),
    ],
    leaving: leavingUsecases({ store: peopleStore, roles: roleStore }),
    measures: person.measures,
  }
}
