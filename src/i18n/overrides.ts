import { type WrongSaid, wrong } from '../kernel/errors/method-faults.ts'
import { LANGUAGES, type WholeLanguage } from '../kernel/text/language.ts'
import { MessageFault, valuesOf } from './message-values.ts'
import { KEYS, messageAt, type WordOverrides } from './words.ts'

type WordFault = {
  readonly language: WholeLanguage
  readonly key: string
  readonly said: WrongSaid
  /** A suggestion: a similar key of the catalogue with its text. */
  readonly right: readonly [key: string, text: string]
}

function beginsAlike(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/** The most similar key of the catalogue. */
export function nearest(key: string): string {
  return KEYS.reduce((best, each) => (beginsAlike(each, key) > beginsAlike(best, key) ? each : best))
}

function names(values: Iterable<string>): string {
  return [...values].map(name => `{${name}}`).join(', ')
}

function valuesWrong(wanted: string, given: string): WrongSaid {
  if (wanted === '') return wrong('word-plain', { given })
  return given === '' ? wrong('word-lacks', { wanted }) : wrong('word-values', { wanted, given })
}

/** Why `text` cannot replace the catalogue's own text. */
export function faultIn(text: string, own: string): WrongSaid | undefined {
  const wanted = valuesOf(own)
  try {
    const given = valuesOf(text)
    const missing = [...wanted.keys()].filter(name => !given.has(name))
    const unknown = [...given.keys()].filter(name => !wanted.has(name))
    if (missing.length + unknown.length > 0) return valuesWrong(names(wanted.keys()), names(given.keys()))
    const counted = [...given].find(([name, kind]) => kind === 'plural' && wanted.get(name) === 'plain')
    return counted && wrong('word-number', { value: `{${counted[0]}}` })
  } catch (fault) {
    if (fault instanceof MessageFault) return fault.said
    throw fault
  }
}

/** Validation errors of the overrides. */
export function wordFaults(overrides: WordOverrides): WordFault[] {
  const known = new Set<string>(KEYS)
  return LANGUAGES.flatMap(language =>
    Object.entries(overrides[language]).flatMap(([key, text]): WordFault[] => {
      const at = known.has(key) ? key : nearest(key)
      const own = messageAt(at, language) ?? ''
      const said = known.has(key) ? faultIn(text, own) : wrong('word-unknown')
      return said === undefined ? [] : [{ language, key, said, right: [at, own] }]
    }),
  )
}
