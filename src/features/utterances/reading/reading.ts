import { capitalised, cleanLine } from '../../../kernel/text/text.ts'
import {
  ASKING,
  ASTRAY,
  COMMITMENT_OPENINGS,
  COMMITTING,
  DISCONTENT,
  GREETING,
  GREETING_OPENINGS,
  IDEA_OPENINGS,
  PROPOSING,
  THANKS,
} from './cues.ts'
import { begins, holds, wordsOfMessage } from './phrases.ts'

/**
 * What a message seems to be: it decides the order of what is offered, never whether it may be done. `nothing`: no words to
 * make anything of.
 */
export type UtteranceKind =
  | 'greeting'
  | 'thanks'
  | 'nothing'
  | 'discontent'
  | 'commitment'
  | 'proposal'
  | 'question'
  | 'sentence'

/** Words that may follow a greeting or thanks: more of them say something else. */
const FEW = 9
/** Digits of a telephone number, and words that may stand around one. */
const NUMBER = 8
const BESIDE_NUMBER = 3
/** As many consonants in a row are in no word. */
const TYPED_BLINDLY = /[bcdfghjklmnpqrstvwxz]{6}/u
const LINK = /^https?:\/\/\S+$/iu
const QUESTION = /\?\s*$/u

function isEmpty(text: string, words: readonly string[]): boolean {
  const said = words.filter(word => /\p{L}{2}/u.test(word))
  const digits = words.join('').replace(/\D/gu, '').length
  return (
    said.length === 0 ||
    (said.length === 1 && said.every(word => word.length < 5)) ||
    (digits >= NUMBER && said.length <= BESIDE_NUMBER) ||
    (said.length <= BESIDE_NUMBER && said.some(word => TYPED_BLINDLY.test(word))) ||
    LINK.test(text)
  )
}

export function readingOf(typed: string): UtteranceKind {
  const text = cleanLine(typed)
  const words = wordsOfMessage(text)
  const proposes = holds(PROPOSING, words)
  const commits = holds(COMMITTING, words)
  const asks = QUESTION.test(text.slice(-10)) || begins(ASKING, words)
  const short = words.length <= FEW && !proposes
  if (short && !commits && begins(GREETING, words)) return 'greeting'
  if (short && holds(THANKS, words)) return 'thanks'
  if (isEmpty(text, words) || (short && holds(ASTRAY, words))) return 'nothing'
  if (!proposes && holds(DISCONTENT, words)) return 'discontent'
  if (commits && !begins(PROPOSING, words)) return 'commitment'
  if (proposes) return 'proposal'
  return asks ? 'question' : 'sentence'
}

/** The words of an idea: without a greeting before them, nor « j’ai une idée : ». */
export function ideaWords(text: string): string {
  return capitalised(cleanLine(text).replace(GREETING_OPENINGS, '').replace(IDEA_OPENINGS, ''))
}

/** The words of a commitment, after « Je m’engage à ». */
export function commitmentWords(text: string): string {
  return capitalised(cleanLine(text).replace(GREETING_OPENINGS, '').replace(COMMITMENT_OPENINGS, ''))
}
