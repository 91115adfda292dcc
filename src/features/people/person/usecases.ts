import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Measure } from '../../../kernel/personal-data/measure.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { type ContactParts, contacting, type Trace } from '../identification/email-matching-usecases.ts'
import { greetings } from '../identification/usecases.ts'
import { pilotUsecases } from '../pilots/usecases.ts'
import type { ReachFact } from '../reach/domain.ts'
import { type ReachStore, reaching } from '../reach/usecases.ts'
import type { Belonging } from './direction.ts'
import { belongingUsecases } from './direction-usecases.ts'
import { actorOf, PERMISSIONS, type Person, PILOTS, pilotedBy, type Seat, type Source } from './domain.ts'
import { seating } from './role-assignment-usecases.ts'

/** What is set one by one; a role has its own way, see `seat`. */
export type PersonChange = Partial<Omit<Person, 'listed' | keyof Belonging>>

export type PeopleStore = {
  readonly find: (tenant: string, objectId: string) => Promise<Person | undefined>
  /** Adds the person unless somebody just did; answers who stands. */
  readonly add: (person: Person) => Promise<Person>
  readonly change: (id: string, change: PersonChange) => Promise<void>
  /** As `byId`; nobody else changes them until the transaction ends. */
  readonly lock: (id: string) => Promise<Person | undefined>
  readonly belong: (id: string, belonging: Belonging) => Promise<void>
  /** Gives a role; `from` undefined: nobody gives it. */
  readonly seat: (id: string, seat: Seat, from: Source | undefined) => Promise<void>
  readonly pilotOf: (direction: string) => Promise<Person | undefined>
  /** Who stands in for the Direction's pilot: one, or the few that an older programme had. */
  readonly deputiesOf: (direction: string) => Promise<readonly Person[]>
  /** `true` for the first caller only. */
  readonly claimWelcome: (id: string, at: number) => Promise<boolean>
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly byId: (id: string) => Promise<Person | undefined>
  /** Keeps the first moment. */
  readonly tookPart: (id: string, at: number) => Promise<void>
  /** People who took part, by the Direction that counts at `now` (ms). */
  readonly participants: (
    now: number,
  ) => Promise<readonly { readonly direction: string; readonly count: number }[]>
  readonly withRole: (role: Role, limit: number) => Promise<readonly Person[]>
}

export type Greeting = Trace & {
  readonly tenant: string
  readonly objectId: string
  /** As Teams or the token gives it; may be empty. */
  readonly name: string
  /** First guess of the language, used until the person chooses. */
  readonly language: Language
  /** What their Teams speaks now, where it says so: it is followed by whoever chose none. */
  readonly client?: Language
  /** Opaque address of the chat with the bot, when they are in it. */
  readonly chat?: string
  /** Whom their page was opened by, as `pageMark` names them; absent: it begins, or there is none. */
  readonly as?: string
  /** What brings them there; absent: they write, now. */
  readonly came?: ReachFact
}

type Parts = ContactParts & {
  readonly reach: (tx: Tx) => ReachStore
  readonly audit: Audit
  readonly clock: Clock
  readonly zone: string
  readonly ids: Ids
  readonly directions: readonly { readonly id: string; readonly name: string }[]
  /** Object ids that hold the organiser role from the start. */
  readonly organisers: readonly string[]
}

export type PeopleUsecases = ReturnType<typeof peopleUsecases>

export function peopleUsecases(parts: Parts) {
  const { store, transact, read, clock, note, seated } = parts
  const contact = contacting(parts)
  const { seat, obeyOperator } = seating({ store, note, seated })
  const { usecases: reachUsecases, ...reach } = reaching(parts)

  const asActor = (person: Person): Actor => actorOf(person, clock.now())

  const change = (actor: Actor, what: PersonChange): Promise<Actor> =>
    transact(async tx => {
      await store(tx).change(actor.id, what)
      const person = await store(tx).byId(actor.id)
      return person ? asActor(person) : actor
    })

  return {
    ...greetings({ ...parts, contact, obeyOperator, reach }),

    /** Asks Teams for the e-mail of somebody met in a chat, while people are expected. */
    askWho: contact.ask,

    ...belongingUsecases(parts),

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
     * Gives a role, and the Directions that a pilot or manager answers for: whoever corrects their own Direction gains
     * no right over it. A Direction's pilot takes the place of the one before.
     */
    assignRole: (id: string, role: Role, leads: readonly string[] = []): Promise<void> =>
      transact(tx => seat(tx, id, { role, leads, deputy: false }, 'hand')),

    /** Takes note, in the transaction of an act, that the person took part: the first time counts. */
    tookPart: (tx: Tx, id: string): Promise<void> => store(tx).tookPart(id, clock.now()),

    /** Pilots, those of one Direction or all, and deputies where there is no pilot; the first 500. */
    async pilots(direction?: string): Promise<readonly Actor[]> {
      const all = await read(tx => store(tx).withRole('pilot', PILOTS))
      const piloted = new Set(all.map(pilotedBy))
      const found = all.filter(({ deputy, leads: [lead] }) => !deputy || !piloted.has(lead)).map(asActor)
      return direction === undefined ? found : found.filter(({ leads = [] }) => leads.includes(direction))
    },

    ...reachUsecases,

    /** How many Directions have no pilot. */
    unpiloted: pilotUsecases(parts).unpiloted,

    /** What the daily figures count of people. */
    measures: [
      {
        name: 'participants',
        count: async (tx: Tx) =>
          (await store(tx).participants(clock.now())).map(cell => ({ ...cell, axis: '', state: '' })),
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
      return person && asActor(person)
    },
  }
}
