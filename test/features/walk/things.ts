import { open } from '../../../src/db/index.ts'
import { UNDO_TIME } from '../../../src/features/commitments/commitment/domain.ts'
import { storyStore } from '../../../src/features/commitments/stories/store.ts'
import { feedbackStore } from '../../../src/features/feedback/store.ts'
import type { Telling } from '../../../src/features/messages/message/domain.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import { type Ids, randomIds } from '../../../src/kernel/crypto/ids.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import { DAY, HOUR, SECOND } from '../../../src/kernel/time/clock.ts'
import type { PairingView } from '../../../src/tabs/contract/room/pairing.ts'
import type { SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'
import {
  BALLOT,
  BOX,
  COMMITMENT,
  DECIDED_AT,
  IDEA,
  PLACE,
  SERIES_TEXT,
  type Things,
  TYPED,
  TYPED_RULES,
  WHEN,
  WORKSHOP,
} from '../../support/product/inputs.ts'
import { maelle, setOneOfEach } from '../../support/product/one-of-each.ts'
import { type Someone, TEAM } from '../../support/product/stage.ts'

/**
 * Owner of a thing in relation to the actor: themselves; somebody else in their own Direction, in one they answer for,
 * or in another; or nobody: somebody without a Direction, or the Lab'.
 */
export const WHOSE = ['own', 'colleague', 'led', 'elsewhere', 'nobody'] as const
export type Whose = (typeof WHOSE)[number]

export const IDEAS = ['idea'] as const
/** Answered by somebody else, or by who acts. */
export const ANSWERED = ['answered', 'answered-by-me'] as const
/** Decided by somebody else; answered by somebody else, or by the actor; both pending. */
export const DECIDED = ['decided'] as const
export const REPLIED = ['replied', 'replied-by-me'] as const
/** One that was retained, and one that its author carries. */
export const RETAINED = ['retained'] as const
export const INITIATIVES = ['initiative'] as const
const STEPS = ['step', 'step-asked', 'step-given', 'step-written', 'step-asking'] as const
export const COMMITMENTS = ['commitment-me', 'commitment-direction', 'commitment-everyone'] as const
const MESSAGES = [
  'message-idea',
  'message-initiative',
  'message-moved',
  'message-moves',
  'message-asked',
  'message-nudge',
  'message-broadcast',
  'message-step',
  'message-look-in',
] as const
/**
 * `later`: a workshop whose registration is still to open.
 * `seat`, `offer`, `drawn`: a workshop to which who acts has said that they come, where a seat is kept for them, or
 * whose tables are drawn as well. `days`: one day of a series to which they come, and another. `asked`: one that they
 * are asked about. `summarised`: one that is over, whose summary is published. `shared`: one whose seats are shared out between Directions.
 */
const HOUSE = [
  'workshop',
  'later',
  'doomed',
  'series',
  'announced-series',
  'summarised-series',
  'days',
  'seat',
  'offer',
  'drawn',
  'asked',
  'shared',
  'under-way',
  'over',
  'summarised',
  'ballot',
  'waiting-ballot',
  'box',
  'broadcast',
  'started',
] as const
export type Kind =
  | 'nothing'
  | 'oneself'
  | 'direction'
  /** A channel that is bound to the Direction, or one that is to be. */
  | 'channel'
  | 'free-channel'
  /** A pilot's message about what can be passed on to the channels of the Direction. */
  | 'message-post'
  /** A ballot that has closed: it asked the Direction alone, or everybody. */
  | 'closed-ballot'
  | (typeof RETAINED | typeof INITIATIVES)[number]
  /** What an initiative of its owner will try, in its owner’s Direction. */
  | 'trial'
  /** The same, which who acts tries. */
  | 'trial-tried'
  /** The same on its last day, and once it is decided. */
  | 'trial-due'
  | 'trial-decided'
  /** What it asks of who carries it. */
  | 'message-trial'
  /** One that asks whoever acts, who tries it. */
  | 'look-in'
  /** What its owner typed that is no command. */
  | 'utterance'
  /** One that its owner just said is kept. */
  | 'commitment-ended'
  /** One that is kept, by somebody whose Direction has a pilot and a channel. */
  | 'commitment-kept'
  /** What somebody told their Direction of such a one. */
  | 'story'
  /**
   * What follows of a retained idea: promised by its owner; asked of who acts; given to them by the Lab'; written by them,
   * for a Direction.
   */
  | (typeof STEPS)[number]
  /** Said under the idea that the stage began with. */
  | 'comment'
  /** The same, taken back since. */
  | 'comment-withdrawn'
  /** An idea that a published sentence cites. */
  | 'cited'
  /** Somebody asks for this idea to be joined with theirs. */
  | 'proposal'
  | (
      | typeof IDEAS
      | typeof ANSWERED
      | typeof DECIDED
      | typeof REPLIED
      | typeof COMMITMENTS
      | typeof MESSAGES
      | typeof HOUSE
    )[number]

/** What one tries to act on. */
export type Thing = { readonly kind: Kind; readonly whose: Whose }

/** Whose a thing of this kind can be, for somebody of `role`. */
export function whoseOf(kind: Kind, role: Role): readonly Whose[] {
  if (kind === 'nothing') return ['nobody']
  if (kind === 'oneself' || kind === 'step-asked' || kind === 'step-given') return ['own']
  if (kind === 'step-written' || kind === 'step-asking') return ['own', 'led', 'elsewhere']
  if (['direction', 'channel', 'free-channel', 'message-post'].includes(kind))
    return ['colleague', 'led', 'elsewhere']
  if (kind === 'story') return ['own', 'colleague', 'led', 'elsewhere']
  if (kind === 'closed-ballot') return ['colleague', 'led', 'elsewhere', 'nobody']
  if (HOUSE.some(each => each === kind)) return role === 'organiser' ? ['own', 'nobody'] : ['nobody']
  return kind === 'commitment-direction' ? ['own', 'colleague', 'led', 'elsewhere'] : WHOSE
}

/** More than one role tries. */
const NEWCOMERS = 2_000
const DIRECTIONS = {
  own: 'lycees',
  colleague: 'lycees',
  led: 'culture',
  elsewhere: 'europe',
  nobody: 'lycees',
}
const OTHERS: Readonly<Record<Exclude<Whose, 'own'>, Someone>> = {
  colleague: { objectId: 'colleague', name: 'Aline Roux' },
  led: { objectId: 'led', name: 'Basile Petit' },
  elsewhere: { objectId: 'elsewhere', name: 'Chloé Garcia' },
  nobody: { objectId: 'nobody', name: 'Denis Faure' },
}

const PILOT: Someone = { objectId: 'pilot-of-lycees', name: 'Edwige Noël' }

/** A thing created for one attempt. `word`: a word of its readable text, if any. */
export type Made = { readonly things: Things; readonly word: string }

/** A stage on which somebody new, with a thing made for them alone, acts each time: no try has a trace of another. */
export async function setGround(role: Role, ids: Ids = randomIds) {
  const names = Array.from({ length: NEWCOMERS }, (_, n) => `organiser-${n}`)
  const table = await setOneOfEach('file::memory:', names, silentLogger, ids)
  const { people, database, messages } = table.stage.app
  let serial = 0

  async function seat(who: Someone, direction: string | undefined): Promise<string> {
    const actor = await table.actor(who)
    if (direction !== undefined) await people.chooseDirection(actor, direction)
    return actor.id
  }
  for (const whose of ['colleague', 'led', 'elsewhere'] as const) await seat(OTHERS[whose], DIRECTIONS[whose])
  await seat(OTHERS.nobody, undefined)

  async function post(who: Someone, path: string, body: object): Promise<string> {
    const nonce = randomIds.nonce()
    return ((await table.call(who, 'post', path, { body: { ...body, nonce } })) as { id: string }).id
  }

  async function answered(idea: string, by: Someone): Promise<void> {
    const answerer = await table.actor(by)
    const answer = { text: 'Nous essayons', by: answerer.id, as: 'manager', at: table.clock.now() } as const
    await database.transact(tx => ideaRows(tx).setAnswer(idea, answer))
  }

  async function pending(idea: string, by: Someone, step: 'retained' | 'answered'): Promise<void> {
    const { id } = await table.actor(by)
    const dueAt = table.clock.now() + HOUR
    const row = { idea, step, text: 'Nous essayons', by: id, as: 'manager', at: DECIDED_AT, dueAt } as const
    await database.transact(tx => ideaRows(tx).addPending(row))
  }

  async function told(
    who: Someone,
    telling: Pick<Telling, 'topic' | 'subject' | 'by'>,
    reason = `told-${serial}`,
  ): Promise<string> {
    const { id: person } = await table.actor(who)
    await database.transact(tx => messages.tell(tx, { person, reason, ...telling }))
    // It may have left by now.
    const found = await database.read(tx => {
      const theirs = open(tx).selectFrom('message').select('id').where('person_id', '=', person)
      return theirs.where('reason', '=', reason).executeTakeFirst()
    })
    return found?.id ?? ''
  }

  /** The card in which the move is told. */
  async function cardOf(move: string): Promise<string> {
    const found = await database.read(tx =>
      open(tx).selectFrom('message').select('told_in').where('id', '=', move).executeTakeFirst(),
    )
    return found?.told_in ?? ''
  }

  async function went(message: string): Promise<void> {
    const set = { state: 'sent', sent_at: table.clock.now() } as const
    await database.transact(async tx => {
      await open(tx).updateTable('message').set(set).where('id', '=', message).execute()
    })
  }

  async function optionOf(ballot: string): Promise<string> {
    const options = await database.read(tx =>
      open(tx).selectFrom('ballot_option').select('id').where('ballot_id', '=', ballot).execute(),
    )
    return options[0]?.id ?? ''
  }

  async function ideaFor(kind: Kind, owner: Someone, me: Someone, text: string): Promise<string> {
    const idea = await post(owner, '/ideas', { text, axis: 'usager' })
    if (kind === 'answered') await answered(idea, maelle)
    if (kind === 'answered-by-me') await answered(idea, me)
    if (kind === 'decided') await pending(idea, maelle, 'retained')
    if (kind === 'replied') await pending(idea, maelle, 'answered')
    if (kind === 'replied-by-me') await pending(idea, me, 'answered')
    return idea
  }

  async function keptOf(owner: Someone, text: string): Promise<string> {
    const commitment = await post(owner, '/commitments', { ...COMMITMENT, text })
    const ending = { params: { id: commitment }, body: { state: 'kept' } }
    await table.call(owner, 'post', '/commitments/:id/end', ending)
    return commitment
  }

  async function stepFor(kind: Kind, whose: Whose, me: Someone, text: string): Promise<string> {
    const [mine, lab] = [(await table.actor(me)).id, (await table.actor(maelle)).id]
    const owner = whose === 'own' ? mine : (await table.actor(OTHERS[whose])).id
    const people = {
      step: { state: 'promised', asker: owner, holder: owner },
      'step-asked': { state: 'proposed', asker: lab, asked: mine },
      'step-given': { state: 'promised', asker: lab, holder: mine },
      'step-written': { state: 'proposed', asker: mine },
      'step-asking': { state: 'proposed', asker: mine, asked: (await table.actor(OTHERS.colleague)).id },
    } as const
    const who = people[kind as keyof typeof people]
    const direction = whose === 'nobody' ? {} : { direction: DIRECTIONS[whose] }
    const idea = await post(maelle, '/ideas', { text, axis: 'usager' })
    await database.transact(tx => ideaRows(tx).setState(idea, 'retained'))
    return table.stepOn(idea, { ...who, ...direction, text })
  }

  /** Somebody new who works there and has no role: a relay changes what they are. */
  async function newcomer(direction: string): Promise<Partial<Things>> {
    return { colleague: await seat({ objectId: `newcomer-${serial}`, name: `Nina ${serial}` }, direction) }
  }

  async function channelOf(direction: string | undefined): Promise<string> {
    const { channels } = table.stage.app
    const id = `19:channel-${serial}@thread.tacv2`
    await channels.channelChanged(TEAM, { id, name: `Canal ${serial}`, address: id }, 'created')
    const lab = await table.actor(maelle)
    if (direction !== undefined) await channels.bind(lab, id, 'channel', direction)
    return id
  }

  /** A series that is announced, its first day, on which `me` has a seat, and its second. */
  async function twoDays(house: Someone, me: Someone): Promise<Partial<Things>> {
    const id = await post(house, '/series', SERIES_TEXT)
    const plan = (path: string, body: object) =>
      table.call(house, 'post', `/series/:id/${path}`, {
        params: { id },
        body: { ...body, nonce: randomIds.nonce() },
      }) as Promise<SeriesView>
    for (const date of [WHEN.date, '2027-05-14']) await plan('days', { workshop: { ...TYPED, date } })
    const [first, second] = (await plan('announce', { where: PLACE })).days
    const [workshop = '', day = ''] = [first?.id, second?.id]
    const answer = { params: { id: workshop }, body: { answer: 'yes' } }
    await table.call(me, 'put', '/workshops/:id/answer', answer)
    return { series: id, workshop, day }
  }

  async function tried(trial: string, by: Someone): Promise<void> {
    const { id: person_id } = await table.actor(by)
    await database.transact(async tx => {
      const row = { trial_id: trial, person_id, joined_at: table.clock.now() }
      await open(tx).insertInto('trial_tester').values(row).execute()
    })
  }

  /** What a screen shows that asks to be paired. */
  async function codeOnScreen(): Promise<string> {
    const asking = table.stage.app.screens.openRoutes.find(({ path }) => path === '/screen/pairings')
    const shown = (await asking?.run({})) as PairingView | undefined
    return shown?.code ?? ''
  }

  /** The thing, and in the places of all others those that the stage began with. */
  async function make({ kind, whose }: Thing, me: Someone, word: string): Promise<Partial<Things>> {
    const owner = whose === 'own' ? me : OTHERS[whose]
    const house = whose === 'own' ? me : maelle
    const { idea, workshop } = table.things
    switch (kind) {
      case 'idea':
      case 'answered':
      case 'answered-by-me':
      case 'decided':
      case 'replied':
      case 'replied-by-me':
        return { idea: await ideaFor(kind, owner, me, word) }
      case 'retained':
        return { retained: await table.retained(owner, word) }
      case 'initiative':
        return { initiative: await table.carried(owner, word) }
      case 'trial':
        return table.trialOf(owner, word, [DIRECTIONS[whose]])
      case 'trial-tried':
      case 'look-in': {
        const made = await table.trialOf(owner, word, [DIRECTIONS[whose]])
        await tried(made.trial, me)
        return made
      }
      case 'trial-due':
        return table.dueTrial(owner, word, [DIRECTIONS[whose]])
      case 'trial-decided':
        return table.decidedTrial(owner, word, [DIRECTIONS[whose]])
      case 'message-trial': {
        const subject = { trial: table.things.trial, turn: 1, news: 'decide' }
        return { message: await told(owner, { topic: 'my-trial', subject, by: 'trial-decisions' }) }
      }
      case 'step':
      case 'step-asked':
      case 'step-given':
      case 'step-written':
      case 'step-asking':
        return { ...(await newcomer(DIRECTIONS[whose])), step: await stepFor(kind, whose, me, word) }
      case 'message-look-in': {
        const { trial, lookIn } = await table.trialOf(owner, word, [DIRECTIONS[whose]])
        const subject = { trial, lookIn }
        return { message: await told(owner, { topic: 'look-in', subject, by: 'look-ins' }) }
      }
      case 'message-step': {
        const subject = { step: table.things.step, news: 'back' }
        return { message: await told(owner, { topic: 'my-step', subject, by: 'steps' }) }
      }
      case 'comment':
        return { comment: await table.remarked(owner, idea, word) }
      case 'cited': {
        const cited = await post(owner, '/ideas', { text: word, axis: IDEA.axis })
        await database.transact(async tx => {
          const citations = open(tx).updateTable('synthesis_citation').set({ idea_id: cited })
          await citations.where('sentence_id', '=', table.things.published).execute()
        })
        return {}
      }
      case 'comment-withdrawn': {
        const comment = await table.remarked(owner, idea, word)
        await table.call(owner, 'post', '/comments/:id/withdraw', { params: { id: comment } })
        return { comment }
      }
      case 'proposal': {
        const asked = await post(owner, '/ideas', { text: word, axis: 'usager' })
        return { merge: await table.proposed(asked) }
      }
      case 'commitment-me':
      case 'commitment-direction':
      case 'commitment-everyone': {
        const visibility = kind.slice('commitment-'.length)
        return { commitment: await post(owner, '/commitments', { ...COMMITMENT, text: word, visibility }) }
      }
      case 'commitment-ended': {
        const commitment = await post(owner, '/commitments', { ...COMMITMENT, text: word })
        const ending = { params: { id: commitment }, body: { state: 'kept' } }
        await table.call(owner, 'post', '/commitments/:id/end', ending)
        return { commitment, until: table.clock.now() + UNDO_TIME }
      }
      case 'commitment-kept':
        await people.assignRole(await seat(PILOT, 'lycees'), 'pilot', ['lycees'])
        await channelOf('lycees')
        return { commitment: await keptOf(owner, word) }
      case 'story': {
        const direction = DIRECTIONS[whose]
        await channelOf(direction)
        const [id, commitment] = [randomIds.next(), await keptOf(owner, word)]
        const now = table.clock.now()
        const told = { id, commitment, direction, text: word, named: false, state: 'told', turn: 0 } as const
        const person = (await table.actor(owner)).id
        await database.transact(tx => storyStore(tx).add({ ...told, person, at: now, changedAt: now }))
        return { story: id, commitment }
      }
      case 'utterance':
        return { utterance: await table.typed(owner, word) }
      case 'message-idea':
        return { message: await told(owner, { topic: 'idea-answered', subject: { idea }, by: 'ideas' }) }
      case 'message-initiative': {
        const subject = { idea: table.things.initiative, step: 'phase' }
        return { message: await told(owner, { topic: 'idea-answered', subject, by: 'initiatives' }) }
      }
      case 'message-moves': {
        const telling = { topic: 'idea-answered', subject: { idea }, by: 'ideas' } as const
        return { message: await cardOf(await told(owner, telling)) }
      }
      case 'message-moved': {
        const subject = { workshop, revision: 0, moved: 'when' }
        return { moved: await told(owner, { topic: 'workshop-moved', subject, by: 'workshops' }) }
      }
      case 'asked':
      case 'message-asked': {
        const closesAt = table.clock.now() + DAY
        await database.transact(tx => feedbackStore(tx).begin({ workshop, closesAt, closed: false }))
        const telling = { topic: 'workshop-feedback', subject: { workshop }, by: 'feedback' } as const
        const who = kind === 'asked' ? me : owner
        return { asked: await told(who, telling, `feedback:${workshop}`) }
      }
      case 'message-nudge': {
        const subject = { workshop, direction: 'lycees' }
        return { message: await told(owner, { topic: 'workshop-soon', subject, by: 'nudges' }) }
      }
      case 'message-broadcast': {
        const subject = { broadcast: table.things.started }
        return { message: await told(owner, { topic: 'broadcast', subject, by: 'broadcasts' }) }
      }
      case 'broadcast':
        return { broadcast: await table.rehearsed(house, word) }
      case 'started':
        return { started: await table.begun(house) }
      case 'message-post': {
        const direction = DIRECTIONS[whose]
        await channelOf(direction)
        // One that nobody posted about yet.
        const passed = await table.made(house, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP })
        const subject = { workshop: passed, direction }
        const message = await told(me, { topic: 'workshop-soon', subject, by: 'nudges' })
        await went(message)
        return { message, workshop: passed }
      }
      case 'channel':
      case 'free-channel':
        return { channel: await channelOf(kind === 'channel' ? DIRECTIONS[whose] : undefined) }
      case 'workshop':
        return {
          workshop: await table.made(house, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP }),
        }
      case 'later': {
        const later = await table.made(house, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP })
        const opens_at = table.clock.now() + HOUR
        await database.transact(async tx => {
          await open(tx).updateTable('workshop').set({ opens_at }).where('id', '=', later).execute()
        })
        return { workshop: later }
      }
      case 'seat':
      case 'offer':
      case 'drawn': {
        const joined = await table.made(house, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP })
        await table.call(me, 'put', '/workshops/:id/answer', {
          params: { id: joined },
          body: { answer: 'yes' },
        })
        if (kind === 'seat') return { workshop: joined }
        if (kind === 'drawn') {
          const body = { wanted: { tables: 1 }, nonce: randomIds.nonce() }
          await table.call(maelle, 'post', '/workshops/:id/tables', { params: { id: joined }, body })
          return { workshop: joined }
        }
        const kept = { answer: 'offered', offered_until: table.clock.now() + HOUR } as const
        await database.transact(async tx => {
          await open(tx).updateTable('registration').set(kept).where('workshop_id', '=', joined).execute()
        })
        return { workshop: joined }
      }
      case 'doomed':
        return { doomed: await table.made(house, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP }) }
      case 'series':
        return table.planned(house)
      case 'announced-series':
      case 'summarised-series': {
        const { series, day } = await table.planned(house)
        await table.call(maelle, 'post', '/series/:id/announce', {
          params: { id: series },
          body: { where: PLACE, nonce: randomIds.nonce() },
        })
        if (kind === 'announced-series') return { series }
        await table.ended(day)
        const summary = { params: { id: day }, body: { sequel: 'Dès lundi', turn: 0 } }
        await table.call(maelle, 'put', '/workshops/:id/summary', summary)
        return { series }
      }
      case 'days':
        return twoDays(house, me)
      case 'under-way': {
        const titled = { ...WHEN, ...WORKSHOP, title: word }
        const begun = await table.made(house, 'workshops.publish', 'workshop', titled)
        const starts_at = table.clock.now() - SECOND
        await database.transact(async tx => {
          await open(tx).updateTable('workshop').set({ starts_at }).where('id', '=', begun).execute()
        })
        // Two of table 4, for what is done with a table's ideas.
        const lines = ['Un banc', 'Un abri'].map(text => ({
          key: randomIds.nonce(),
          text,
          axis: 'usager',
          table: '4',
        }))
        const kept = await table.call(maelle, 'post', '/workshops/:id/harvest', {
          params: { id: begun },
          body: { lines },
        })
        const { items } = kept as { readonly items: readonly { readonly id: string }[] }
        return { workshop: begun, idea: items[0]?.id ?? '', code: await codeOnScreen() }
      }
      case 'shared': {
        const shared = await table.made(house, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP })
        const ruled = { params: { id: shared }, body: TYPED_RULES }
        await table.call(house, 'put', '/workshops/:id/rules', ruled)
        return { workshop: shared }
      }
      case 'over':
      case 'summarised': {
        const titled = { ...WHEN, ...WORKSHOP, title: word }
        const over = await table.made(house, 'workshops.publish', 'workshop', titled)
        await table.ended(over)
        const summary = { params: { id: over }, body: { sequel: 'Dès lundi', turn: 0 } }
        if (kind === 'summarised') await table.call(maelle, 'put', '/workshops/:id/summary', summary)
        return { workshop: over }
      }
      case 'box':
        return { box: await table.made(house, 'ideas.open-box', 'box', BOX) }
      case 'ballot': {
        const ballot = await table.made(house, 'ballots.open', 'ballot', { ...WHEN, ...BALLOT })
        return { ballot, option: await optionOf(ballot) }
      }
      case 'closed-ballot': {
        const asked = whose === 'nobody' ? {} : { audience: 'directions', to: DIRECTIONS[whose] }
        const ballot = await table.made(maelle, 'ballots.open', 'ballot', { ...WHEN, ...BALLOT, ...asked })
        await table.call(maelle, 'post', '/ballots/:id/close', { params: { id: ballot } })
        return { ballot }
      }
      case 'waiting-ballot':
        return { ballot: await post(house, '/ballots', { ...WHEN, ...BALLOT, opening: 'hand' }) }
      case 'direction':
        return newcomer(DIRECTIONS[whose])
      default:
        return {}
    }
  }

  return {
    ...table,
    /** What the journal says was refused: each act with its code. */
    async journal(): Promise<string[]> {
      const refused = await database.read(tx =>
        open(tx).selectFrom('audit').selectAll().where('refused', 'is not', null).execute(),
      )
      return refused.map(row => `${row.act}: ${row.refused}`)
    },

    /** Somebody who is in `role` by now, and the thing: what is their own they made before. */
    async begin(thing: Thing): Promise<Made & { readonly me: Someone }> {
      table.clock.advance(SECOND)
      const me = { objectId: `${role}-${++serial}`, name: `Personne ${serial}` }
      const id = await seat(me, DIRECTIONS.own)
      const word = `Essayer la chose n° ${serial}`
      const made = await make(thing, me, word)
      if (Object.values(made).includes('')) throw new Error(`no ${thing.kind} was made`)
      await people.assignRole(id, role, [DIRECTIONS.led])
      return { me, word, things: { ...table.things, direction: DIRECTIONS[thing.whose], ...made } }
    },
  }
}

export type Ground = Awaited<ReturnType<typeof setGround>>
