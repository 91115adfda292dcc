import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Measure } from '../../kernel/figure.ts'
import type { Ids } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Fact, Note } from '../../kernel/outbox.ts'
import { permit, type Role } from '../../kernel/permission.ts'
import { cleanLine } from '../../kernel/text.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import { actorOf, checkDirection, NAME_LIMIT, PERMISSIONS, type Person } from './domain.ts'

export type PeopleStore = {
  readonly find: (tenant: string, objectId: string) => Promise<Person | undefined>
  /** Adds the person unless somebody just did; answers who stands. */
  readonly add: (person: Person) => Promise<Person>
  readonly change: (id: string, change: Partial<Omit<Person, 'id'>>) => Promise<void>
  /** `true` for the first caller only. */
  readonly claimWelcome: (id: string, at: number) => Promise<boolean>
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly byId: (id: string) => Promise<Person | undefined>
  /** Keeps the first moment. */
  readonly tookPart: (id: string, at: number) => Promise<void>
  /** People who took part, by Direction. */
  readonly participants: () => Promise<readonly { readonly direction: string; readonly count: number }[]>
  readonly withRole: (role: Role, limit: number) => Promise<readonly Person[]>
  readonly unreachable: () => Promise<number>
}

/** Ten times the pilots of a region. */
const PILOTS = 500

export type Greeting = {
  readonly tenant: string
  readonly objectId: string
  /** As Teams or the token gives it; may be empty. */
  readonly name: string
  /** First guess of the language, used until the person chooses. */
  readonly language: Language
  readonly chat?: string
}

type Parts = {
  readonly store: (tx: Tx) => PeopleStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly ids: Ids
  readonly note: Note
  readonly directions: readonly { readonly id: string }[]
  /** Object ids that hold the organiser role from the start. */
  readonly organisers: readonly string[]
}

export type PeopleUsecases = ReturnType<typeof peopleUsecases>

/** What a greeting changes about somebody known; empty most of the time, so that reading is all it takes. */
function changesOf(known: Person, greeting: Greeting, organiser: boolean): Partial<Omit<Person, 'id'>> {
  const name = nameOf(greeting)
  return {
    ...(name !== '' && name !== known.name && { name }),
    ...(greeting.chat !== undefined && greeting.chat !== known.chat && { chat: greeting.chat }),
    ...roleChange(known.role, organiser),
  }
}

/** The operator's list is the only way to be an organiser: who has left it is an agent again. */
function roleChange(role: Role, organiser: boolean): { role?: Role } {
  if (organiser) return role === 'organiser' ? {} : { role: 'organiser' }
  return role === 'organiser' ? { role: 'agent' } : {}
}

function nameOf(greeting: Greeting): string {
  return cleanLine(greeting.name).slice(0, NAME_LIMIT).trim()
}

export function peopleUsecases({ store, transact, read, clock, ids, note, directions, organisers }: Parts) {
  const change = (actor: Actor, what: Partial<Omit<Person, 'id'>>, fact?: Fact): Promise<Actor> =>
    transact(async tx => {
      if (fact) await note(tx, fact)
      await store(tx).change(actor.id, what)
      const person = await store(tx).byId(actor.id)
      return person ? actorOf(person) : actor
    })

  return {
    /** Who this is; somebody seen for the first time is taken note of. One read when nothing changed. */
    async greet(greeting: Greeting): Promise<Actor> {
      const { tenant, objectId } = greeting
      const organiser = organisers.includes(objectId)
      const known = await read(tx => store(tx).find(tenant, objectId))
      if (known && Object.keys(changesOf(known, greeting, organiser)).length === 0) return actorOf(known)
      return transact(async tx => {
        const person = await store(tx).add({
          id: ids.next(),
          tenant,
          objectId,
          name: nameOf(greeting),
          role: organiser ? 'organiser' : 'agent',
          language: greeting.language,
          languageChosen: false,
          ...(greeting.chat !== undefined && { chat: greeting.chat }),
          leads: [],
          createdAt: clock.now(),
        })
        const changes = changesOf(person, greeting, organiser)
        if (Object.keys(changes).length > 0) await store(tx).change(person.id, changes)
        return actorOf({ ...person, ...changes })
      })
    },

    /** @throws Refusal `direction-unknown` */
    async chooseDirection(actor: Actor, direction: string): Promise<Actor> {
      permit(PERMISSIONS.chooseDirection, actor.role, 'own')
      const chosen = checkDirection(direction, directions)
      // What was done before the Direction was known is counted under it by those who count.
      const payload = { person: actor.id, direction: chosen }
      return change(actor, { direction: chosen }, { kind: 'people.direction-chosen', payload })
    },

    async chooseLanguage(actor: Actor, language: Language): Promise<Actor> {
      permit(PERMISSIONS.chooseLanguage, actor.role, 'own')
      return change(actor, { language, languageChosen: true })
    },

    /** Takes the choice back: `language` is what their client speaks now. */
    async followClient(actor: Actor, language: Language): Promise<Actor> {
      permit(PERMISSIONS.chooseLanguage, actor.role, 'own')
      return change(actor, { language, languageChosen: false })
    },

    /**
     * Gives a role, and the Directions that a pilot or manager answers for. Called at start and by imports, never
     * from a conversation: whoever corrects their own Direction gains no right over it.
     */
    assignRole: (id: string, role: Role, leads: readonly string[] = []): Promise<void> =>
      transact(tx => store(tx).change(id, { role, leads })),

    /** Takes note, in the transaction of an act, that the person took part: the first time counts. */
    tookPart: (tx: Tx, id: string): Promise<void> => store(tx).tookPart(id, clock.now()),

    /** Pilots, those of one Direction or all; the first 500. */
    async pilots(direction?: string): Promise<readonly Actor[]> {
      const found = (await read(tx => store(tx).withRole('pilot', PILOTS))).map(actorOf)
      return direction === undefined ? found : found.filter(({ leads = [] }) => leads.includes(direction))
    },

    /** People known here to whom the bot cannot write: about the installation, exact, for organisers only. */
    unreachable: (): Promise<number> => read(tx => store(tx).unreachable()),

    /** What the daily figures count of people. */
    measures: [
      {
        name: 'participants',
        count: async (tx: Tx) =>
          (await store(tx).participants()).map(cell => ({ ...cell, axis: '', state: '' })),
      },
    ] satisfies readonly Measure[],

    /** Once in a person's life, however often Teams tells of the install: notes that they are to be welcomed. */
    welcome: (actor: Actor): Promise<void> =>
      transact(async tx => {
        if (!(await store(tx).claimWelcome(actor.id, clock.now()))) return
        await note(tx, { kind: 'people.arrived', payload: { person: actor.id } })
      }),

    /** Names by id; somebody erased is absent. At most 100 ids. */
    names: (wanted: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      read(tx => store(tx).names(wanted)),

    /** Somebody as they may act, for what happens without them. */
    async actor(id: string): Promise<Actor | undefined> {
      const person = await read(tx => store(tx).byId(id))
      return person && actorOf(person)
    },

    /** Opaque address of somebody's chat with the bot, when there is one. */
    chatOf: (id: string): Promise<string | undefined> => read(async tx => (await store(tx).byId(id))?.chat),
  }
}
