import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { done, gather } from '../../../kernel/storage/gathering.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { actorOf as actorFrom, checkPage, NAME_LIMIT, type Person } from '../person/domain.ts'
import { metAt } from '../person/reach-state.ts'
import type { PeopleStore, PersonChange } from '../person/usecases.ts'
import { after, type ReachFact } from '../reach/domain.ts'
import type { ReachTracking } from '../reach/usecases.ts'
import type { RoleAssignment } from '../roles/assignment-usecases.ts'
import type { ContactTrace, EmailMatchingUsecases } from './email-matching-usecases.ts'

export type Greeting = ContactTrace & {
  readonly tenant: string
  readonly objectId: string
  /** As Teams or the token gives it; may be empty. */
  readonly name: string
  /** First guess of the language, used until the person chooses. */
  readonly language: Language
  /** Current language of their Teams client, if known: used while they have not chosen one. */
  readonly client?: Language
  /** Opaque address of the personal chat, when the event comes from it. */
  readonly chat?: string
  /** Who opened their page, as `pageMark` encodes them; absent for a new page or without one. */
  readonly as?: string
  /** The reach event; absent: a message, now. */
  readonly came?: ReachFact
}

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'findAll' | 'add' | 'change' | 'byId'>
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly ids: Ids
  /** Object ids of organisers configured by the operator. */
  readonly organisers: readonly string[]
  /** Whether guests may act. */
  readonly guests: boolean
  readonly contact: Pick<EmailMatchingUsecases, 'canLearn' | 'canLearnAll' | 'meet'>
  readonly obeyOperator: RoleAssignment['obeyOperator']
  readonly reach: ReachTracking
}

/** Changes that a greeting makes to a known person; mostly empty, so that it only reads. */
function changesOf(known: Person, greeting: Greeting): PersonChange {
  const name = nameOf(greeting)
  const { account, client = known.language } = greeting
  return {
    ...(account !== undefined && account !== known.account && { account }),
    ...(name !== '' && name !== known.name && { name }),
    ...(greeting.chat !== undefined && greeting.chat !== known.chat && { chat: greeting.chat }),
    ...(!known.languageChosen && client !== known.language && { language: client }),
  }
}

/** Whether the operator's list grants or revokes their role. */
function obeys({ role, roleFrom }: Person, organiser: boolean): boolean {
  return organiser ? role !== 'organiser' : role === 'organiser' && roleFrom === 'operator'
}

function nameOf(greeting: Greeting): string {
  return cleanLine(greeting.name).slice(0, NAME_LIMIT).trim()
}

export type IdentificationUsecases = ReturnType<typeof identificationUsecases>

/** Identification: finds or adds the person behind a chat message, a tab's token or a member of a team. */
export function identificationUsecases(parts: Parts) {
  const { store, transact, read, clock, ids, organisers, contact, obeyOperator } = parts
  const { dated, record, recordAll, markMet } = parts.reach

  function actorOf(person: Person): Actor {
    const { guest, ...actor } = actorFrom(person, clock.now())
    return guest && !parts.guests ? { ...actor, guest } : actor
  }

  const strangerOf = (greeting: Greeting): Person => ({
    id: ids.next(),
    tenant: greeting.tenant,
    objectId: greeting.objectId,
    name: nameOf(greeting),
    role: 'agent',
    leads: [],
    deputy: false,
    language: greeting.client ?? greeting.language,
    languageChosen: false,
    ...(greeting.chat !== undefined && { chat: greeting.chat }),
    ...(greeting.account !== undefined && { account: greeting.account }),
    directionChanges: [],
    reach: metAt(clock.now(), greeting.how),
    createdAt: clock.now(),
  })

  /** The reach event of a greeting. */
  const cameBy = ({ chat, came }: Greeting): ReachFact | undefined =>
    chat === undefined ? undefined : dated(came ?? { kind: 'message', at: clock.now() })

  /** First visit of somebody known only as a team member: only now their client's language is known. */
  const comesFirst = ({ reach }: Person, { how }: Greeting) => reach.how === 'roster' && how === undefined

  async function comeFirst(tx: Tx, { id, languageChosen }: Person, greeting: Greeting): Promise<void> {
    const language = greeting.client ?? greeting.language
    if (!languageChosen) await store(tx).change(id, { language })
    await markMet(tx, id)
  }

  /** Stores what the greeting adds about a known person. */
  async function welcomeBack(tx: Tx, greeting: Greeting, organiser: boolean): Promise<Actor> {
    const person = await store(tx).add(strangerOf(greeting))
    const changes = changesOf(person, greeting)
    if (Object.keys(changes).length > 0) await store(tx).change(person.id, changes)
    if (comesFirst(person, greeting)) await comeFirst(tx, person, greeting)
    if (obeys(person, organiser)) await obeyOperator(tx, person, organiser)
    const came = cameBy(greeting)
    if (came) await record(tx, person.id, came)
    const met = (await store(tx).byId(person.id)) ?? person
    if (!(await contact.canLearn(tx, met, greeting))) return actorOf(met)
    await contact.meet(tx, met, greeting)
    return actorOf((await store(tx).byId(person.id)) ?? met)
  }

  /** Looks up together those who come together. */
  const lookedUp = gather(read, async (tx, greetings: readonly Greeting[]) => {
    const found = await store(tx).findAll(greetings)
    const met = greetings.map((trace, at) => ({ known: found[at], trace }))
    const learns = await contact.canLearnAll(tx, met)
    return met.map(({ known }, at) => done({ known, learns: learns[at] === true }))
  })

  const recorded = gather(transact, async (tx, came: Parameters<typeof recordAll>[1]) => {
    await recordAll(tx, came)
    return came.map(() => done(undefined))
  })

  return {
    /**
     * Identifies the person, and stores one seen for the first time. Read-only when nothing changed.
     * @throws Refusal `data-erased` to a page opened by somebody who was erased since; `guest-account` to an unknown
     * guest, where guests may not act
     */
    async greet(greeting: Greeting): Promise<Actor> {
      const organiser = organisers.includes(greeting.objectId)
      const { known, learns } = await lookedUp(greeting)
      checkPage(known, greeting.as)
      if (!known && greeting.account === 'guest' && !parts.guests) throw new Refusal('guest-account')
      const changes = known && (Object.keys(changesOf(known, greeting)).length > 0 || obeys(known, organiser))
      const came = cameBy(greeting)
      const reach = known && came ? after(known.reach, came) : known?.reach
      const first = known && comesFirst(known, greeting)
      if (!known || changes || learns || first) return transact(tx => welcomeBack(tx, greeting, organiser))
      if (came && reach !== known.reach) await recorded({ id: known.id, fact: came })
      return actorOf({ ...known, reach: reach ?? known.reach })
    },

    /** The same within a transaction. */
    meet: (tx: Tx, greeting: Greeting): Promise<Actor> =>
      welcomeBack(tx, greeting, organisers.includes(greeting.objectId)),
  }
}
