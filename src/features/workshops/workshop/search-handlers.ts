import type { Handlers, LinkHandler, SearchHit } from '../../../conversation/protocol/handlers.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { announcementCard, summaryOf, type WorkshopCardContext, whenText } from './cards.ts'
import type { WorkshopSeen } from './domain.ts'
import { factsOf, insertedCard, titleOf } from './search-cards.ts'
import type { WorkshopSearch } from './search-usecases.ts'

type Parts = {
  readonly workshops: WorkshopSearch
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly clock: Clock
}

/**
 * Message extension: workshops to insert into a message, found in the person's language and drawn in the programme's.
 */
export function workshopSearchHandlers({ workshops, programme, words, home, clock }: Parts): Handlers {
  const contextIn = (language: Language): WorkshopCardContext => ({ words: words(language), programme })

  function foundOne({ language }: Actor, workshop: WorkshopSeen, near: boolean): SearchHit {
    const context = contextIn(home)
    const card = insertedCard(context, workshop, clock.now())
    return {
      title: titleOf(workshop),
      facts: factsOf(contextIn(language), workshop),
      reply: { card, language: home, summary: summaryOf(context, workshop) },
      ...(near && { near }),
    }
  }

  const linked: LinkHandler = async (actor, id) => {
    const workshop = await workshops.linked(actor, id)
    if (!workshop) return undefined
    const context = contextIn(home)
    // As in its channel: nothing on it changes with each answer.
    const reply = {
      card: announcementCard(context, workshop),
      language: home,
      summary: summaryOf(context, workshop),
    }
    return { title: titleOf(workshop), facts: whenText(context.words, workshop), reply }
  }

  return {
    links: { workshop: linked },
    searches: {
      'workshops.search': {
        empty: 'empty.workshops',
        find: async (actor, { text, skip, limit }) => {
          const { items, near } = await workshops.search(actor, text, skip, limit)
          return items.map(workshop => foundOne(actor, workshop, near))
        },
      },
    },
  }
}
