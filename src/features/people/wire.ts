import type { Arrival } from '../../conversation/incoming.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Language } from '../../kernel/language.ts'
import { peopleHandlers } from './handlers.ts'
import { installLinkOf } from './reach.ts'
import { peopleRoutes } from './routes.ts'
import { peopleStore } from './store.ts'
import { type Greeting, peopleUsecases } from './usecases.ts'

type Deps = {
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  readonly organisers: readonly string[]
  readonly teamsAppId: string
  /** The language to speak until the person chooses one. */
  readonly firstLanguage: (locale: string) => Language
}

export function wirePeople(wiring: Wiring, { directions, organisers, teamsAppId, firstLanguage }: Deps) {
  const installLink = installLinkOf(teamsAppId)
  const usecases = peopleUsecases({ ...wiring, store: peopleStore, directions, organisers })
  const parts = { ...wiring, people: usecases, directions, firstLanguage, installLink }
  const { handlers, ask } = peopleHandlers(parts)
  const greetingOf = ({ from, place, locale }: Arrival): Greeting => ({
    ...from,
    language: firstLanguage(locale),
    ...(place.kind === 'personal' && { chat: place.address }),
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
