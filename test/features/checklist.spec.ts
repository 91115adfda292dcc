import assert from 'node:assert/strict'
import { STEPS, type StepStates, statesOf, type WorkshopFacts } from '../../src/features/checklist/domain.ts'
import { nextActsOf } from '../../src/features/checklist/next-act.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import type {
  ChecklistView,
  StepName,
  WeekWorkshopView,
} from '../../src/tabs/contract/workshops/checklist.ts'
import { fixedClock } from '../support/product/clock.ts'
import type { Call } from '../support/product/inputs.ts'
import { callerOf } from '../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const FORM = {
  title: 'Accueillir mieux',
  axis: 'territoires',
  date: '2027-04-22',
  start: '14:00',
  end: '17:00',
  place: 'Carcassonne',
  seats: '48',
  channel: CHANNEL,
}
/** A Tuesday, 10 in Paris: the workshop is on Thursday, from 14 to 17, and its people are reminded on Wednesday. */
const NOW = Date.parse('2027-04-20T08:00:00Z')
const START = Date.parse('2027-04-22T12:00:00Z')
const END = START + 3 * HOUR

const READY: WorkshopFacts = {
  id: 'w',
  title: 'Accueillir mieux',
  state: 'announced',
  series: '',
  startsAt: START,
  endsAt: END,
  place: 'Carcassonne',
  capacity: 48,
  seats: 24,
  channels: 1,
  posted: 1,
  lost: 0,
  tables: 0,
  led: 0,
  shown: false,
  reminded: false,
  present: 0,
  ideas: 0,
  unanswered: 0,
  votes: [],
}
const nextOf = (change: Partial<WorkshopFacts>, at: number, marked: readonly StepName[] = []) => {
  const facts = { ...READY, ...change }
  const marks = marked.map(step => ({ workshop: 'w', step }))
  return nextActsOf(facts, statesOf(facts, marks), at)
}

describe('what comes next of a workshop', () => {
  it('is to announce a draft, or to look at a card that did not arrive', () => {
    assert.deepEqual(nextOf({ state: 'draft', posted: 0, channels: 0 }, NOW), { prepare: 'announce' })
    assert.deepEqual(nextOf({ posted: 0, lost: 1 }, NOW), { prepare: 'check' })
    assert.deepEqual(nextOf({ posted: 0, lost: 0 }, NOW - 9 * DAY), {})
  })

  it('is the tables from three days before on, drawn, led and shown, one after another', () => {
    assert.deepEqual(nextOf({}, START - 4 * DAY), {})
    assert.deepEqual(nextOf({ seats: 1 }, NOW), {})
    assert.deepEqual(nextOf({}, NOW), { prepare: 'draw' })
    assert.deepEqual(nextOf({ tables: 3, led: 2 }, NOW), { prepare: 'lead' })
    assert.deepEqual(nextOf({ tables: 3, led: 3 }, NOW), { prepare: 'show' })
    assert.deepEqual(nextOf({ tables: 3, led: 2, shown: true }, NOW), { prepare: 'lead' })
    assert.deepEqual(nextOf({ tables: 3, led: 3, shown: true }, NOW), {})
    assert.deepEqual(nextOf({}, NOW, ['tables']), {})
  })

  it('is the screen in the hour before, the harvest while it runs, and never the tables once it has begun', () => {
    assert.deepEqual(nextOf({}, START - HOUR - 1), { prepare: 'draw' })
    assert.deepEqual(nextOf({}, START - HOUR), { prepare: 'draw', run: 'screen' })
    assert.deepEqual(nextOf({}, START), { run: 'harvest' })
    assert.deepEqual(nextOf({}, END - 1), { run: 'harvest' })
  })

  it('is the summary once it is over, then the ideas that wait for an answer', () => {
    assert.deepEqual(nextOf({ unanswered: 2 }, END), { close: 'publish' })
    assert.deepEqual(nextOf({ unanswered: 2, summaryAt: END }, END), { close: 'answer' })
    assert.deepEqual(nextOf({ summaryAt: END }, END), {})
  })

  it('is nothing of one that was called off', () => {
    for (const state of ['cancelled', 'postponed'] as const)
      for (const at of [NOW, START, END]) assert.deepEqual(nextOf({ state }, at), {})
  })

  it('takes what rows say before what somebody said', () => {
    const states: StepStates = statesOf(
      { ...READY, votes: [{ id: 'b', question: 'Laquelle ?', open: true }] },
      [
        { workshop: 'w', step: 'vote' },
        { workshop: 'w', step: 'reminded' },
        { workshop: 'v', step: 'welcome' },
        { workshop: '', step: 'agreement' },
      ],
    )
    assert.deepEqual(
      STEPS.map(step => states[step]),
      ['outside', 'done', 'done', 'done', 'outside', 'open', 'open', 'open', 'done', 'open'],
    )
  })
})

