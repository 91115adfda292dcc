/** What a new feature is called, in each spelling that its files need. */
export type Names = {
  /** As it was given, and capitalised: `stories`, `Stories`. */
  readonly name: string
  readonly Name: string
  /** One of them: `story`, `Story`, `STORY`. The table is called so too. */
  readonly one: string
  readonly One: string
  readonly ONE: string
}

/** Verbs of cards begin with it: they take letters alone. */
const NAME = /^[a-z]+$/
/** Words that say nothing of what is inside: test/architecture.spec.ts refuses them. */
const EMPTY = /(manager|util|helper|service)s?$/

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** @throws Error with a sentence, where it is no name */
export function namesOf(name: string): Names {
  if (!NAME.test(name) || EMPTY.test(name))
    throw new Error(`« ${name} » is no name: one noun in lower case, letters alone, such as « thanks »`)
  const one = name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')
  return { name, Name: capital(name), one, One: capital(one), ONE: one.toUpperCase() }
}
