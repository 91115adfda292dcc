import { open } from '../../../src/db/index.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { mergeStore } from '../../../src/features/ideas/merging/store.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import type { NextStep } from '../../../src/features/next-steps/step/domain.ts'
import { nextStepStore } from '../../../src/features/next-steps/step/store.ts'
import type { Sentence, Synthesis } from '../../../src/features/synthesis/sentence/domain.ts'
import { sampleStore } from '../../../src/features/synthesis/sentence/sample-store.ts'
import { sentenceStore } from '../../../src/features/synthesis/sentence/sentence-store.ts'
import { synthesisStore } from '../../../src/features/synthesis/sentence/store.ts'
import { placementStore } from '../../../src/features/themes/placement-store.ts'
import { proposalStore } from '../../../src/features/themes/proposal-store.ts'
import { roundStore } from '../../../src/features/trials/look-ins/store.ts'
import { utteranceStore } from '../../../src/features/utterances/utterance/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { type Ids, randomIds } from '../../../src/kernel/crypto/ids.ts'
import { type Logger, silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import type { ApiRoute } from '../../../src/kernel/requests/route.ts'
import { HOUR, SECOND } from '../../../src/kernel/time/clock.ts'
import { dateIn, dayAfter } from '../../../src/kernel/time/time-zone.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import { fixedClock } from './clock.ts'
import {
  BALLOT,
  BOX,
  BROADCAST,
  type Call,
  COMMITMENT,
  callsOn,
  DECISION,
  DOUBTFUL,
  IDEA,
  LOST,
  PLAN,
  PROPOSED,
  pressesOn,
  RULES,
  SENTENCE,
  SERIES,
  STEP,
  type Things,
  WHEN,
  WORKSHOP,
} from './inputs.ts'
import { callerOf } from './routes.ts'
import { CHANNEL, type Someone, setStage } from './stage.ts'

export const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
export const camille = { objectId: 'camille', name: 'Camille Martin' }
const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }

type Made = { readonly id?: string; readonly buttons?: readonly { readonly data: Record<string, string> }[] }
/**
 * A stage where Maëlle organises, and who is called `organiser` or named in `organisers`, with one of each thing; the
 * idea and the commitment are Camille’s.
 */
