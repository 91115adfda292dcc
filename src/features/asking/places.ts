import { distance } from '../../search/edit-distance.ts'
import { isTelling, languageOf, stemOf } from '../../search/stemming.ts'
import type { Axis, Direction } from '../programme/index.ts'
import { type Read, type Token, tokensOf } from './tokens.ts'
import { AXIS_OPENINGS, DIRECTION_OPENINGS, ONES_OWN } from './vocabulary.ts'

/** Words of a name that are read after its opening. */
const NAME_LENGTH = 8
/** Letters that forgive a slip. */
const FORGIVING = 5
/** Letters of an acronym at least: shorter ones are words. */
const ACRONYM = 3

/** Words of a text that name something, folded. */
function tellingIn(text: string): readonly string[] {
  const words = tokensOf(text).map(({ word }) => word)
  const language = languageOf(words)
  return words.filter(word => isTelling(word, language) && !DIRECTION_OPENINGS.has(word))
}

function isNear(word: string, other: string): boolean {
  if (word === other || stemOf(word, 'fr') === stemOf(other, 'fr')) return true
  const least = Math.min(word.length, other.length)
  return least >= FORGIVING && word[0] === other[0] && distance(word, other) <= 1
}

type Name = { readonly id: string; readonly words: readonly string[] }

/** The one name that holds most of the words after the token at `at`; undefined where two hold as many. */
function namedAfter(tokens: readonly Token[], at: number, names: readonly Name[]): Read<string> | undefined {
  const after = tokens.slice(at + 1, at + 1 + NAME_LENGTH)
  const scored = names.map(({ id, words }) => {
    let [held, length] = [0, 0]
    for (const [place, { word }] of after.entries()) {
      const holds = words.some(each => isNear(word, each))
      if (!holds && isTelling(word, 'fr')) break
      if (holds) [held, length] = [held + 1, place + 1]
    }
    return { id, held, length: length + 1, rest: words.length - held }
  })
  const [best, second] = scored.toSorted((one, other) => other.held - one.held || one.rest - other.rest)
  if (!best || best.held === 0) return undefined
  if (second && second.held === best.held && second.rest === best.rest) return undefined
  return { value: best.id, at, length: best.length }
}

function openedBy(openings: ReadonlySet<string>, tokens: readonly Token[], names: readonly Name[]) {
  for (const [at, { word }] of tokens.entries()) {
    const found = openings.has(word) ? namedAfter(tokens, at, names) : undefined
    if (found) return found
  }
  return undefined
}

/** Where all of some words stand one after the other. */
function standing(tokens: readonly Token[], words: readonly string[]): number {
  return tokens.findIndex((_, at) => words.every((word, place) => tokens[at + place]?.word === word))
}

/** The axis that a question names: « axe équipe », or its whole title. */
export function axisIn(
  tokens: readonly Token[],
  axes: readonly Pick<Axis, 'id' | 'title' | 'words'>[],
): Read<string> | undefined {
  for (const { id, title } of axes)
    for (const text of [title.fr, title.en]) {
      const words = tokensOf(text).map(({ word }) => word)
      const at = words.length > 1 ? standing(tokens, words) : -1
      const opened = AXIS_OPENINGS.has(tokens[at - 1]?.word ?? '') ? 1 : 0
      if (at >= 0) return { value: id, at: at - opened, length: words.length + opened }
    }
  const titles = axes.map(({ id, title }) => ({ id, words: tellingIn(`${title.fr} ${title.en}`) }))
  const words = axes.map(axis => ({
    id: axis.id,
    words: [...(axis.words?.fr ?? []), ...(axis.words?.en ?? [])].flatMap(tellingIn),
  }))
  return openedBy(AXIS_OPENINGS, tokens, titles) ?? openedBy(AXIS_OPENINGS, tokens, words)
}

/** « DRH »: the first letters of a name, where it is the only one with them. */
function acronymIn(tokens: readonly Token[], directions: readonly Direction[]): Read<string> | undefined {
  const byLetters = Map.groupBy(
    directions,
    ({ name }) =>
      `d${tellingIn(name)
        .map(word => word[0])
        .join('')}`,
  )
  for (const [at, { word }] of tokens.entries()) {
    const [found, second] = byLetters.get(word) ?? []
    if (word.length >= ACRONYM && found && !second) return { value: found.id, at, length: 1 }
  }
  return undefined
}

/** The Direction that a question names, by slips too; « ma Direction » is `own`. */
export function directionIn(
  tokens: readonly Token[],
  directions: readonly Direction[],
  own: string | undefined,
): Read<string> | undefined {
  const names = directions.map(({ id, name }) => ({ id, words: tellingIn(name) }))
  const found = openedBy(DIRECTION_OPENINGS, tokens, names) ?? acronymIn(tokens, directions)
  if (found) return found
  const at = tokens.findIndex(
    ({ word }, place) => ONES_OWN.has(word) && DIRECTION_OPENINGS.has(tokens[place + 1]?.word ?? ''),
  )
  return own === undefined || at < 0 ? undefined : { value: own, at, length: 2 }
}
