import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Measure } from '../../../kernel/personal-data/measure.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { DirectionMembership } from './direction.ts'
import {
  actorOf,
  checkLanguage,
  type LanguageChoice,
  PERSON_PERMISSIONS,
  type Person,
  type RoleGrant,
  type RoleSource,
} from './domain.ts'

/** Fields set one by one; a role is set by `grantRole`. */
export type PersonChange = Partial<Omit<Person, 'listed' | keyof DirectionMembership>>

export type PeopleStore = {
  readonly find: (tenant: string, objectId: string) => Promise<Person | undefined>
  /** In their order; undefined for an account that is not known. 100 at most. */
  readonly findAll: (
    accounts: readonly { readonly tenant: string; readonly objectId: string }[],
  ) => Promise<readonly (Person | undefined)[]>
  /** Inserts the person unless they exist. @returns the stored one */
  readonly add: (person: Person) => Promise<Person>
  readonly change: (id: string, change: PersonChange) => Promise<void>
  /** Like `byId`, locked until the transaction ends. */
  readonly lock: (id: string) => Promise<Person | undefined>
  readonly setDirection: (id: string, belonging: DirectionMembership) => Promise<void>
  /** Sets a role; `from` undefined: revoked. */
  readonly grantRole: (id: string, grant: RoleGrant, from: RoleSource | undefined) => Promise<void>
  readonly pilotOf: (direction: string) => Promise<Person | undefined>
  /** Deputies of the Direction's pilot: one, or a few in an older programme. */
  readonly deputiesOf: (direction: string) => Promise<readonly Person[]>
  /** True for the first caller only. */
  readonly claimWelcome: (id: string, at: number) => Promise<boolean>
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly byId: (id: string) => Promise<Person | undefined>
  /** Stores the first participation; later calls change nothing. */
  readonly tookPart: (ids: readonly string[], at: number) => Promise<void>
  /**
   * Number of participants, each where they were then, '' for none: moved by who comes and goes, a count would tell who makes
   * it move where its thresholds are.
   */
  readonly participants: () => Promise<readonly { readonly direction: string; readonly count: number }[]>
  readonly withRole: (role: Role, limit: number) => Promise<readonly Person[]>
}

type Parts = {
  readonly store: (
    tx: Tx,
  ) => Pick<PeopleStore, 'byId' | 'change' | 'claimWelcome' | 'names' | 'participants' | 'tookPart'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly languages: readonly LanguageChoice[]
}

export type PersonUsecases = ReturnType<typeof personUsecases>

/** Known people: language, names, first participation, welcome. */
export function personUsecases({ store, transact, read, note, clock, languages }: Parts) {
  const asActor = (person: Person): Actor => actorOf(person, clock.now())

  const change = (actor: Actor, what: PersonChange): Promise<Actor> =>
    transact(async tx => {
      await store(tx).change(actor.id, what)
      const person = await store(tx).byId(actor.id)
      return person ? asActor(person) : actor
    })

  return {
    /** @throws Refusal `language-unknown` for one that is not offered, or no longer */
    async chooseLanguage(actor: Actor, language: string): Promise<Actor> {
      permit(PERSON_PERMISSIONS.chooseLanguage, actor.role, 'own')
      return change(actor, { language: checkLanguage(language, languages), languageChosen: true })
    },

    /** Follows the client's language again; `language` is its current one. */
    async followClient(actor: Actor, language: Language): Promise<Actor> {
      permit(PERSON_PERMISSIONS.chooseLanguage, actor.role, 'own')
      return change(actor, { language, languageChosen: false })
    },

    /** Whether the person's texts are kept from any language model. Idempotent. */
    async optOutOfAi(actor: Actor, isOut: boolean): Promise<Actor> {
      permit(PERSON_PERMISSIONS.optOutOfAi, actor.role, 'own')
      return change(actor, { aiOptOut: isOut })
    },

    /** Records, in an act's transaction, that these people took part: only the first time of each counts. */
    tookPart: (tx: Tx, ...ids: readonly string[]): Promise<void> => store(tx).tookPart(ids, clock.now()),

    /** What the daily figures count of people. */
    measures: [
      {
        name: 'participants',
        count: async (tx: Tx) =>
          (await store(tx).participants()).map(cell => ({ ...cell, axis: '', state: '' })),
      },
    ] satisfies readonly Measure[],

    /** Schedules the welcome, once per person however often Teams reports the install. */
    welcome: (actor: Actor): Promise<void> =>
      transact(async tx => {
        if (!(await store(tx).claimWelcome(actor.id, clock.now()))) return
        await note(tx, { kind: 'people.arrived', payload: { person: actor.id } })
      }),

    /** Names by id, without erased people. At most 100 ids. */
    names: (wanted: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      read(tx => store(tx).names(wanted)),

    /** A person as an actor, for background jobs. */
    async actor(id: string): Promise<Actor | undefined> {
      const person = await read(tx => store(tx).byId(id))
      return person && asActor(person)
    },
  }
}
