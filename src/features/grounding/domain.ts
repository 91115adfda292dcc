import type { WholeLanguage } from '../../kernel/text/language.ts'
import { cleanLine } from '../../kernel/text/text.ts'
import { type CitedTexts, citedBy } from './citing.ts'
import {
  faultsOf,
  isDoubtful,
  MOST_CITED,
  SENTENCE_LENGTH,
  type SentenceForm,
  withoutSlots,
} from './faults.ts'
import { addsNoName } from './names.ts'
import { hasForeignLetters } from './wording.ts'

/** A sentence of a language model, and the texts that it stands on, by their aliases. It is untrusted text all the same. */
export type Point = {
  readonly text: string
  /** One to eight, each once. */
  readonly ideas: readonly string[]
  /** It shares hardly a word with them, or says no where they do not, or the other way round: to be checked first. */
  readonly doubtful: boolean
}

type Unread = { readonly text: string; readonly ideas: readonly string[] }

/** An object of exactly these two fields, as JSON has it: nothing is inherited. */
function readPoint(value: unknown): Unread | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if (Reflect.ownKeys(value).toSorted().join() !== 'ideas,text') return undefined
  const { text, ideas } = value as { readonly text: unknown; readonly ideas: unknown }
  if (typeof text !== 'string' || !Array.isArray(ideas)) return undefined
  if (ideas.length < 1 || ideas.length > MOST_CITED) return undefined
  return ideas.every(each => typeof each === 'string') ? { text, ideas } : undefined
}

function acceptPoint(value: unknown, given: CitedTexts, form: SentenceForm): Point | undefined {
  const point = readPoint(value)
  if (!point || point.text.length > 4 * SENTENCE_LENGTH) return undefined
  if (hasForeignLetters(withoutSlots(point.text, form.slots))) return undefined
  const [text, ideas] = [cleanLine(point.text), [...new Set(point.ideas)]]
  const cited = citedBy(ideas, given)
  if (!cited || text === '' || faultsOf(text, cited, form).length > 0) return undefined
  if (!addsNoName(withoutSlots(text, form.slots), cited.join('\n'))) return undefined
  return { text, ideas, doubtful: isDoubtful(text, cited, form.slots) }
}

/**
 * Of what a model answered, whatever it is, the sentences in which code finds nothing that their texts do not hold: no other
 * id, quotation, number, quantity or name, no link, mention or markup, in the language asked for. The others are dropped whole; a
 * sentence said twice counts once. `slots`: names that may stand in braces, for code to fill. What is left may still be wrong: it stands beside what it cites, for a person to judge.
 */
export function acceptedPoints(
  said: readonly unknown[],
  given: CitedTexts,
  language: WholeLanguage,
  slots: readonly string[] = [],
): readonly Point[] {
  const points = new Map<string, Point>()
  for (const value of said) {
    const point = acceptPoint(value, given, { language, slots })
    if (point && !points.has(point.text)) points.set(point.text, point)
  }
  return [...points.values()]
}
