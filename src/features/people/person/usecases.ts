import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import type { Measure } from '../../../kernel/personal-data/measure.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { DirectionMembership } from './direction.ts'
import { actorOf, PERSON_PERMISSIONS, type Person, type RoleGrant, type RoleSource } from './domain.ts'

/** What is set one by one; a role has its own way, see `grantRole`. */
export type PersonChange = Partial<Omit<Person, 'listed' | keyof DirectionMembership>>

export type PeopleStore = {
  readonly find: (tenant: string, objectId: string) => Promise<Person | undefined>
  /** Adds the person unless somebody just did; answers who stands. */
  readonly add: (person: Person) => Promise<Person>
  readonly change: (id: string, change: PersonChange) => Promise<void>
  /** As `byId`; nobody else changes them until the transaction ends. */
  readonly lock: (id: string) => Promise<Person | undefined>
  readonly setDirection: (id: string, belonging: DirectionMembership) => Promise<void>
  /** Gives a role; `from` undefined: nobody gives it. */
  readonly grantRole: (id: string, grant: RoleGrant, from: RoleSource | undefined) => Promise<void>
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

type Parts = {
  readonly store: (
    tx: Tx,
  ) => Pick<PeopleStore, 'byId' | 'change' | 'claimWelcome' | 'names' | 'participants' | 'tookPart'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
}

export type PersonUsecases = ReturnType<typeof personUsecases>

/** Somebody known here: their language, their name, whether they took part, and their first welcome. */
export function personUsecases({ store, transact, read, note, clock }: Parts) {
  const asActor = (person: Person): Actor => actorOf(person, clock.now())

  const change = (actor: Actor, what: PersonChange): Promise<Actor> =>
    transact(async tx => {
      await store(tx).change(actor.id, what)
      const person = await store(tx).byId(actor.id)
      return person ? asActor(person) : actor
    })

  return {
    async chooseLanguage(actor: Actor, language: Language): Promise<Actor> {
      permit(PERSON_PERMISSIONS.chooseLanguage, actor.role, 'own')
      return change(actor, { language, languageChosen: true })
    },

    /** Takes the choice back: `language` is what their client speaks now. */
    async followClient(actor: Actor, language: Language): Promise<Actor> {
      permit(PERSON_PERMISSIONS.chooseLanguage, actor.role, 'own')
      return change(actor, { language, languageChosen: false })
    },

    /** Takes note, in the transaction of an act, that the person took part: the first time counts. */
    tookPart: (tx: Tx, id: string): Promise<void> => store(tx).tookPart(id, clock.now()),

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
