import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOPICS, type Topic } from '../../../src/features/messages/message/domain.ts'
import { silenceStore } from '../../../src/features/messages/response/silence-store.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { PreferencesView } from '../../../src/tabs/contract/messages.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const ines = { objectId: 'ines', name: 'Inès Roques' }
const omar = { objectId: 'omar', name: 'Omar Haddad' }
/** Told to few: to be stopped on their messages alone. */
const UNLISTED: readonly Topic[] = ['moderated', 'relay', 'facilitating', 'step-late']
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const WORKSHOP = { title: 'Demain', axis: 'equipe', start: '09:30', end: '12:30', place: 'Albi', seats: '1' }
/** Wednesday, before the day's look at the rules. */
const START = Date.parse('2027-04-28T03:00:00Z')

type Stage = Awaited<ReturnType<typeof setStage>>

describe('nudges in a chat', () => {
  let clock = fixedClock(START)
  let stage: Stage
  let folder: string
  const open = async () => {
    stage = await setStage({ url: `file:${join(folder, 'p.sqlite')}`, organisers: ['maelle'], clock })
  }

  beforeEach(async () => {
    clock = fixedClock(START)
    folder = mkdtempSync(join(tmpdir(), 'faire-nudges-'))
    await open()
    await stage.as(maelle).installs('channel')
    for (const [pilot, direction] of [
      [ines, 'lycees'],
      [omar, 'culture'],
    ] as const) {
      await stage.as(pilot).installs('personal')
      await stage.app.people.assignRole((await actor(pilot)).id, 'pilot', [direction])
    }
    await stage.settle()
  })
  afterEach(async () => {
    await stage.close()
    rmSync(folder, { recursive: true })
  })

  const actor = (who: typeof ines): Promise<Actor> =>
    stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })

  async function announced(): Promise<string> {
    const data = { ...WORKSHOP, date: '2027-05-04', channel: CHANNEL, nonce: randomIds.nonce() }
    const { card } = await stage.as(maelle).presses('workshops.publish', data)
    return (card.data as { id: string }).id
  }

  async function pass(hours: number): Promise<void> {
    for (let gone = 0; gone < hours; gone++) {
      clock.advance(HOUR)
      stage.app.delivery.wake()
      await stage.settle()
    }
  }

  const sentTo = ({ objectId }: typeof ines) =>
    [...stage.sent.values()].filter(
      ({ to, summary }) => to === `chat-${objectId}` && summary.includes('Atelier dans'),
    )

  /** The message sent to somebody. */
  async function messageOf(who: typeof ines, about = 'workshop-soon'): Promise<string> {
    const { id } = await actor(who)
    const found = await stage.app.database.read(tx => messageStore(tx).inState(id, 'sent'))
    return found.find(({ topic }) => topic === about)?.id ?? assert.fail('nothing was sent')
  }

  it('go once to each pilot, with a restart between the rule and the hour', async () => {
    await announced()
    await pass(3)
    assert.equal(sentTo(ines).length, 0)
    await stage.close()
    await open()
    await pass(3)
    assert.deepEqual([sentTo(ines).length, sentTo(omar).length], [1, 1])
    await stage.close()
    await open()
    await pass(30)
    assert.deepEqual([sentTo(ines).length, sentTo(omar).length], [0, 0])
  })

  it('go once after the machine slept for a day', async () => {
    await announced()
    await stage.close()
    clock.advance(30 * HOUR)
    await open()
    await pass(4)
    await stage.close()
    await open()
    await pass(2)
    const { id } = await actor(ines)
    const found = await stage.app.database.read(tx => messageStore(tx).inState(id, 'sent'))
    assert.deepEqual(found.map(({ topic }) => topic).toSorted(), ['axis-silent', 'workshop-soon'])
  })

  it('are not sent when the last seat went between the rule and the hour', async () => {
    const workshop = await announced()
    await pass(3)
    await stage.as(omar).presses('workshops.answer', { workshop, answer: 'yes' })
    await pass(8)
    assert.deepEqual([sentTo(ines).length, sentTo(omar).length], [0, 0])
    const { id } = await actor(ines)
    const dropped = await stage.app.database.read(tx => messageStore(tx).inState(id, 'dropped'))
    assert.equal(dropped.length, 1)
  })

  it('are not sent to somebody who is no longer a pilot', async () => {
    await announced()
    await pass(3)
    await stage.app.people.assignRole((await actor(ines)).id, 'agent')
    await pass(8)
    assert.deepEqual([sentTo(ines).length, sentTo(omar).length], [0, 1])
  })

  it('say that the seats are gone on a card that stays useful', async () => {
    const workshop = await announced()
    await pass(6)
    await stage.as(omar).presses('workshops.answer', { workshop, answer: 'yes' })
    const late = await stage.as(ines).presses('workshops.answer', { workshop, answer: 'yes', after: '' })
    assert.match(late.notice?.title ?? '', /complet/)
    assert.equal(late.card.template, 'workshops/registration/answer')
  })

  it('are one’s own: nobody else sees why, puts off or draws again', async () => {
    await announced()
    await pass(6)
    const message = await messageOf(ines)
    for (const verb of ['messages.why', 'messages.later', 'nudges.message']) {
      const reply = await stage.as(omar).presses(verb, { message, round: 1, day: '2027-04-29' })
      assert.match(reply.summary, /Seule la personne concernée/, verb)
    }
  })

  it('come back on no day that has passed, is too late or far', async () => {
    await announced()
    await pass(6)
    const message = await messageOf(ines)
    const put = (day: string) => stage.as(ines).presses('messages.later', { message, round: 1, day })
    assert.match((await put('2027-04-27')).notice?.title ?? '', /Cette date est passée/)
    assert.match((await put('2027-05-04')).notice?.title ?? '', /n’aura plus d’utilité/)
    assert.match((await put('2028-05-04')).notice?.title ?? '', /trois mois au plus/)
    assert.equal((await put('2027-05-03')).card.template, 'messages/message/sheet')
    // Seen again on the same card, another day takes the place of the first.
    assert.match((await put('2027-04-30')).summary, /vendredi 30/)
    await pass(7 * 24)
    assert.equal(sentTo(ines).length, 2)
  })

  it('keep an answer that was refused in the input', async () => {
    await stage.app.people.chooseDirection(await actor(omar), 'lycees')
    await stage.as(omar).says('idée Un banc devant chaque lycée')
    await stage.settle()
    await pass(13 * 24)
    const message = await messageOf(ines, 'ideas-waiting')
    const { card } = await stage.as(ines).presses('nudges.message', { message })
    const { idea } = card.data as { idea: string }
    assert.notEqual(idea, '')
    const text = 'x'.repeat(601)
    const refused = await stage.as(ines).presses('nudges.answer', { message, round: 1, idea, text })
    assert.equal(refused.card.template, 'nudges/nudge/ideas')
    assert.match(refused.notice?.title ?? '', /601 caractères pour 600/)
    assert.equal((refused.card.data as { typed: string }).typed, text)
  })

  it('are chosen in the tab as in the chat', async () => {
    const call = callerOf(stage.app.routes, await actor(ines))
    const before = await call<PreferencesView>('get', '/me/messages')
    assert.deepEqual(before, {
      perWeek: 3,
      most: 3,
      takenThisWeek: 0,
      daysOff: [],
      workdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      topics: TOPICS.filter(topic => !UNLISTED.includes(topic)).map(topic => ({ topic, on: true })),
    })
    const body = { perWeek: 5, pausedUntil: '2027-05-02', topic: { topic: 'workshop-soon', on: false } }
    const after = await call<PreferencesView>('put', '/me/messages', { body })
    assert.deepEqual([after.perWeek, after.pausedUntil, after.topics[1]?.on], [3, '2027-05-02', false])
    assert.deepEqual(await call('put', '/me/messages', { body }), after)
    const resumed = await call<PreferencesView>('put', '/me/messages', {
      body: { pausedUntil: null, perWeek: 1 },
    })
    assert.deepEqual([resumed.pausedUntil, resumed.perWeek], [undefined, 1])
    const off = { daysOff: ['friday', 'wednesday', 'friday'] }
    const { daysOff } = await call<PreferencesView>('put', '/me/messages', { body: off })
    assert.deepEqual(daysOff, ['wednesday', 'friday'])
    const every = { daysOff: before.workdays }
    await assert.rejects(call('put', '/me/messages', { body: every }), /no-day-left/)
    for (const wrong of [
      { daysOff: ['someday'] },
      { perWeek: 0 },
      { pausedUntil: '2027-02-30' },
      { topic: { topic: 'all', on: true } },
    ])
      await assert.rejects(call('put', '/me/messages', { body: wrong }), Refusal)
    await assert.rejects(call('put', '/me/messages', { body: { pausedUntil: '2027-04-01' } }), /date-past/)
  })

  it('are chosen in the chat in one form, which keeps what was chosen when it is refused', async () => {
    type Form = { on: string; offered: string; daysOff: string; perWeek: string; silent: { topic: string }[] }
    const form = ({ card }: { card: { data: unknown } }) => card.data as Form
    const before = form(await stage.as(ines).says('coups de pouce'))
    const { offered } = before
    assert.deepEqual([before.on, before.daysOff], [offered, ''])
    const chosen = { offered, topics: 'idea-answered', perWeek: '2', daysOff: 'wednesday' }
    const kept = form(await stage.as(ines).presses('messages.choose', chosen))
    assert.deepEqual([kept.on, kept.daysOff, kept.perWeek], ['idea-answered', 'wednesday', '2'])
    // Nothing chosen of several may come as nothing at all.
    const none = form(await stage.as(ines).presses('messages.choose', { offered, perWeek: '2' }))
    assert.deepEqual([none.on, none.daysOff, none.perWeek], ['', '', '2'])
    const every = 'monday,tuesday,wednesday,thursday,friday'
    const refused = await stage
      .as(ines)
      .presses('messages.choose', { offered, topics: 'workshop-soon', perWeek: '1', daysOff: every })
    assert.match(refused.notice?.title ?? '', /aucun jour/)
    const typed = form(refused)
    assert.deepEqual([typed.on, typed.daysOff, typed.perWeek], ['workshop-soon', every, '1'])
    const held = await callerOf(stage.app.routes, await actor(ines))<PreferencesView>('get', '/me/messages')
    assert.deepEqual([held.daysOff, held.perWeek], [[], 2])
  })

  it('show what fell silent, and take it up in one tap, in the chat as in the tab', async () => {
    const { id: person } = await actor(ines)
    const hush = () =>
      stage.app.database.transact(tx =>
        silenceStore(tx).hush({ person, topic: 'workshop-soon' }, clock.now()),
      )
    const silent = async () => {
      const { card } = await stage.as(ines).says('coups de pouce')
      return (card.data as { silent: { topic: string }[] }).silent.map(({ topic }) => topic)
    }
    const call = callerOf(stage.app.routes, await actor(ines))
    const line = async () => (await call<PreferencesView>('get', '/me/messages')).topics[1]
    await hush()
    assert.deepEqual(await silent(), ['workshop-soon'])
    assert.deepEqual(await line(), { topic: 'workshop-soon', on: false, quiet: true })
    await stage.as(ines).presses('messages.resume', { topic: 'workshop-soon' })
    assert.deepEqual([await silent(), await line()], [[], { topic: 'workshop-soon', on: true }])
    await hush()
    await call('put', '/me/messages', { body: { topic: { topic: 'workshop-soon', on: true } } })
    assert.deepEqual(await silent(), [])
  })

  it('offer an agent only what can concern an agent, and an observer nothing', async () => {
    const helene = { objectId: 'helene', name: 'Hélène Gaubert' }
    const topicsOf = async () => {
      const { card } = await stage.as(helene).says('nudges')
      return (card.data as { topics: { value: string }[] }).topics.map(({ value }) => value)
    }
    assert.deepEqual(await topicsOf(), [
      'my-workshop-tomorrow',
      'my-ballot-closing',
      'my-horizon',
      'my-step',
      'step-asked',
      'my-trial',
      'look-in',
      'idea-answered',
      'workshop-moved',
      'seat-offered',
      'workshop-opens',
      'workshop-feedback',
      'broadcast',
    ])
    await stage.app.people.assignRole((await actor(helene)).id, 'observer')
    assert.deepEqual(await topicsOf(), [])
  })
})
