import assert from 'node:assert/strict'
import fc from 'fast-check'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { stepNames } from '../../src/features/next-steps/assignment/expiry-store.ts'
import {
  isLate,
  lastDay,
  type NextStep,
  postponed,
  shownState,
  UNDO_TIME,
} from '../../src/features/next-steps/step/domain.ts'
import { recallDay } from '../../src/features/next-steps/step/facts.ts'
import { namesOn, stepShown } from '../../src/features/next-steps/step/seen.ts'
import { nextStepStore } from '../../src/features/next-steps/step/store.ts'
import type { Role } from '../../src/kernel/access/role.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR } from '../../src/kernel/time/clock.ts'
import { dayAfter } from '../../src/kernel/time/time-zone.ts'
import type { OwnStepView, StepAskedView, StepsOnView } from '../../src/tabs/contract/next-steps.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../support/product/clock.ts'
import { callerOf } from '../support/product/routes.ts'
import { type Someone, setStage } from '../support/product/stage.ts'

const pascal = { objectId: 'pascal', name: 'Pascal Vidal' }
const aline = { objectId: 'aline', name: 'Aline Roux' }
const ahmed = { objectId: 'ahmed', name: 'Ahmed Saïdi' }
const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
/** Thursday 22 April 2027, at ten in Paris. */
const START = Date.parse('2027-04-22T08:00:00Z')

