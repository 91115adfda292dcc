import { fold } from '../../kernel/text/text.ts'
import { stemsOf } from '../../search/stemming.ts'
import { EVERYDAY, STOP_WORDS } from '../../search/stop-words.ts'

const TOKEN = /[\p{L}\p{N}]+|[.!?…:;«»“”"]/gu
const SIGN = /^[.!?…:;«»“”"]$/u
const CAPITAL = /^\p{Lu}/u
const CAPITALS = /\p{Lu}.*\p{Lu}/u
/** How words end that begin a sentence and are seldom a name: verbs, and nouns made of them. */
const COMMON = /(?:er|ir|re|oir|tion|sion|ure|ment|age|ance|ence|ite|ing)$/u
/** Folded: other words that sentences on several texts begin with. */
const OPENINGS: ReadonlySet<string> = new Set(
  `acces agents besoin besoins deux trois quatre cinq six sept huit demande demandes enfin idees personnels
  salaries souhait souhaits usagers
  access employees everyone ideas less officers one others open people requests several someone staff two three four
  five users`.split(/\s+/),
)

const isOrdinary = (word: string) =>
  STOP_WORDS.fr.has(word) ||
  STOP_WORDS.en.has(word) ||
  EVERYDAY.has(word) ||
  OPENINGS.has(word) ||
  COMMON.test(word)

/**
 * Whether a text holds no capitalised word that the original does not: no name, no acronym. The first word of a sentence
 * passes where it is an ordinary one; a first name that looks like one passes too.
 */
export function addsNoName(text: string, original: string): boolean {
  const tokens = text.match(TOKEN) ?? []
  const words = new Set(fold(original).match(/[\p{L}\p{N}]+/gu))
  const stems = new Set(stemsOf(original))
  return tokens.every((token, at) => {
    const word = fold(token)
    if (!CAPITAL.test(token) || words.has(word)) return true
    const begins = at === 0 || SIGN.test(tokens[at - 1] ?? '')
    const isKnown = isOrdinary(word) || stemsOf(word).some(stem => stems.has(stem))
    return begins && !CAPITALS.test(token) && isKnown
  })
}
