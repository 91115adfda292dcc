import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
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
  /** What their Teams speaks now, where it says so: it is followed by whoever chose none. */
  readonly client?: Language
  /** Opaque address of the chat with the bot, when they are in it. */
  readonly chat?: string
  /** Whom their page was opened by, as `pageMark` names them; absent: it begins, or there is none. */
  readonly as?: string
  /** What brings them there; absent: they write, now. */
  readonly came?: ReachFact
}

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'find' | 'add' | 'change' | 'byId'>
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly ids: Ids
  /** Object ids that hold the organiser role from the start. */
  readonly organisers: readonly string[]
  /** Whether guests may act. */
  readonly guests: boolean
  readonly contact: Pick<EmailMatchingUsecases, 'canLearn' | 'meet'>
  readonly obeyOperator: RoleAssignment['obeyOperator']
  readonly reach: ReachTracking
}

/** What a greeting changes about somebody known; empty most of the time, so that reading is all it takes. */
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

/** Whether the operator's list, which has come to name them or no longer does, changes their role. */
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
  const { dated, record, markMet } = parts.reach

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

  /** What a greeting tells of whether the bot can write to them. */
  const cameBy = ({ chat, came }: Greeting): ReachFact | undefined =>
    chat === undefined ? undefined : dated(came ?? { kind: 'message', at: clock.now() })

  /** Somebody known by a team's roster alone comes: only now it shows which language their client speaks. */
  const comesFirst = ({ reach }: Person, { how }: Greeting) => reach.how === 'roster' && how === undefined

  async function comeFirst(tx: Tx, { id, languageChosen }: Person, greeting: Greeting): Promise<void> {
    const language = greeting.client ?? greeting.language
    if (!languageChosen) await store(tx).change(id, { language })
    await markMet(tx, id)
  }

  /** Takes note of what the greeting tells that was not known. */
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

  return {
    /**
     * Who this is; somebody seen for the first time is taken note of. It only reads when nothing changed.
     * @throws Refusal `data-erased` to a page that was opened by somebody who was erased since; `guest-account` to a guest
     * of whom nothing is known, where guests may not act
     */
    async greet(greeting: Greeting): Promise<Actor> {
      const { tenant, objectId } = greeting
      const organiser = organisers.includes(objectId)
      const { known, learns } = await read(async tx => {
        const known = await store(tx).find(tenant, objectId)
        return { known, learns: await contact.canLearn(tx, known, greeting) }
      })
      checkPage(known, greeting.as)
      if (!known && greeting.account === 'guest' && !parts.guests) throw new Refusal('guest-account')
      const changes = known && (Object.keys(changesOf(known, greeting)).length > 0 || obeys(known, organiser))
      const came = cameBy(greeting)
      const reach = known && came ? after(known.reach, came) : known?.reach
      const first = known && comesFirst(known, greeting)
      if (!known || changes || learns || first) return transact(tx => welcomeBack(tx, greeting, organiser))
      if (came && reach !== known.reach) await transact(tx => record(tx, known.id, came))
      return actorOf({ ...known, reach: reach ?? known.reach })
    },

    /** The same, in the transaction of what tells of them. */
    meet: (tx: Tx, greeting: Greeting): Promise<Actor> =>
      welcomeBack(tx, greeting, organisers.includes(greeting.objectId)),
  }
}