describe('the checklist of a workshop', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string

  const publish = async (change: object = {}) => {
    const fields = { ...FORM, ...change, nonce: randomIds.nonce() }
    return ((await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }).id
  }
  beforeEach(async () => {
    clock = fixedClock(NOW)
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    workshop = await publish()
  })
  afterEach(() => stage.close())

  async function call<T>(
    method: 'get' | 'put' | 'post',
    path: string,
    more: Call = {},
    who: Someone = maelle,
  ) {
    const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'
    const actor = await stage.app.people.greet({ ...who, tenant, language: 'fr' })
    return callerOf(stage.app.routes, actor)<T>(method, path, { params: { id: workshop }, ...more })
  }
  const on = <T>(method: 'get' | 'put' | 'post', path: string, body?: object, who?: Someone) =>
    call<T>(
      method,
      `/workshops/:id/${path}`,
      { params: { id: workshop }, ...(body && { body: { ...body } }) },
      who,
    )
  const list = (who?: Someone) => on<ChecklistView>('get', 'checklist', undefined, who)
  const mark = (step: StepName, outside = true) => on<ChecklistView>('put', 'checklist', { step, outside })
  const week = async () => (await call<Page<WeekWorkshopView>>('get', '/checklist/week', {})).items
  const stateIn = ({ steps }: ChecklistView, step: StepName) => steps.find(each => each.step === step)?.state
  const doneIn = ({ steps }: ChecklistView) =>
    steps.filter(({ state }) => state === 'done').map(({ step }) => step)
  const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted
  const joins = async (who: Someone) => {
    const actor = await stage.app.people.greet({
      ...who,
      tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
      language: 'fr',
    })
    await stage.app.people.chooseDirection(actor, 'lycees')
    await stage.as(who).presses('workshops.answer', { workshop, answer: 'yes' })
    return actor
  }

  it('ticks each step when its rows are there, from the card in the channel to the summary', async () => {
    assert.deepEqual(doneIn(await list()), ['channel', 'prepared'])
    await stage.settle()
    assert.deepEqual(doneIn(await list()), ['channel', 'prepared', 'announced'])
    const { id: leader } = await joins(camille)
    await joins(karim)
    assert.deepEqual((await list()).next, { prepare: 'draw' })
    await on('put', 'facilitators', { person: leader, table: 1 })
    await on('post', 'tables', { wanted: { tables: 1 }, nonce: randomIds.nonce(), again: false })
    assert.deepEqual((await list()).next, { prepare: 'show' })
    await on('post', 'tables/show')
    assert.equal(stateIn(await list(), 'tables'), 'done')
    clock.advance(DAY)
    await stage.settle()
    assert.equal(stateIn(await list(), 'reminded'), 'done')
    clock.advance(DAY + 3 * HOUR + 30 * MINUTE)
    assert.deepEqual((await list()).next, { run: 'screen' })
    await call('put', '/attendance/:id/people/:person', {
      params: { id: workshop, person: leader },
      body: { present: true },
    })
    clock.advance(HOUR)
    const line = { key: randomIds.nonce(), text: 'Une page au plus', axis: 'territoires', table: '1' }
    await on('post', 'harvest', { lines: [line] })
    const held = await list()
    assert.deepEqual([held.ideas, held.unanswered, held.next], [1, 1, { run: 'harvest' }])
    assert.deepEqual(
      held.steps.filter(({ state }) => state === 'open').map(({ step }) => step),
      ['agreement', 'vote', 'summary'],
    )
    const vote = { question: 'Laquelle ?', options: ['La première', 'La seconde'], minutes: 15 }
    await on('post', 'room-vote', { ...vote, kind: 'single', nonce: randomIds.nonce() })
    const voted = await list()
    assert.deepEqual(
      [voted.votes.map(({ question }) => question), stateIn(voted, 'vote')],
      [['Laquelle ?'], 'done'],
    )
    clock.advance(3 * HOUR)
    assert.deepEqual((await list()).next, { close: 'publish' })
    await on('put', 'summary', { sequel: 'Dix courriers relus avant juin.', turn: 0 })
    assert.equal(stateIn(await list(), 'summary'), 'done')
    assert.deepEqual((await list()).next, { close: 'answer' })
  })

  it('takes by hand what was done outside the application, undone as it was said, and nothing else', async () => {
    assert.equal(stateIn(await mark('vote'), 'vote'), 'outside')
    assert.equal(stateIn(await mark('vote'), 'vote'), 'outside')
    assert.equal(stateIn(await mark('vote', false), 'vote'), 'open')
    await assert.rejects(mark('harvest'), code('step-by-rows'))
    await assert.rejects(mark('summary'), code('step-by-rows'))
    const written = await call<Page<{ act: string; thing: string }>>('get', '/audit', {})
    const said = written.items.filter(({ act }) => act === 'checklist.mark')
    assert.equal(said.length, 2)
  })

  it('takes the agreement of the data protection officer once for all workshops', async () => {
    await mark('agreement')
    workshop = await publish({ title: 'Un autre', date: '2027-05-20' })
    assert.equal(stateIn(await list(), 'agreement'), 'outside')
    await mark('agreement', false)
    assert.equal(stateIn(await list(), 'agreement'), 'open')
  })

  it('is for those in charge, of a workshop that there is', async () => {
    await assert.rejects(list(camille), code('role-needed'))
    workshop = 'none'
    await assert.rejects(list(), code('gone'))
    await assert.rejects(mark('vote'), code('gone'))
  })

  it('says in the week that only who leads is missing, once the tables are drawn and shown', async () => {
    await stage.settle()
    const { id: leader } = await joins(camille)
    await joins(karim)
    await on('post', 'tables', { wanted: { tables: 1 }, nonce: randomIds.nonce(), again: false })
    assert.deepEqual((await week())[0]?.missing, ['tables'])
    await on('post', 'tables/show')
    assert.deepEqual((await week())[0]?.missing, ['led'])
    await on('put', 'facilitators', { person: leader, table: 1 })
    assert.deepEqual((await week())[0]?.missing, [])
  })

  it('keeps a workshop in the week from seven days before until its summary is out', async () => {
    await stage.settle()
    await publish({ title: 'Trop loin', date: '2027-04-29', start: '18:00', end: '19:00' })
    assert.deepEqual(
      (await week()).map(({ title, missing }) => [title, missing]),
      [['Accueillir mieux', ['tables']]],
    )
    clock.advance(2 * DAY + 8 * HOUR)
    const [over] = await week()
    assert.deepEqual([over?.title, over?.missing], ['Accueillir mieux', ['summary']])
    clock.advance(20 * DAY)
    assert.deepEqual((await week())[0]?.missing, ['summary'])
    await on('put', 'summary', { sequel: 'Dix courriers relus avant juin.', turn: 0 })
    assert.deepEqual(
      (await week()).map(({ title }) => title),
      ['Trop loin'],
    )
  })
})
