import { LANGUAGES, type Language } from '../kernel/language.ts'
import { MessageFault, valuesOf } from './message-values.ts'
import { KEYS, messageAt, type Overrides } from './words.ts'

export type WordFault = {
  readonly language: Language
  readonly key: string
  /** What is wrong, in a sentence's end. */
  readonly what: string
  /** A key of the catalogue and its own text: as it could be. */
  readonly right: readonly [key: string, text: string]
}

function beginsAlike(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/** The key of the catalogue that begins most like this one. */
function nearest(key: string): string {
  return KEYS.reduce((best, each) => (beginsAlike(each, key) > beginsAlike(best, key) ? each : best))
}

function names(values: Iterable<string>): string {
  return [...values].map(name => `{${name}}`).join(', ') || 'no value'
}

/** What keeps `text` from standing where the catalogue's own text stands. */
function faultIn(text: string, own: string): string | undefined {
  const wanted = valuesOf(own)
  try {
    const given = valuesOf(text)
    const missing = [...wanted.keys()].filter(name => !given.has(name))
    const unknown = [...given.keys()].filter(name => !wanted.has(name))
    if (missing.length + unknown.length > 0)
      return `must hold ${names(wanted.keys())}, and holds ${names(given.keys())}`
    const counted = [...given].find(([name, kind]) => kind === 'plural' && wanted.get(name) === 'plain')
    return counted && `{${counted[0]}} is no number to choose a plural by`
  } catch (fault) {
    if (fault instanceof MessageFault) return fault.message
    throw fault
  }
}

/** Everything in the overrides that cannot be said. */
export function wordFaults(overrides: Overrides): WordFault[] {
  const known = new Set<string>(KEYS)
  return LANGUAGES.flatMap(language =>
    Object.entries(overrides[language]).flatMap(([key, text]): WordFault[] => {
      const at = known.has(key) ? key : nearest(key)
      const own = messageAt(at, language) ?? ''
      const what = known.has(key) ? faultIn(text, own) : 'is no key of the catalogue'
      return what === undefined ? [] : [{ language, key, what, right: [at, own] }]
    }),
  )
}
