import type { Arrival } from '../../conversation/incoming.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Language } from '../../kernel/language.ts'
import type { MailsOf } from './contact-usecases.ts'
import { peopleHandlers } from './handlers.ts'
import { hashingUnder } from './mail.ts'
import { installLinkOf } from './reach.ts'
import { rosterStore } from './roster-store.ts'
import { peopleRoutes } from './routes.ts'
import { peopleStore } from './store.ts'
import { type Greeting, peopleUsecases } from './usecases.ts'

type Deps = {
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly organisers: readonly string[]
  readonly teamsAppId: string
  /** The language to speak until the person chooses one. */
  readonly firstLanguage: (locale: string) => Language
  /** Keys the hashes by which somebody is known again. */
  readonly linkSecret: string
  /** Absent where nobody can be asked. */
  readonly mailsOf?: MailsOf | undefined
}

export function wirePeople(wiring: Wiring, deps: Deps) {
  const { directions, organisers, teamsAppId, firstLanguage, linkSecret, mailsOf = async () => [] } = deps
  const installLink = installLinkOf(teamsAppId)
  const usecases = peopleUsecases({
    ...wiring,
    directions,
    organisers,
    mailsOf,
    store: peopleStore,
    roster: rosterStore,
    hashing: hashingUnder(linkSecret),
  })
  const parts = { ...wiring, people: usecases, directions, firstLanguage, installLink }
  const { handlers, ask } = peopleHandlers(parts)
  const greetingOf = ({ from, place, locale }: Arrival): Greeting => ({
    ...from,
    language: firstLanguage(locale),
    ...(place.kind === 'personal' && { chat: place.address }),
    // Of a group chat the bot may not be a member: there Teams would not say.
    ...(place.kind !== 'group' && { askAt: place.channelAddress ?? place.address }),
  })
  return {
    usecases,
    handlers,
    ask,
    greetingOf,
    routes: peopleRoutes(usecases, directions, installLink),
    measures: usecases.measures,
  }
}
