import type { Handlers, LinkHit, SearchHit } from '../../../conversation/protocol/handlers.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { IdeaFound } from './search.ts'
import { factsOf, insertedCard, linkedCard, linkedFactsOf, titleOf } from './search-cards.ts'
import type { SearchUsecases } from './search-usecases.ts'

type Parts = {
  readonly search: Pick<SearchUsecases, 'search' | 'linked'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly clock: Clock
}

/** Message extension: ideas to insert or to link into a message, found in the person's language and drawn in the programme's. */
export function ideaSearchHandlers({ search, programme, words, home, clock }: Parts): Handlers {
  function foundOne({ language }: Actor, idea: IdeaFound): SearchHit {
    const card = insertedCard(words(home), programme, idea, clock.now())
    return {
      title: titleOf(idea),
      facts: factsOf(words(language), programme, idea),
      ...(idea.near && { near: true }),
      reply: { card, language: home, summary: titleOf(idea) },
    }
  }

  /** An initiative has the id of its idea, and the same card. */
  async function linked(actor: Actor, id: string, initiative = false): Promise<LinkHit | undefined> {
    const idea = await search.linked(actor, id)
    if (!idea || (initiative && idea.state !== 'initiative')) return undefined
    const own = words(home)
    return {
      title: titleOf(idea),
      facts: linkedFactsOf(own, programme, idea),
      reply: { card: linkedCard(own, programme, idea), language: home, summary: titleOf(idea) },
    }
  }

  return {
    links: { idea: (actor, id) => linked(actor, id), initiative: (actor, id) => linked(actor, id, true) },
    searches: {
      'ideas.search': {
        empty: 'idea.list.empty',
        find: async (actor, { text, skip, limit }) => {
          const found = await search.search(actor, text, skip, limit)
          return found.map(idea => foundOne(actor, idea))
        },
      },
    },
  }
}
