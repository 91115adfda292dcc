import { messageStore } from '../../src/features/messages/store.ts'
import type { Actor } from '../../src/kernel/actor.ts'
import { randomIds } from '../../src/kernel/ids.ts'
import type { ApiRoute } from '../../src/kernel/route.ts'
import type { BallotView } from '../../src/tabs/contract/ballots.ts'
import { fixedClock } from './clock.ts'
import { callerOf } from './routes.ts'
import { CHANNEL, type Someone, setStage } from './stage.ts'

export const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
export const camille = { objectId: 'camille', name: 'Camille Martin' }

const WHEN = { date: '2027-05-07', start: '09:30', end: '12:30', time: '18:00' }
const WORKSHOP = {
  title: 'Le lycée, demain',
  axis: 'equipe',
  place: 'Narbonne',
  seats: '8',
  channel: CHANNEL,
}
const BALLOT = { question: 'Laquelle tester ?', options: 'Une\nDeux', ideas: '', channel: CHANNEL }
const BOX = { question: 'Qu’essayer d’abord ?', channel: CHANNEL }
const IDEA = { text: 'Relire nos courriers', axis: 'usager', box: '' }
const COMMITMENT = {
  text: 'Relire un courrier',
  axis: 'usager',
  horizon: '2027-06-30',
  visibility: 'everyone',
}

type Made = { readonly id?: string; readonly buttons?: readonly { readonly data: Record<string, string> }[] }
type Data = Readonly<Record<string, unknown>>
export type Call = {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: Data
}

