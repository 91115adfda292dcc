import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { trialUsage } from '../../../src/features/trials/trial/usage-store.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { EventView } from '../../../src/tabs/contract/thread.ts'
import {
  ahmed,
  camille,
  maelle,
  nadia,
  setTrials,
  sophie,
  TRIAL_PLAN,
} from '../../support/features/trials.ts'

describe('a trial', () => {
  let on: Awaited<ReturnType<typeof setTrials>>

  beforeEach(async () => {
    on = await setTrials()
  })
  afterEach(() => on.stage.close())

  const refused = (code: string) => ({ name: 'Refusal', code })
  const phase = async () => (await on.sheet(nadia, on.initiative)).phase
  const kept = async (id: string) => {
    const count = (table: 'trial' | 'trial_measure') =>
      on.stage.app.database.read(tx =>
        open(tx)
          .selectFrom(table)
          .select('id')
          .where(table === 'trial' ? 'id' : ('trial_id' as 'id'), '=', id)
          .execute(),
      )
    return [(await count('trial')).length, (await count('trial_measure')).length]
  }

  it('is planned by who carries its initiative, and read by everybody', async () => {
    const { initiative, plan, trials } = on
    assert.deepEqual(await trials(ahmed, initiative), { past: [], mayPlan: true })
    assert.deepEqual(await trials(nadia, initiative), { past: [], mayPlan: false })
    const made = await plan(initiative)
    assert.deepEqual([made.number, made.state, made.mine, made.testers], [1, 'planned', true, 0])
    assert.deepEqual(made.hypothesis, { ifWe: TRIAL_PLAN.ifWe, expected: TRIAL_PLAN.expected })
    assert.deepEqual(
      made.measures.map(({ kind, text }) => [kind, text]),
      TRIAL_PLAN.measures.map(({ kind, text }) => [kind, text]),
    )
    const { current, mayPlan } = await trials(nadia, initiative)
    assert.deepEqual([current?.id, current?.mine, current?.mayType, mayPlan], [made.id, false, false, false])
    assert.equal((await trials(sophie, initiative)).current?.mayType, true)
  })

  it('is one at a time, and one whatever arrives twice', async () => {
    const { initiative, plan, call } = on
    const body = { ...TRIAL_PLAN, nonce: 'a-nonce-of-this-very-form' }
    const send = async () =>
      (await call(ahmed))<{ id: string }>('post', '/initiatives/:id/trials', {
        params: { id: initiative },
        body,
      })
    assert.equal((await send()).id, (await send()).id)
    await assert.rejects(plan(initiative), refused('trial-under-way'))
    await assert.rejects(plan(initiative, {}, nadia), refused('not-yours'))
  })

  it('says which part of a plan is missing or too much, and keeps nothing of it', async () => {
    const { initiative, plan, trials } = on
    const [number, question] = TRIAL_PLAN.measures
    assert.ok(number?.kind === 'number' && question)
    const wrong = {
      'trial-if-missing': { ifWe: ' … ' },
      'trial-if-long': { ifWe: 'é'.repeat(201) },
      'trial-expected-missing': { expected: '' },
      'trial-change-long': { change: 'x'.repeat(201) },
      'trial-place-missing': { directions: [], site: ' ' },
      'trial-site-long': { site: 'x'.repeat(121) },
      'trial-direction': { directions: ['nowhere'] },
      'trial-from-past': { from: '2027-04-21' },
      'trial-until-early': { until: '2027-04-23' },
      'trial-long': { until: '2028-04-25' },
      'trial-measures-missing': { measures: [] },
      'trial-measures-many': { measures: [number, number, question, question] },
      'trial-measure-missing': { measures: [{ ...question, text: ' ' }] },
      'trial-measure-long': { measures: [{ ...question, text: 'x'.repeat(121) }] },
      'trial-unit-long': { measures: [{ ...number, unit: 'x'.repeat(21) }] },
      malformed: { from: '2027-02-31' },
    }
    for (const [code, more] of Object.entries(wrong))
      await assert.rejects(plan(initiative, more), refused(code), code)
    assert.deepEqual(await trials(nadia, initiative), { past: [], mayPlan: false })
    assert.equal(await phase(), 'explore')
  })

  it('takes its initiative from exploring to creating, and to testing on its first day, before work', async () => {
    await on.plan(on.initiative)
    assert.equal(await phase(), 'create')
    await on.goTo('2027-04-23T06:55')
    assert.equal(await phase(), 'create')
    await on.goTo('2027-04-23T07:05')
    assert.equal(await phase(), 'test')
    const { current } = await on.trials(nadia, on.initiative)
    assert.equal(current?.state, 'running')
    await on.goTo('2027-05-21T00:05')
    assert.equal((await on.trials(ahmed, on.initiative)).current?.state, 'due')
  })

  it('begins at once where its first day is today', async () => {
    await on.plan(on.initiative, { from: '2027-04-22' })
    assert.equal(await phase(), 'test')
  })

  it('holds the phase of its sheet while it runs', async () => {
    const { initiative, call, plan, sheet } = on
    await plan(initiative, { from: '2027-04-22' })
    const known = await sheet(ahmed, initiative)
    const edit = async (more: object) =>
      (await call(ahmed))('put', '/initiatives/:id', {
        params: { id: initiative },
        body: { ...known, ...more },
      })
    await assert.rejects(edit({ phase: 'done' }), refused('phase-follows-trial'))
    await edit({ title: 'Relire à deux' })
    assert.equal(await phase(), 'test')
    const typed = { initiative, title: 'Relire à trois', phase: 'done', resources: '' }
    const { card, notice } = await on.stage.as(ahmed).presses('initiatives.edit', typed)
    assert.match(notice?.title ?? '', /suit l’essai/)
    const { fields, phases } = card.data as {
      fields: { title: string }
      phases: readonly { value: string }[]
    }
    assert.deepEqual([fields.title, phases.map(({ value }) => value)], ['Relire à trois', ['test']])
  })

  it('is changed whole before its first day, and then in where, until when and how often', async () => {
    const { initiative, plan, act, goTo } = on
    const { id, measures } = await plan(initiative)
    const [number, question] = TRIAL_PLAN.measures
    assert.ok(number && question)
    const again = {
      ...TRIAL_PLAN,
      measures: [{ ...question, id: measures[1]?.id, text: 'Est-ce plus clair ?' }],
    }
    const changed = await act(ahmed, 'put', '', id, again)
    assert.deepEqual(
      changed.measures.map(each => [each.id, each.text]),
      [[measures[1]?.id, 'Est-ce plus clair ?']],
    )
    await assert.rejects(act(nadia, 'put', '', id, again), refused('not-yours'))
    await goTo('2027-04-26T09:00')
    await assert.rejects(act(ahmed, 'put', '', id, { ...again, ifWe: 'autre chose' }), refused('trial-begun'))
    await assert.rejects(
      act(ahmed, 'put', '', id, { ...again, measures: [] }),
      refused('trial-measures-missing'),
    )
    await assert.rejects(
      act(ahmed, 'put', '', id, { ...again, until: '2027-04-25' }),
      refused('trial-until-past'),
    )
    const later = await act(ahmed, 'put', '', id, {
      ...again,
      until: '2027-06-11',
      site: 'Mende',
      rhythm: 'monthly',
    })
    assert.deepEqual([later.until, later.site, later.rhythm], ['2027-06-11', 'Mende', 'monthly'])
  })

  it('begins on its new first day alone once its days are moved', async () => {
    const { id } = await on.plan(on.initiative)
    await on.act(ahmed, 'put', '', id, { ...TRIAL_PLAN, from: '2027-04-30' })
    await on.goTo('2027-04-23T09:00')
    assert.equal(await phase(), 'create')
    await on.goTo('2027-04-30T07:05')
    assert.equal(await phase(), 'test')
  })

  it('is dropped before its first day, with all that is kept of it, and decided afterwards', async () => {
    const { initiative, plan, act, goTo, trials } = on
    const first = await plan(initiative)
    await assert.rejects(act(nadia, 'del', '', first.id), refused('not-yours'))
    await act(ahmed, 'del', '', first.id)
    await act(ahmed, 'del', '', first.id)
    assert.deepEqual(await kept(first.id), [0, 0])
    await goTo('2027-04-23T09:00')
    assert.equal(await phase(), 'create')
    const second = await plan(initiative, { from: '2027-04-23' })
    await assert.rejects(act(ahmed, 'del', '', second.id), refused('trial-begun'))
    assert.equal((await trials(nadia, initiative)).current?.number, 1)
  })

  it('is read by nobody while its idea is hidden, and begins once that is shown again', async () => {
    const { initiative, plan, trials, call, goTo, stage } = on
    const { id } = await plan(initiative)
    await (await call(maelle))('post', '/ideas/:id/hide', {
      params: { id: initiative },
      body: { reason: 'Un nom' },
    })
    await stage.settle()
    await assert.rejects(trials(nadia, initiative), refused('idea-hidden'))
    await assert.rejects(on.act(ahmed, 'put', '', id, TRIAL_PLAN), refused('idea-hidden'))
    await goTo('2027-04-23T09:00')
    await (await call(maelle))('post', '/ideas/:id/restore', { params: { id: initiative }, body: {} })
    await stage.settle()
    assert.equal(await phase(), 'test')
  })

  it('keeps its Directions in the programme', async () => {
    await on.plan(on.initiative, { directions: ['culture', 'lycees'] })
    const counts = await on.stage.app.database.read(tx => trialUsage.count(tx))
    assert.deepEqual(
      counts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ['culture', 'lycees'].map(id => ({ under: 'direction', id, count: 1 })),
    )
  })

  it('goes on when nobody carries it any more, and is theirs who take it over', async () => {
    const { initiative, plan, call, trials, act } = on
    const { id } = await plan(initiative, { from: '2027-04-22' })
    await (await call(ahmed))('put', '/initiatives/:id/membership', {
      params: { id: initiative },
      body: { joined: false },
    })
    assert.equal((await trials(ahmed, initiative)).current?.mine, false)
    const { current } = await trials(maelle, initiative)
    assert.deepEqual([current?.state, current?.mayDecide], ['running', true])
    await assert.rejects(act(ahmed, 'put', '', id, TRIAL_PLAN), refused('not-yours'))
    await (await call(camille))('post', '/initiatives', {
      body: { nonce: 'a-nonce-of-this-carrier', idea: initiative },
    })
    const now = await trials(camille, initiative)
    assert.deepEqual([now.current?.mine, now.current?.mayDecide], [true, true])
  })

  it('has its first day in the history of its initiative: as another phase, or by itself where a trial came before', async () => {
    const { initiative } = on
    const told = async () => {
      const path = { params: { id: initiative } }
      const { items } = await (await on.call(nadia))<Page<EventView>>('get', '/ideas/:id/thread', path)
      return items.map(({ kind, detail }) => (detail === undefined ? kind : `${kind} ${detail}`))
    }
    const first = await on.plan(initiative)
    await on.goTo('2027-04-23T09:00')
    assert.deepEqual((await told()).slice(-2), ['phase create', 'phase test'])
    await on.goTo('2027-05-21T10:00')
    const adjusted = { kind: 'adjust', why: 'Trop court', learnt: 'Il faut un mois' }
    await on.act(ahmed, 'put', '/decision', first.id, adjusted)
    await on.plan(initiative, { from: '2027-05-24', until: '2027-06-21' })
    assert.deepEqual((await told()).slice(-1), ['trial-decided adjust'])
    await on.goTo('2027-05-24T07:05')
    assert.deepEqual((await told()).slice(-2), ['trial-decided adjust', 'trial-begun'])
    await on.goTo('2027-05-25T07:05')
    assert.equal((await told()).filter(kind => kind === 'trial-begun').length, 1)
  })

  it('has those who follow its initiative hear of its first day, but who carries it', async () => {
    await (await on.call(camille))('put', '/ideas/:id/support', {
      params: { id: on.initiative },
      body: { support: true },
    })
    await on.plan(on.initiative)
    await on.goTo('2027-04-23T09:00')
    const told = await on.stage.app.database.read(tx =>
      open(tx).selectFrom('message').select('person_id').where('reason', 'like', '%:phase:test').execute(),
    )
    assert.deepEqual(
      told.map(row => row.person_id),
      [(await on.actor(camille)).id],
    )
  })
})
