import { randomBytes } from 'node:crypto'
import { createLogger } from '../../../src/config/index.ts'
import { open } from '../../../src/db/index.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import type { Telling } from '../../../src/features/messages/message/domain.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { nextStepStore } from '../../../src/features/next-steps/step/store.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { noLimits } from '../../../src/kernel/requests/limits.ts'
import type { PublishedSynthesisView } from '../../../src/tabs/contract/ideas/synthesis.ts'
import type { TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import type { Engine } from '../../support/database/engines.ts'
import { startBot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import {
  BALLOT,
  BOX,
  BROADCAST,
  COMMITMENT,
  IDEA,
  PLAN,
  SERIES,
  STEP,
  type Things,
  WHEN,
  WORKSHOP,
} from '../../support/product/inputs.ts'
import { FOREIGN_TENANT, type Person, person } from '../../support/sign-in/cast.ts'
import { GENERAL } from '../../support/teams/index.ts'

/** Stands in everybody's name and in every text that is sent: no line of a log may hold either. */
export const NAME_MARK = 'Marquetis'
export const TEXT_MARK = 'zébrule'

const named = (first: string, particulars: Partial<Person> = {}) =>
  person(`${first} ${NAME_MARK}`, particulars)
const LAB = named('Ysé', { role: 'organiser', direction: 'modernisation' })
const AGENT = named('Oriane', { direction: 'lycees' })
export const PEOPLE: readonly Person[] = [
  LAB,
  AGENT,
  named('Basile', { role: 'manager', direction: 'lycees' }),
  named('Inaya', { role: 'pilot', direction: 'mobilites', locale: 'en-GB' }),
  named('Hector', { role: 'observer' }),
  named('Lou'),
  named('Sacha', { tenant: FOREIGN_TENANT }),
]

const WORDY = ['text', 'title', 'question', 'place', 'options', 'description']

/** The same, the mark behind all that a person writes. */
export function marked<T extends object>(data: T): T {
  const all = Object.entries(data).map(([key, value]) => [
    key,
    WORDY.includes(key) && typeof value === 'string' ? `${value} ${TEXT_MARK}` : value,
  ])
  return Object.fromEntries(all) as T
}

export type Ground = Awaited<ReturnType<typeof setGround>>

/** The whole product, people of each role and one of each thing. The rate limits are off: they would end it at once. */
export async function setGround(engine: Engine, lines: string[]) {
  const log = createLogger('trace', { write: line => void lines.push(line) })
  const { url, drop } = await engine.begin()
  const bot = await startBot(url, { people: PEOPLE, limits: noLimits, log })
  const { activities, deliver } = bot.teams
  const { database, messages, people } = bot.app
  await bot.seat(PEOPLE.filter(({ tenant }) => tenant !== FOREIGN_TENANT))
  await bot.as(LAB).installs(GENERAL)
  await bot.settle()

  async function made(verb: string, field: string, given: object): Promise<string> {
    const data = { ...marked(given), nonce: randomIds.nonce() }
    const where = { conversation: activities.chatOf(LAB) }
    const { body } = await deliver(activities.executed(LAB, where, 'card', { verb, data }))
    return found(new RegExp(`"${field}":"([^"]+)"`).exec(JSON.stringify(body))?.[1], `a ${field}`)
  }

  async function posted(path: string, body: object): Promise<string> {
    const nonce = randomIds.nonce()
    return (await bot.api(AGENT).post<{ id: string }>(path, { ...marked(body), nonce })).id
  }

  async function retained(): Promise<string> {
    const idea = await posted('/ideas', { text: IDEA.text, axis: IDEA.axis })
    await database.transact(tx => ideaStore(tx).setState(idea, 'retained'))
    return idea
  }

  async function told(telling: Pick<Telling, 'topic' | 'subject' | 'by'>): Promise<string> {
    const { id } = await people.greet({ ...AGENT, language: 'fr' })
    const reason = `told-${telling.topic}`
    await database.transact(tx => messages.tell(tx, { person: id, reason, ...telling }))
    const waiting = await database.read(tx => messageStore(tx).inState(id, 'waiting'))
    return found(waiting.find(each => each.reason === reason)?.id, 'a message')
  }

  async function optionOf(ballot: string): Promise<string> {
    const query = (tx: Parameters<Parameters<typeof database.read>[0]>[0]) =>
      open(tx).selectFrom('ballot_option').select('id').where('ballot_id', '=', ballot).execute()
    return found((await database.read(query))[0]?.id, 'an option')
  }

  /** Somebody without a role, whom nobody acts as. */
  async function colleague(): Promise<string> {
    const newcomer = await people.greet({
      ...AGENT,
      objectId: 'newcomer',
      name: 'Nina Faure',
      language: 'fr',
    })
    return (await people.chooseDirection(newcomer, 'lycees')).id
  }

  /** What follows of a retained idea: whoever acts promised it. */
  async function stepOn(idea: string): Promise<string> {
    const id = randomIds.next()
    const { id: holder } = await people.greet({ ...AGENT, language: 'fr' })
    const promised = { state: 'promised', holder, firstDue: STEP.due, turn: 1, at: bot.clock.now() } as const
    const subject = { kind: 'idea', id: idea } as const
    await database.transact(tx => nextStepStore(tx).add({ id, ...STEP, ...promised, subject }))
    return id
  }

  /** What the Lab' writes of an idea, and publishes. */
  async function sentenceOn(idea: string): Promise<Pick<Things, 'sentence' | 'published'>> {
    const [lab, axis] = [bot.api(LAB), IDEA.axis]
    const body = { nonce: randomIds.nonce(), axis, text: 'On relirait.', ideas: [idea] }
    const { id: sentence } = await lab.post<{ id: string }>('/syntheses/sentences', body)
    await lab.post('/syntheses/publish', { axis })
    const { alone } = await lab.get<PublishedSynthesisView>(`/syntheses/published/${axis}`)
    return { sentence, published: alone.sentences[0]?.id ?? '' }
  }

  /** What an initiative of whoever acts will try. */
  async function planned(): Promise<Pick<Things, 'trial' | 'measure' | 'question' | 'lookIn' | 'tried'>> {
    const initiative = await posted('/initiatives', { idea: await retained() })
    const body = { ...PLAN, nonce: randomIds.nonce() }
    const trial = await bot.api(AGENT).post<TrialView>(`/initiatives/${initiative}/trials`, body)
    const [measure = '', question = ''] = trial.measures.map(({ id }) => id)
    return { trial: trial.id, measure, question, lookIn: 'no-such-round', tried: initiative }
  }

  async function begun(): Promise<string> {
    const broadcast = await made('broadcasts.write', 'broadcast', BROADCAST)
    await made('broadcasts.rehearse', 'broadcast', { broadcast })
    return made('broadcasts.start', 'broadcast', { broadcast, version: 1 })
  }

  const workshop = await made('workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP })
  const ballot = await made('ballots.open', 'ballot', { ...WHEN, ...BALLOT })
  const subject = { workshop, revision: 0, moved: 'when' }
  const other = await posted('/ideas', { text: 'Relire nos affiches', axis: IDEA.axis })
  const series = await made('workshops.series-write', 'series', SERIES)
  const idea = await posted('/ideas', { text: IDEA.text, axis: IDEA.axis })
  const followed = await retained()
  const things: Things = {
    utterance: 'utterance',
    workshop,
    doomed: await made('workshops.publish', 'workshop', { ...WHEN, ...WORKSHOP }),
    series,
    day: await made('workshops.day-write', 'workshop', { ...WHEN, ...WORKSHOP, series }),
    ballot,
    option: await optionOf(ballot),
    box: await made('ideas.open-box', 'box', BOX),
    idea,
    comment: await posted(`/ideas/${idea}/comments`, { text: 'Le nôtre tient sur une page' }),
    other,
    merge: other,
    retained: followed,
    step: await stepOn(followed),
    ...(await sentenceOn(followed)),
    initiative: await posted('/initiatives', { idea: await retained() }),
    ...(await planned()),
    commitment: await posted('/commitments', COMMITMENT),
    message: await told({ topic: 'workshop-soon', subject: { workshop, direction: 'lycees' }, by: 'nudges' }),
    moved: await told({ topic: 'workshop-moved', subject, by: 'workshops' }),
    asked: await told({ topic: 'workshop-feedback', subject, by: 'feedback' }),
    direction: 'lycees',
    colleague: await colleague(),
    channel: WORKSHOP.channel,
    broadcast: await made('broadcasts.write', 'broadcast', BROADCAST),
    started: await begun(),
  }
  /** Values that are right somewhere: ids of things, of people, words of a closed list. */
  const words = [
    'on',
    'off',
    'yes',
    'no',
    'full',
    'kept',
    'me',
    'everyone',
    'fr',
    'en',
    'equipe',
    'lycees',
    '',
  ]
  const pool = [...Object.values(things), ...words, AGENT.objectId, randomBytes(16).toString('hex'), 1, true]
  const lab = () => people.greet({ ...LAB, language: 'fr' })
  return { bot, things, pool, lab, log: lines, close: () => bot.close().finally(drop) }
}
