import type { Choices } from './call.ts'

/** What a new feature is called, in each spelling that its files need. */
export type Names = {
  /** As it was given, and capitalised: `stories`, `Stories`. */
  readonly name: string
  readonly Name: string
  /** One of them: `story`, `Story`, `STORY`. The table is called so too. */
  readonly one: string
  readonly One: string
  readonly ONE: string
  /** What is typed for it, in French and in English. */
  readonly fr: string
  readonly en: string
}

/** What a new room is called. What it exports bears the name of its feature too: a room of another may be called the same. */
export type RoomNames = {
  readonly feature: string
  /** As it was given, and capitalised: `late-seats`, `LateSeats`. */
  readonly name: string
  readonly Name: string
  /** `workshopLateSeats`, `WorkshopLateSeats`, `WORKSHOP_LATE_SEATS`. */
  readonly part: string
  readonly Part: string
  readonly PART: string
  /** What its words begin with: `workshop-late-seats`. */
  readonly key: string
}

/** Verbs of cards begin with it: they take letters alone. */
const NAME = /^[a-z]+$/
const ROOM = /^[a-z]+(?:-[a-z]+)*$/
/** Words that say nothing of what is inside: test/architecture.spec.ts refuses them. */
const EMPTY = /(?:manager|util|helper|service)s?$|(?:^|-)(?:common|misc|shared|core)s?$/

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const oneOf = (name: string) => name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')

/** What stands before a text that is typed: it is read up to the first space. */
const WORD = /^\p{Ll}{1,30}(?:-\p{Ll}{1,30})?$/u

function wordOf(typed: string): string {
  const word = typed.normalize('NFC')
  if (WORD.test(word)) return word
  throw new Error(
    `« ${typed} » is no word to type: one in lower case, with a hyphen at most, such as « remercier »`,
  )
}

/** `word` and `fr`: what is typed for it in English and French, its name unless told. @throws Error with a sentence, where one is none */
export function namesOf(name: string, { word = name, fr = name }: Pick<Choices, 'word' | 'fr'> = {}): Names {
  if (!NAME.test(name) || EMPTY.test(name))
    throw new Error(`« ${name} » is no name: one noun in lower case, letters alone, such as « thanks »`)
  const one = oneOf(name)
  const spelled = { name, Name: capital(name), one, One: capital(one), ONE: one.toUpperCase() }
  return { ...spelled, fr: wordOf(fr), en: wordOf(word) }
}

/** @throws Error with a sentence, where `name` is none */
export function roomNamesOf(feature: string, name: string): RoomNames {
  if (!ROOM.test(name) || EMPTY.test(name))
    throw new Error(
      `« ${name} » is no name of a room: a noun in lower case, its words joined by hyphens, such as « late-seats »`,
    )
  const one = oneOf(feature)
  const Name = name.split('-').map(capital).join('')
  const Part = capital(one) + Name
  return {
    feature,
    name,
    Name,
    part: one + Name,
    Part,
    PART: `${one}-${name}`.toUpperCase().replaceAll('-', '_'),
    key: `${one}-${name}`,
  }
}