describe('next steps', () => {
  let clock = fixedClock(START)
  let stage: Awaited<ReturnType<typeof setStage>>
  let idea = ''

  beforeEach(async () => {
    clock = fixedClock(START)
    stage = await setStage({ clock, organisers: [maelle.objectId] })
    await seat(pascal, 'lycees', 'manager')
    await seat(aline, 'lycees', 'manager')
    await seat(ahmed, 'lycees')
    await seat(nadia, 'mobilites')
    await seat(maelle, undefined)
    idea = await retained('Relire nos courriers')
  })
  afterEach(() => stage.close())

  const actor = (who: Someone) => stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })

  async function seat(who: Someone, direction?: string, role: Role = 'agent'): Promise<void> {
    const known = await actor(who)
    if (direction !== undefined) await stage.app.people.chooseDirection(known, direction)
    if (role !== 'agent') await stage.app.people.assignRole(known.id, role, [direction ?? ''])
  }

  const call = async (who: Someone) => callerOf(stage.app.routes, await actor(who))

  async function retained(text: string): Promise<string> {
    const body = { text, axis: 'usager', nonce: randomIds.nonce() }
    const { id } = await (await call(ahmed))<{ id: string }>('post', '/ideas', { body })
    await stage.app.database.transact(tx => ideaStore(tx).setState(id, 'retained'))
    return id
  }

  async function write(who: Someone, more: object = {}): Promise<OwnStepView> {
    const given = { kind: 'idea', id: idea, text: 'Relire trois modèles', due: '2027-05-28', mine: false }
    const body = { ...given, nonce: randomIds.nonce(), ...more }
    return (await call(who))<OwnStepView>('post', '/steps', { body })
  }

  async function act(who: Someone, path: string, step: string, body: object = {}): Promise<OwnStepView> {
    const [method = '', route = ''] = path.split(' ')
    return (await call(who))<OwnStepView>(method as 'post', `/steps/:id${route}`, {
      params: { id: step },
      body,
    })
  }
  const ask = async (who: Someone, step: string, whom: Someone) =>
    act(who, 'put /asked', step, { person: (await actor(whom)).id })
  const answer = (who: Someone, step: string, accept: boolean) =>
    act(who, 'post /answer', step, { accept, named: false })
  const mine = async (who: Someone) =>
    (await (await call(who))<Page<OwnStepView>>('get', '/steps')).items.map(({ id }) => id)

  it('is written once, however often the form is sent', async () => {
    const nonce = randomIds.nonce()
    const sent = [await write(pascal, { nonce, mine: true }), await write(pascal, { nonce, mine: true })]
    assert.equal(sent[0]?.id, sent[1]?.id)
    const query = { kind: 'idea', id: idea }
    const { items } = await (await call(nadia))<StepsOnView>('get', '/steps/on', { query })
    assert.equal(items.length, 1)
  })

  it('is written by the Direction’s managers and the Lab’, each for their own', async () => {
    assert.equal((await write(pascal)).direction, 'lycees')
    assert.equal((await write(maelle)).direction, undefined)
    for (const who of [ahmed, nadia]) await assert.rejects(write(who), { code: 'role-needed' })
    await seat(nadia, 'mobilites', 'manager')
    await assert.rejects(write(nadia), { code: 'not-yours' })
  })

  it('refuses a fifth one to come, and takes another once one is done', async () => {
    const made: string[] = []
    for (const text of ['un', 'deux', 'trois', 'quatre'])
      made.push((await write(pascal, { text, mine: true })).id)
    await assert.rejects(write(pascal, { text: 'cinq' }), { code: 'step-many' })
    await act(pascal, 'put /state', made[0] ?? '', { state: 'kept' })
    await write(pascal, { text: 'cinq' })
  })

  it('finds ten names at most from two letters on: of the Direction for a manager, anybody for the Lab’', async () => {
    for (let n = 0; n < 12; n++) await seat({ objectId: `al-${n}`, name: `Alba Martin ${n}` }, 'lycees')
    await seat({ objectId: 'alix', name: 'Alix Noir' }, 'europe')
    const [own, lab] = [await write(pascal), await write(maelle)]
    const found = async (who: Someone, id: string, name: string) => {
      const request = { params: { id }, query: { name } }
      const page = await (await call(who))<Page<{ name: string }>>('get', '/steps/:id/colleagues', request)
      return page.items.map(each => each.name)
    }
    assert.deepEqual(await found(pascal, own.id, 'a'), [])
    assert.equal((await found(pascal, own.id, 'al')).length, 10)
    assert.deepEqual(await found(pascal, own.id, 'alix'), [])
    assert.deepEqual(await found(maelle, lab.id, 'alix'), ['Alix Noir'])
    assert.deepEqual(await found(pascal, own.id, 'pascal'), [])
  })

  it('can be asked of nobody outside the Direction by a manager, nor of an observer, nor of oneself', async () => {
    const { id } = await write(pascal)
    await assert.rejects(ask(pascal, id, nadia), { code: 'step-other-direction' })
    await assert.rejects(ask(pascal, id, pascal), { code: 'step-to-self' })
    await seat(ahmed, 'lycees', 'observer')
    await assert.rejects(ask(pascal, id, ahmed), { code: 'step-observer' })
    const lab = await write(maelle)
    assert.equal((await ask(maelle, lab.id, nadia)).askedName, nadia.name)
  })

  it('is known to who asks and who is asked alone, before somebody accepts', async () => {
    const { id } = await write(pascal)
    await ask(pascal, id, ahmed)
    for (const who of [aline, nadia, maelle]) await assert.rejects(act(who, 'get ', id), { code: 'gone' })
    assert.deepEqual([await mine(pascal), await mine(ahmed), await mine(aline)], [[id], [id], []])
    await assert.rejects(ask(pascal, id, aline), { code: 'step-asked' })
    await answer(nadia, id, false)
    assert.equal((await act(pascal, 'get ', id)).askedName, ahmed.name)
  })

  it('is not handed back and forth: two who ask each other are told how it is given back', async () => {
    const { id } = await write(pascal)
    await ask(pascal, id, aline)
    await answer(aline, id, true)
    await assert.rejects(ask(aline, id, pascal), { code: 'step-to-asker' })
    await assert.rejects(ask(pascal, id, ahmed), { code: 'step-promised' })
    await act(aline, 'post /back', id)
    const back = await act(pascal, 'get ', id)
    assert.deepEqual([back.state, back.mine, back.written], ['promised', true, true])
    await assert.rejects(act(pascal, 'post /back', id), { code: 'step-own' })
    await ask(pascal, id, ahmed)
  })

  it('is not accepted once its day is over, and is lost for that by nobody', async () => {
    const { id } = await write(pascal)
    await ask(pascal, id, ahmed)
    clock.advance(Date.parse('2027-05-29T08:00:00Z') - clock.now())
    await assert.rejects(answer(ahmed, id, true), { code: 'step-due-over' })
    await act(pascal, 'put /due', id, { due: '2027-06-18' })
    await answer(ahmed, id, true)
    assert.deepEqual(await mine(ahmed), [id])
  })

  it('goes back to who asked when its holder works elsewhere by now', async () => {
    const [held, asked] = [await write(pascal), await write(pascal, { text: 'Une autre' })]
    await ask(pascal, held.id, ahmed)
    await answer(ahmed, held.id, true)
    await ask(pascal, asked.id, ahmed)
    const lab = await write(maelle)
    await ask(maelle, lab.id, ahmed)
    await answer(ahmed, lab.id, true)
    clock.advance(31 * DAY)
    await stage.app.people.chooseDirection(await actor(ahmed), 'europe')
    await stage.settle()
    // The Lab' asks everywhere: what is promised to it stays.
    assert.deepEqual(await mine(ahmed), [lab.id])
    assert.equal((await act(pascal, 'get ', held.id)).mine, true)
    assert.equal((await act(pascal, 'get ', asked.id)).askedName, '')
  })

  it('is read on the idea that stands for its own while they are joined, and is written there alone', async () => {
    const { id } = await write(pascal, { mine: true })
    const other = await retained('Relire nos affiches')
    const joining = { params: { id: idea }, body: { into: other } }
    await (await call(maelle))('post', '/ideas/:id/merge', joining)
    await assert.rejects(write(pascal, { text: 'Plus rien ici' }), { code: 'step-merged' })
    assert.equal((await act(pascal, 'get ', id)).standing, 'merged')
    const { text } = await stage
      .as(nadia)
      .presses('ideas.show', { idea: other })
      .then(({ card }) => ({ text: JSON.stringify(card) }))
    assert.match(text, /Relire trois modèles/)
  })

  it('is shown no more, and recalled to nobody, once its idea is retained no longer', async () => {
    await stage.as(pascal).installs('personal')
    const { id } = await write(pascal, { mine: true })
    await stage.app.database.transact(tx => ideaStore(tx).setState(idea, 'aside'))
    clock.advance(Date.parse('2027-06-18T10:00:00Z') - clock.now())
    await stage.settle()
    const step = await act(pascal, 'get ', id)
    assert.equal(step.standing, 'early')
    const told = [...stage.sent.values()].filter(({ summary }) => summary.includes('Relire trois modèles'))
    assert.deepEqual(told, [])
    assert.equal((await act(pascal, 'post /drop', id, { word: 'Le budget est gelé' })).state, 'dropped')
  })

  it('takes « C’est fait » back for ten minutes, and not after', async () => {
    const { id } = await write(pascal, { mine: true })
    const kept = await act(pascal, 'put /state', id, { state: 'kept' })
    assert.equal(kept.undoUntil, clock.now() + UNDO_TIME)
    assert.equal((await act(pascal, 'put /state', id, { state: 'promised' })).state, 'promised')
    await act(pascal, 'put /state', id, { state: 'kept' })
    clock.advance(UNDO_TIME)
    await assert.rejects(act(pascal, 'put /state', id, { state: 'promised' }), { code: 'undo-over' })
  })

  it('is done for others once that can be taken back no more', async () => {
    const { id } = await write(pascal, { mine: true })
    await act(pascal, 'put /state', id, { state: 'kept' })
    const states = async () =>
      [await act(pascal, 'get ', id), await act(nadia, 'get ', id)].map(({ state, undoUntil }) => [
        state,
        undoUntil !== undefined,
      ])
    assert.deepEqual(await states(), [
      ['kept', true],
      ['promised', false],
    ])
    clock.advance(UNDO_TIME)
    assert.deepEqual(await states(), [
      ['kept', false],
      ['kept', false],
    ])
  })

  it('says where the bot cannot write yet to who is asked', async () => {
    const { id } = await write(pascal)
    const asked: StepAskedView = await ask(pascal, id, ahmed)
    assert.equal(asked.unreachable, true)
    await act(pascal, 'put /asked', id, { person: null })
    await stage.as(ahmed).installs('personal')
    const again: StepAskedView = await ask(pascal, id, ahmed)
    assert.equal(again.unreachable, undefined)
  })

  it('leaves nothing of what nobody promised, when it is dropped', async () => {
    const { id } = await write(pascal)
    await act(pascal, 'post /drop', id)
    await assert.rejects(act(pascal, 'get ', id), { code: 'gone' })
  })

  it('leads to nobody any more once its time is over, and stays promised', async () => {
    const { id } = await write(pascal, { mine: true, named: true })
    const { database } = stage.app
    assert.equal(await database.read(tx => stepNames.count(tx, START)), 0)
    clock.advance(HOUR)
    const before = clock.now()
    assert.equal(await database.read(tx => stepNames.count(tx, before)), 1)
    assert.equal(await database.transact(tx => stepNames.erase(tx, before, 10)), 1)
    const step = await database.read(tx => nextStepStore(tx).find(id))
    assert.deepEqual(
      [step?.state, step?.holder, step?.asker, step?.named],
      ['promised', undefined, undefined, undefined],
    )
  })

  it('never has a personal commitment recalled to anybody else', async () => {
    const taken = {
      axis: 'usager',
      text: 'Relire un courrier',
      horizon: '2027-04-30',
      visibility: 'everyone',
    }
    const body = { ...taken, nonce: randomIds.nonce() }
    await (await call(ahmed))('post', '/commitments', { body })
    for (const who of [pascal, aline, maelle, ahmed]) await stage.as(who).installs('personal')
    await stage.settle()
    for (let hours = 0; hours < 24 * 30; hours++) {
      clock.advance(HOUR)
      await stage.settle()
    }
    const others = [pascal, aline, maelle].map(({ objectId }) => `chat-${objectId}`)
    const told = [...stage.sent.values()].filter(({ card }) =>
      JSON.stringify(card).includes('Relire un courrier'),
    )
    assert.deepEqual(
      told.filter(({ to }) => others.includes(to)),
      [],
    )
  }).timeout(20_000)
})

