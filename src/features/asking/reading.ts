import type { Actor } from '../../kernel/access/actor.ts'
import { isTelling, languageOf } from '../../search/stemming.ts'
import { EVERYDAY } from '../../search/stop-words.ts'
import { type Term, termOf } from '../../search/terms.ts'
import type { Programme } from '../programme/index.ts'
import type { AskedKind, Question } from './domain.ts'
import { periodIn } from './periods.ts'
import { axisIn, directionIn } from './places.ts'
import { findPhrase, type Read, type Token, tokensOf, withoutSpan } from './tokens.ts'
import { GROUPS, KINDS, ONES_OWN, QUESTION_WORDS } from './vocabulary.ts'

/** Words of one question that are looked for. */
const MOST = 12

/** What is left of a question when its filters are read: what it is about. */
function termsIn(tokens: readonly Token[], all: readonly Token[]): readonly Term[] {
  const language = languageOf(all.map(({ word }) => word))
  const telling = tokens.filter(
    ({ word }) => isTelling(word, language) && !QUESTION_WORDS.has(word) && !EVERYDAY.has(word),
  )
  const terms = new Map(telling.map(({ typed, word }) => [word, termOf(typed)]))
  return [...terms.values()].slice(0, MOST)
}

/** Reads a question: filters by their words, and what is left as words to search for. */
export function readQuestion(
  text: string,
  { direction }: Pick<Actor, 'direction'>,
  programme: Pick<Programme, 'axes' | 'directions' | 'zone'>,
  now: number,
): Question {
  const all = tokensOf(text)
  let left = all
  const take = <T>(found: Read<T> | undefined): T | undefined => {
    if (found) left = withoutSpan(left, found)
    return found?.value
  }
  const place = take(directionIn(left, programme.directions, direction))
  const axis = take(axisIn(left, programme.axes))
  const period = take(periodIn(left, { now, zone: programme.zone }))
  const group = take(findPhrase(GROUPS, left))
  const kinds = new Set<AskedKind>()
  let mine = false
  for (let asked = findPhrase(KINDS, left); asked; asked = findPhrase(KINDS, left)) {
    mine ||= ONES_OWN.has(left[asked.at - 1]?.word ?? '')
    kinds.add(asked.value)
    take(asked)
  }
  const [kind, other] = kinds
  return {
    ...(kind !== undefined && other === undefined && { kind }),
    ...(mine && { mine: true as const }),
    ...(group !== undefined && { group }),
    ...(axis !== undefined && { axis }),
    ...(place !== undefined && { direction: place }),
    ...(period !== undefined && { period }),
    terms: termsIn(left, all),
  }
}
