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
}

/** Verbs of cards begin with it: they take letters alone. */
const NAME = /^[a-z]+$/
const ROOM = /^[a-z]+(?:-[a-z]+)*$/
/** Words that say nothing of what is inside: test/architecture.spec.ts refuses them. */
const EMPTY = /(?:manager|util|helper|service)s?$|(?:^|-)(?:common|misc|shared|core)s?$/

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const oneOf = (name: string) => name.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')

/** @throws Error with a sentence, where it is no name */
export function namesOf(name: string): Names {
  if (!NAME.test(name) || EMPTY.test(name))
    throw new Error(`« ${name} » is no name: one noun in lower case, letters alone, such as « thanks »`)
  const one = oneOf(name)
  return { name, Name: capital(name), one, One: capital(one), ONE: one.toUpperCase() }
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
  }
}