/** A stage where Maëlle organises, and who is called `organiser`, with one of each thing; the idea and the commitment are Camille’s. */
export async function setOneOfEach(url = 'file::memory:') {
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  const stage = await setStage({ url, organisers: [maelle.objectId, 'organiser'], clock })
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

  /** A message told to `who`, as the rule about workshops tells it. */
  async function told(who: Someone, workshop: string): Promise<string> {
    const { id: person } = await actor(who)
    const subject = { workshop, direction: 'lycees' }
    const telling = { person, topic: 'workshop-soon', reason: workshop, subject, by: 'nudges' } as const
    await stage.app.database.transact(tx => stage.app.messages.tell(tx, telling))
    const [found] = await stage.app.database.read(tx => messageStore(tx).inState(person, 'waiting'))
    return found?.id ?? ''
  }

  const workshop = await made(maelle, 'workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP })
  const ballot = await made(maelle, 'ballots.open', 'ballot', { ...WHEN, ...BALLOT })
  const box = await made(maelle, 'ideas.open-box', 'box', BOX)
  const idea = await made(camille, 'ideas.submit', 'idea', IDEA)
  const commitment = await made(camille, 'commitments.take', 'commitment', COMMITMENT)
  const message = await told(camille, workshop)
  const call = async (who: Someone, method: ApiRoute['method'], path: string, request: Call = {}) =>
    callerOf(stage.app.routes, await actor(who))<unknown>(method, path, request)
  const { items } = (await call(maelle, 'get', '/ballots')) as { items: BallotView[] }
  const option = items[0]?.options[0]?.id ?? ''
  for (const id of [message, workshop, ballot, box, idea, commitment, option])
    if (id === '') throw new Error('one of each was not made')

  /** What each verb is pressed with. Those that make something carry a nonce of their own at each reading. */
  const presses = (): Readonly<Record<string, Data>> => ({
    'channels.announce': {},
    'workshops.form': {},
    'workshops.preview': { ...WHEN, ...WORKSHOP },
    'workshops.publish': { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() },
    'workshops.change-form': { workshop },
    'workshops.change': { workshop, ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() },
    'workshops.message': { message: 'no-such-message' },
    'workshops.answer': { workshop, answer: 'yes' },
    'workshops.mine': { workshop },
    'workshops.list': {},
    'ideas.form': { box },
    'ideas.submit': { ...IDEA, box, nonce: randomIds.nonce() },
    'ideas.support': { idea, support: 'on' },
    'ideas.set-axis': { idea, axis: 'equipe' },
    'ideas.ask-axis': { idea },
    'ideas.show': { idea },
    'ideas.list': { box },
    'ideas.correct-form': { idea },
    'ideas.correct': { idea, text: 'Relire nos lettres', axis: 'equipe' },
    'ideas.comment-form': { idea },
    'ideas.comment': { idea, text: 'Oui', nonce: randomIds.nonce() },
    'ideas.comments': { idea },
    'ideas.thread': { idea },
    'ideas.answer-form': { idea },
    'ideas.answer': { idea, text: 'Nous essayons en juin' },
    'ideas.message': { message },
    'ideas.undo': { idea },
    'ideas.box-form': {},
    'ideas.open-box': { ...BOX, nonce: randomIds.nonce() },
    'ballots.form': {},
    'ballots.preview': { ...WHEN, ...BALLOT },
    'ballots.open': { ...WHEN, ...BALLOT, nonce: randomIds.nonce() },
    'ballots.vote': { ballot, choice: option },
    'ballots.choose': { ballot },
    'ballots.mine': { ballot },
    'ballots.totals': { ballot },
    'ballots.list': {},
    'ballots.confirm': { ballot },
    'ballots.close': { ballot },
    'commitments.form': { idea },
    'commitments.take': { ...COMMITMENT, idea, inspired: '', nonce: randomIds.nonce() },
    'commitments.end': { commitment, state: 'kept' },
    'commitments.show': { commitment },
    'commitments.list': {},
    'commitments.note-form': { commitment },
    'commitments.note': { commitment, text: 'Un premier courrier relu', nonce: randomIds.nonce() },
    'commitments.notes': { commitment, after: '' },
    'commitments.near': { after: '' },
    'commitments.me-too': { commitment },
    'messages.later': { message, round: 1 },
    'messages.why': { message, round: 1 },
    'messages.stop': { topic: 'idea-answered' },
    'messages.resume': { topic: 'idea-answered' },
    'messages.cap': { perWeek: 1 },
    'messages.pause': { until: '2027-04-30' },
    'messages.preferences': {},
    'nudges.message': { message, round: 1 },
    'nudges.answer': { message, round: 1, idea, text: 'Dès lundi, pour trois mois' },
    'people.direction': { direction: 'lycees' },
    'people.change-direction': {},
    'people.language': { language: 'fr' },
  })

  /** What each route is called with. */
  const calls = (): Readonly<Record<string, Call>> => ({
    'get /me': {},
    'put /me': { body: { direction: 'lycees' } },
    'get /audit': {},
    'get /me/messages': {},
    'put /me/messages': { body: { perWeek: 1 } },
    'get /programme': {},
    'get /workshops': {},
    'get /directions/:id/workshops': { params: { id: 'lycees' } },
    'put /workshops/:id/answer': { params: { id: workshop }, body: { answer: 'yes' } },
    'get /ideas': {},
    'post /ideas': { body: { nonce: randomIds.nonce(), text: IDEA.text, axis: IDEA.axis } },
    'put /ideas/:id/support': { params: { id: idea }, body: { support: true } },
    'put /ideas/:id/axis': { params: { id: idea }, body: { axis: 'equipe' } },
    'put /ideas/:id/text': { params: { id: idea }, body: { text: 'Relire nos lettres' } },
    'post /ideas/:id/undo': { params: { id: idea } },
    'get /ideas/:id/comments': { params: { id: idea } },
    'post /ideas/:id/comments': { params: { id: idea }, body: { nonce: randomIds.nonce(), text: 'Oui' } },
    'get /ideas/:id/thread': { params: { id: idea } },
    'post /ideas/:id/answer': { params: { id: idea }, body: { text: 'Nous essayons en juin' } },
    'get /directions/:id/waiting': { params: { id: 'lycees' } },
    'get /ballots': {},
    'put /ballots/:id/vote': { params: { id: ballot }, body: { option } },
    'get /commitments': {},
    'get /commitments/shared': {},
    'get /commitments/near': {},
    'get /directions/:id/commitments': { params: { id: 'lycees' } },
    'get /commitments/:id/notes': { params: { id: commitment } },
    'post /commitments/:id/notes': {
      params: { id: commitment },
      body: { nonce: randomIds.nonce(), text: 'Un premier courrier relu' },
    },
    'post /commitments/:id/me-too': {
      params: { id: commitment },
      body: { nonce: randomIds.nonce(), horizon: COMMITMENT.horizon, visibility: 'me' },
    },
    'post /commitments': { body: { ...COMMITMENT, nonce: randomIds.nonce() } },
    'post /commitments/:id/end': { params: { id: commitment }, body: { state: 'kept' } },
    'get /directions/:id/figures': { params: { id: 'lycees' } },
  })

  return { stage, clock, actor, call, presses, calls, close: stage.close }
}

export type OneOfEach = Awaited<ReturnType<typeof setOneOfEach>>