export async function setOneOfEach(
  url = 'file::memory:',
  organisers: readonly string[] = [],
  log: Logger = silentLogger,
  ids: Ids = randomIds,
) {
  const clock = fixedClock(DOUBTFUL.at)
  const stage = await setStage({
    url,
    organisers: [maelle.objectId, 'organiser', ...organisers],
    clock,
    log,
    ids,
  })
  // Before the first delivery, so that what is made afterwards meets it at the same moment as ever.
  await stage.app.database.transact(tx => proposalStore(tx).replace(PROPOSED.axis, [PROPOSED]))
  await stage.as(maelle).installs('channel')
  await stage.settle()

  /** The id of what `verb` makes, as the buttons of its confirmation carry it. */
  async function made(who: Someone, verb: string, field: string, data: object): Promise<string> {
    const { card } = await stage.as(who).presses(verb, { ...data, nonce: randomIds.nonce() })
    const { id, buttons = [] } = card.data as Made
    return id ?? buttons.map(({ data }) => data[field]).find(Boolean) ?? ''
  }

  /** Who `who` is by now, in the role given. */
  async function actor(who: Someone, role?: Actor['role']): Promise<Actor> {
    const greeting = { ...who, tenant: 'aaaaaaaa-0000-4000-8000-000000000001', language: 'fr' } as const
    const { id, direction } = await stage.app.people.greet(greeting)
    if (role) await stage.app.people.assignRole(id, role, direction === undefined ? [] : [direction])
    return stage.app.people.greet(greeting)
  }

  /** What `who` typed that is no command, kept for them whatever their role. */
  async function typed(who: Someone, text = SENTENCE): Promise<string> {
    const id = ids.next()
    const [{ id: person }, at] = [await actor(who), clock.now()]
    const row = { id, person, text, at, expiresAt: at + HOUR }
    await stage.app.database.transact(tx => utteranceStore(tx).add(row))
    return id
  }

  const call = async (who: Someone, method: ApiRoute['method'], path: string, request: Call = {}) =>
    callerOf(stage.app.routes, await actor(who))<unknown>(method, path, request)

  /** A message told to `who`, as the rule about workshops tells it. */
  async function told(who: Someone, workshop: string): Promise<string> {
    const { id: person } = await actor(who)
    const subject = { workshop, direction: 'lycees' }
    const telling = { person, topic: 'workshop-soon', reason: workshop, subject, by: 'nudges' } as const
    // Once it is committed it may leave at any moment.
    const [found] = await stage.app.database.transact(async tx => {
      await stage.app.messages.tell(tx, telling)
      return messageStore(tx).inState(person, 'waiting')
    })
    return found?.id ?? ''
  }

  /** A draft for the organisers, rehearsed as it stands. */
  async function rehearsed(who: Someone, text = BROADCAST.text): Promise<string> {
    const broadcast = await made(who, 'broadcasts.write', 'broadcast', { ...BROADCAST, text })
    await stage.as(who).presses('broadcasts.rehearse', { broadcast })
    return broadcast
  }

  async function begun(who: Someone): Promise<string> {
    const started = await rehearsed(who)
    await stage.as(who).presses('broadcasts.start', { broadcast: started, version: 1 })
    return started
  }

  /** An idea of `who` that was retained. */
  async function retained(who: Someone, text = IDEA.text): Promise<string> {
    const idea = await made(who, 'ideas.submit-different', 'idea', { ...IDEA, text })
    await stage.app.database.transact(tx => ideaStore(tx).setState(idea, 'retained'))
    return idea
  }

  /** What follows of it. */
  async function stepOn(idea: string, step: Partial<NextStep> & Pick<NextStep, 'text'>): Promise<string> {
    const id = randomIds.next()
    const made = {
      id,
      subject: { kind: 'idea', id: idea },
      due: '2027-05-28',
      firstDue: '2027-05-28',
    } as const
    const about = { state: 'promised', turn: 1, at: clock.now() } as const
    await stage.app.database.transact(tx => nextStepStore(tx).add({ ...made, ...about, ...step }))
    return id
  }

  /** The same that `who` carries, and Nadia takes part in. */
  async function carried(who: Someone, text = IDEA.text): Promise<string> {
    const idea = await retained(who, text)
    await call(who, 'post', '/initiatives', { body: { nonce: randomIds.nonce(), idea } })
    const joining = { params: { id: idea }, body: { joined: true } }
    await call(nadia, 'put', '/initiatives/:id/membership', joining)
    return idea
  }

  /** What an initiative of `who` will try, in their own words. */
  async function trialOf(
    who: Someone,
    text = 'Relire nos invitations',
    directions: readonly string[] = PLAN.directions,
  ): Promise<Pick<Things, 'trial' | 'measure' | 'question' | 'lookIn' | 'tried'>> {
    const initiative = await carried(who, text)
    const body = { ...PLAN, ifWe: text, directions, nonce: randomIds.nonce() }
    const made = await call(who, 'post', '/initiatives/:id/trials', { params: { id: initiative }, body })
    const { id, measures } = made as TrialView
    const [measure = '', question = ''] = measures.map(each => each.id)
    const round = await stage.app.database.read(tx => roundStore(tx).unclosed(id))
    return { trial: id, measure, question, lookIn: round?.id ?? '', tried: initiative }
  }

  /** Its last day is today. */
  async function comeDue(trial: string): Promise<void> {
    const today = dateIn(clock.now(), 'Europe/Paris')
    const days = { from_day: dayAfter(today, -30), until_day: today }
    await stage.app.database.transact(async tx => {
      await open(tx).updateTable('trial').set(days).where('id', '=', trial).execute()
    })
  }

  /** The same on its last day, and once it is decided. */
  async function dueTrial(...given: Parameters<typeof trialOf>) {
    const { trial } = await trialOf(...given)
    await comeDue(trial)
    return { trial }
  }

  async function decidedTrial(...given: Parameters<typeof trialOf>) {
    const { trial } = await dueTrial(...given)
    await call(given[0], 'put', '/trials/:id/decision', { params: { id: trial }, body: DECISION })
    return { trial }
  }

  /** A series that is a draft, with one day and quotas. */
  async function planned(who: Someone): Promise<{ series: string; day: string }> {
    const series = await made(who, 'workshops.series-write', 'series', SERIES)
    await made(who, 'workshops.day-write', 'series', { ...WHEN, ...WORKSHOP, series })
    const { card } = await stage.as(who).presses('workshops.rules-write', { ...RULES, series })
    const { days = [] } = card.data as { days?: readonly { readonly id: string }[] }
    return { series, day: days[0]?.id ?? '' }
  }

  /** The workshop is over, since a moment. */
  async function ended(workshop: string): Promise<void> {
    const ends_at = clock.now() - SECOND
    const set = { starts_at: ends_at - HOUR, ends_at }
    await stage.app.database.transact(async tx => {
      await open(tx).updateTable('workshop').set(set).where('id', '=', workshop).execute()
    })
  }

  async function announced(id: string): Promise<void> {
    const { channels, database } = stage.app
    const targets = await channels.targets({ channel: CHANNEL, directions: [] })
    await database.transact(tx => channels.announce(tx, { thing: 'box', id }, targets))
  }
  /** Nadia proposes to join an idea of hers with the one given. */
  async function proposed(into: string): Promise<string> {
    const body = { text: 'Relire nos courriels', axis: 'usager', nonce: randomIds.nonce() }
    const { id } = (await call(nadia, 'post', '/ideas', { body })) as { id: string }
    await call(nadia, 'post', '/ideas/:id/merge', { params: { id }, body: { into } })
    return stage.app.database.read(async tx => (await mergeStore(tx).mergesOf(id))[0]?.id ?? '')
  }

  /** What `who` says under an idea. */
  async function remarked(who: Someone, idea: string, text = 'Le nôtre tient sur une page'): Promise<string> {
    const request = { params: { id: idea }, body: { text, nonce: randomIds.nonce() } }
    return ((await call(who, 'post', '/ideas/:id/comments', request)) as { id: string }).id
  }

  /** A sentence that `who` kept, being written and published; words have placed its idea, which is to be read. */
  async function synthesised(who: Someone, idea: string): Promise<Pick<Things, 'sentence' | 'published'>> {
    const [by, at, axis] = [(await actor(who)).id, clock.now(), IDEA.axis]
    const kept = { position: 1, text: 'Les notes de service seraient relues.', cited: 1 }
    const decided = { decision: 'kept', decidedBy: by, decidedAt: at, ideas: [idea] } as const
    const [draft, copy] = [ids.next(), ids.next()]
    const both: readonly (readonly [Synthesis, string])[] = [
      [{ id: ids.next(), axis, state: 'draft', changedAt: at }, draft],
      [{ id: ids.next(), axis, state: 'published', changedAt: at, published: { at, by, ideas: 1 } }, copy],
    ]
    await stage.app.database.transact(async tx => {
      for (const [synthesis, id] of both) {
        const origin = id === copy ? { origin: draft } : {}
        const sentence: Sentence = { id, synthesis: synthesis.id, ...kept, ...decided, ...origin }
        await synthesisStore(tx).add(synthesis)
        await sentenceStore(tx).add(sentence)
      }
      await placementStore(tx).putByWords([{ id: idea, at, theme: 'avis' }])
      await sampleStore(tx).put(axis, { at, words: 'others', of: 1 }, [{ idea, theme: 'avis' }])
    })
    return { sentence: draft, published: copy }
  }

  await announced('doubtful')
  await stage.app.channels.answered({ ...DOUBTFUL, unknown: true })
  await announced('lost')
  await stage.app.channels.answered({ ...LOST, dead: { status: 413 } })

  const workshop = await made(maelle, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP })
  const ballot = await made(maelle, 'ballots.open', 'ballot', { ...WHEN, ...BALLOT })
  const box = await made(maelle, 'ideas.open-box', 'box', BOX)
  const idea = await made(camille, 'ideas.submit', 'idea', IDEA)
  const commitment = await made(camille, 'commitments.take', 'commitment', COMMITMENT)
  const utterance = await typed(camille)
  const broadcast = await rehearsed(maelle)
  const started = await begun(maelle)
  const message = await told(camille, workshop)
  const colleague = (await stage.app.people.chooseDirection(await actor(nadia), 'lycees')).id
  const initiative = await carried(camille)
  const other = await made(maelle, 'ideas.submit', 'idea', { ...IDEA, text: 'Relire nos affiches' })
  const merge = await proposed(idea)
  const { items } = (await call(maelle, 'get', '/ballots')) as { items: BallotView[] }
  const option = items[0]?.options[0]?.id ?? ''
  for (const id of [message, workshop, ballot, box, idea, commitment, utterance, option, broadcast, started])
    if (id === '') throw new Error('one of each was not made')

  const followed = await retained(camille, 'Relire nos notes de service')
  const asker = (await actor(camille)).id
  const things = {
    workshop,
    doomed: await made(maelle, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP }),
    ...(await planned(maelle)),
    ballot,
    option,
    box,
    idea,
    comment: await remarked(nadia, idea),
    retained: followed,
    step: await stepOn(followed, { ...STEP, asker, holder: asker }),
    initiative,
    ...(await trialOf(camille)),
    other,
    merge,
    commitment,
    utterance,
    ...(await synthesised(maelle, followed)),
    message,
    moved: 'no-such-message',
    asked: 'no-such-message',
    direction: 'lycees',
    colleague,
    channel: CHANNEL,
    broadcast,
    started,
  }
  const presses = () => pressesOn(things)
  const calls = () => callsOn(things)

  return {
    stage,
    clock,
    things,
    actor,
    made,
    retained,
    trialOf,
    comeDue,
    dueTrial,
    decidedTrial,
    carried,
    proposed,
    remarked,
    stepOn,
    planned,
    rehearsed,
    begun,
    typed,
    ended,
    call,
    presses,
    calls,
    close: stage.close,
  }
}

export type OneOfEach = Awaited<ReturnType<typeof setOneOfEach>>
