import type { Handlers, LinkHandler, SearchHit } from '../../../conversation/protocol/handlers.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { type BallotCardContext, headerOf, summaryOf } from '../ballot/cards.ts'
import type { BallotResult } from '../ballot/domain.ts'
import { factsOf, insertedCard, titleOf } from './search-cards.ts'
import type { BallotSearch } from './search-usecases.ts'

type Parts = {
  readonly ballots: BallotSearch
  readonly programme: Pick<Programme, 'axis' | 'directions'>
  readonly words: (language: Language) => Words
  readonly home: Language
}

/** Message extension: ballots to insert into a message, found in the person's language and drawn in the programme's. */
export function ballotSearchHandlers({ ballots, programme, words, home }: Parts) {
  const cardContextOf = (language: Language): BallotCardContext => ({ words: words(language), programme })

  function foundOne({ language }: Actor, ballot: BallotResult, near: boolean): SearchHit {
    const context = cardContextOf(home)
    const card = insertedCard(context, ballot)
    return {
      title: titleOf(ballot),
      facts: factsOf(cardContextOf(language), ballot),
      reply: { card, language: home, summary: summaryOf(context, ballot) },
      ...(near && { near }),
    }
  }

  const linked: LinkHandler = async (actor, id) => {
    const ballot = await ballots.linked(actor, id)
    if (!ballot) return undefined
    const context = cardContextOf(home)
    const reply = { card: insertedCard(context, ballot), language: home, summary: summaryOf(context, ballot) }
    return { title: titleOf(ballot), facts: headerOf(context.words, ballot).kind, reply }
  }

  return {
    links: { ballot: linked },
    searches: {
      'ballots.search': {
        empty: 'empty.ballots',
        find: async (actor, { text, skip, limit }) => {
          const { items, near } = await ballots.search(actor, text, skip, limit)
          return items.map(ballot => foundOne(actor, ballot, near))
        },
      },
    },
  } satisfies Handlers
}
