import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type {
  InitiativeDirections,
  InitiativeSheet,
  InitiativeView,
} from '../../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { ahmed, camille, nadia, setTrials, TRIAL_PLAN } from '../../support/features/trials.ts'

const HYPOTHESIS = { ifWe: TRIAL_PLAN.ifWe, expected: TRIAL_PLAN.expected }

describe('a trial that is handed on', () => {
  let on: Awaited<ReturnType<typeof setTrials>>
  beforeEach(async () => {
    on = await setTrials()
  })
  afterEach(() => on.stage.close())

  const sheet = async (id: string) =>
    (await on.call(nadia))<InitiativeSheet>('get', '/initiatives/:id', { params: { id } })
  const directions = async (id: string) =>
    (await on.call(nadia))<InitiativeDirections>('get', '/initiatives/:id/directions', { params: { id } })
  /** Camille’s initiative, after that of Ahmed. */
  async function takenUp(): Promise<string> {
    const body = { nonce: randomIds.nonce(), text: 'Relire à deux, au musée aussi' }
    const request = { params: { id: on.initiative }, body }
    const { idea } = await (await on.call(camille))<{ idea: string }>(
      'post',
      '/initiatives/:id/inspire',
      request,
    )
    await on.stage.app.database.transact(tx => ideaStore(tx).setState(idea, 'retained'))
    await (await on.call(camille))('post', '/initiatives', { body: { nonce: randomIds.nonce(), idea } })
    return idea
  }
  const decide = (
    id: string,
    decision: 'stop' | 'generalise',
    trial: 'stopped' | 'generalised',
    to: string[] = [],
  ) =>
    on.stage.app.database.transact(async tx => {
      const ending = { decision, why: 'Trop peu de courriers.', learnt: 'Relire seul.', decided_at: 1 }
      const row = { ...ending, decided_on: '2027-05-21', decided_directions: JSON.stringify(to) }
      await open(tx).updateTable('trial').set(row).where('id', '=', id).execute()
      await open(tx).updateTable('initiative').set({ trial }).where('idea_id', '=', on.initiative).execute()
    })

  it('is carried to whoever takes it up, once it began', async () => {
    const { initiative, plan, trials, goTo } = on
    await plan(initiative)
    const child = await takenUp()
    assert.equal((await trials(camille, child)).carried, undefined)
    assert.equal((await sheet(initiative)).tried, undefined)
    await goTo('2027-04-23T08:00')
    assert.deepEqual((await sheet(initiative)).tried, HYPOTHESIS)
    const { carried } = await trials(camille, child)
    assert.equal(carried?.from.initiative, initiative)
    assert.deepEqual(
      [carried.plan.ifWe, carried.plan.expected, carried.plan.rhythm],
      [TRIAL_PLAN.ifWe, TRIAL_PLAN.expected, TRIAL_PLAN.rhythm],
    )
    assert.deepEqual(carried.plan.measures, TRIAL_PLAN.measures)
    assert.equal((await trials(nadia, child)).carried, undefined)
    await (await on.call({ objectId: 'maelle', name: 'Maëlle Rivière' }))('post', '/ideas/:id/hide', {
      params: { id: initiative },
      body: { reason: 'Nomme quelqu’un' },
    })
    assert.equal((await trials(camille, child)).carried, undefined)
  })

  it('says in which Directions it is tried, and to which it goes', async () => {
    const { initiative, plan, goTo } = on
    const { id } = await plan(initiative, { directions: ['lycees', 'culture'] })
    assert.deepEqual((await directions(initiative)).rows, [])
    await goTo('2027-04-23T08:00')
    const tried = (await directions(initiative)).rows
    assert.deepEqual(
      new Set(tried.map(({ direction, tries }) => `${direction} ${tries}`)),
      new Set(['lycees true', 'culture true']),
    )
    await decide(id, 'generalise', 'generalised', ['mobilites'])
    const child = await takenUp()
    const { rows } = await directions(initiative)
    assert.deepEqual(
      rows.toSorted((one, two) => (one.direction < two.direction ? -1 : 1)),
      [
        {
          direction: 'culture',
          taken: { id: child, title: 'Relire à deux, au musée aussi', phase: 'explore' },
        },
        { direction: 'mobilites', generalised: true },
      ],
    )
  })

  it('says in the gallery why it was stopped, and nowhere why another was not', async () => {
    const { initiative, plan, goTo, call } = on
    const { id } = await plan(initiative)
    await goTo('2027-04-23T08:00')
    await on.carried(ahmed, 'Un standard unique')
    await decide(id, 'stop', 'stopped')
    const { items } = await (await call(nadia))<Page<InitiativeView>>('get', '/initiatives', { query: {} })
    assert.deepEqual(
      new Map(items.map(each => [each.id, each.why])).get(initiative),
      'Trop peu de courriers.',
    )
    assert.deepEqual(
      items.map(({ why }) => why !== undefined),
      [false, true],
    )
    assert.deepEqual((await sheet(initiative)).tried, HYPOTHESIS)
  })
})