describe('a next step, whatever is asked of it', () => {
  const days = fc.integer({ min: 0, max: 400 }).map(after => dayAfter('2027-01-01', after))
  const person = fc.constantFrom('p', 'q', 'r')
  const steps: fc.Arbitrary<NextStep> = fc.record(
    {
      id: fc.constant('s'),
      subject: fc.constant({ kind: 'idea' as const, id: 'i' }),
      text: fc.constant('text'),
      due: days,
      firstDue: days,
      state: fc.constantFrom('proposed', 'promised', 'kept', 'dropped'),
      turn: fc.constant(1),
      at: fc.constant(0),
      asker: person,
      holder: person,
      asked: person,
      named: fc.constant(true as const),
      endedAt: fc.integer({ min: 0, max: 10 * UNDO_TIME }),
    },
    { requiredKeys: ['id', 'subject', 'text', 'due', 'firstDue', 'state', 'turn', 'at'] },
  )
  const now = fc.integer({ min: 0, max: 12 * UNDO_TIME })

  it('names somebody to all only if they ticked it, and never where it is late', () => {
    fc.assert(
      fc.property(steps, days, now, (step, today, at) => {
        const reading = { today, now: at, nameOf: (id: string) => id, directionName: (id: string) => id }
        const shown = stepShown(step, reading)
        if (step.state === 'proposed') assert.equal(shown, undefined)
        if (!step.named || shown?.state === 'late') assert.equal(shown?.name, undefined)
        for (const id of ['p', 'q', 'r', 's']) {
          const names = namesOn(step, { id })
          if (names.asked !== '') assert.equal(step.asker, id)
          if (names.asker !== '') assert.ok([step.holder, step.asked].includes(id))
        }
      }),
    )
  })

  it('is late from the day after its own, until it is kept, dropped or put off', () => {
    fc.assert(
      fc.property(steps, days, now, (step, today, at) => {
        const late = isLate(step, today, at)
        if (late) assert.ok(step.due < today && step.state !== 'proposed' && step.state !== 'dropped')
        assert.equal(shownState(step, today, at) === 'late', late)
        assert.equal(isLate(postponed(step, dayAfter(today)), today, at), false)
      }),
    )
  })

  it('is recalled to those in charge five working days after its holder', () => {
    const worked = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    const near = (step: 1 | -1) => (from: string) => {
      let day = dayAfter(from, step)
      while (!worked(day)) day = dayAfter(day, step)
      return day
    }
    const workdays = { after: near(1), before: near(-1) }
    fc.assert(
      fc.property(days, due => {
        const recalled = recallDay(due, workdays)
        let between = 0
        for (let day = dayAfter(workdays.after(due)); day <= recalled; day = dayAfter(day))
          if (worked(day)) between++
        assert.deepEqual([worked(recalled), between], [true, 5])
      }),
    )
  })

  it('may be promised up to the last day of the programme, and for a year once that is over', () => {
    const phase = { id: 'p', title: { fr: '', en: '' }, icon: '', from: '2027-01-01', until: '2027-12-31' }
    assert.equal(lastDay([phase], '2027-04-22'), '2027-12-31')
    assert.equal(lastDay([phase], '2028-01-01'), dayAfter('2028-01-01', 366))
    assert.equal(lastDay([], '2028-01-01'), dayAfter('2028-01-01', 366))
  })
})
