import type { FactsPart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { stepFacts } from '../../next-steps/index.ts'
import type { IdeaNamed, IdeaSeen } from '../idea/domain.ts'
import { dueText } from './due-cards.ts'
import { commentsText, supportsText } from './frame-cards.ts'

type Facts = FactsPart['facts']

/** The author; nothing for somebody who is no longer known. */
export function authorFact(words: Words, idea: IdeaNamed, mine: boolean): Facts {
  const author = authorText(words, idea, mine)
  return author === undefined ? [] : [{ icon: 'Person', text: author }]
}

function authorText(
  words: Words,
  { unnamed, authorName, credit }: IdeaNamed,
  mine: boolean,
): string | undefined {
  if (credit?.by === 'table') return safe(authorName)
  if (mine) return words.say(unnamed ? 'idea.author.mine.unnamed' : 'idea.author.mine')
  if (unnamed) return words.say('idea.author.unnamed')
  return authorName === '' ? undefined : words.say('idea.author', { name: safe(authorName) })
}

/** Authors of the ideas merged into it. */
function joinedFact(words: Words, { joined }: IdeaNamed): Facts {
  if (!joined) return []
  const names = [...new Set(joined.map(({ authorName }) => safe(authorName)))].filter(name => name !== '')
  const count = joined.length
  const text =
    names.length === 0
      ? words.say('idea.joined', { count })
      : words.say('idea.joined.by', { count, names: names.join(', ') })
  return [{ icon: 'Merge', text }]
}

/** Characters quoted of another idea. */
const BESIDE = 120

function sourceFact(words: Words, { source }: IdeaNamed): Facts {
  if (!source) return []
  const letters = [...source.text]
  const text = letters.length > BESIDE ? `${letters.slice(0, BESIDE - 1).join('')}…` : source.text
  return [{ icon: 'ArrowForward', text: words.say('idea.inspired-by', { text: safe(text) }) }]
}

/** « À l’atelier « Le lycée, demain », table 4 » */
function originFact(words: Words, { origin }: IdeaNamed): Facts {
  if (!origin) return []
  const title = safe(origin.title)
  const text =
    origin.table === undefined
      ? words.say('idea.origin', { title })
      : words.say('idea.origin.table', { title, table: safe(origin.table) })
  return [{ icon: 'PeopleCommunity', text }]
}

/** Where the idea comes from, and what follows: fixed unless corrected. */
export function originFacts(words: Words, idea: IdeaNamed, mine: boolean): Facts {
  return [
    ...authorFact(words, idea, mine),
    ...originFact(words, idea),
    ...joinedFact(words, idea),
    ...sourceFact(words, idea),
    ...stepFacts(words, idea.next),
  ]
}

export function supportsFact(words: Words, idea: IdeaNamed): Facts[number] {
  return { icon: 'ThumbLike', text: supportsText(words, idea) }
}

/** « 12 soutiens de 4 Directions, dont le vôtre » */
function ownSupportsFact(words: Words, idea: IdeaSeen): Facts[number] {
  const fact = supportsFact(words, idea)
  if (!idea.supported || idea.mine) return fact
  return { ...fact, text: words.say('idea.supports.yours', { supports: fact.text }) }
}

/** Until when it is to be answered. A card that everybody reads for weeks does not say whether that is past. */
export function dueFact(words: Words, { owed }: IdeaNamed, standing = false): Facts {
  if (!owed) return []
  return [{ icon: 'CalendarLtr', text: dueText(words, standing ? { ...owed, late: false } : owed) }]
}

/** The same with current counts, for one person. `supportsTold`: the first sentence says them already. */
export function factsOf(words: Words, idea: IdeaSeen, supportsTold = false): Facts {
  const comments = commentsText(words, idea)
  return [
    ...originFacts(words, idea, idea.mine),
    ...(supportsTold ? [] : [ownSupportsFact(words, idea)]),
    ...dueFact(words, idea),
    ...(comments === undefined ? [] : [{ icon: 'Comment', text: comments }]),
  ]
}
