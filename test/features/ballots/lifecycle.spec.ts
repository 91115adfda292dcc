import assert from 'node:assert/strict'
import { only } from '../../../src/features/ballots/ballot/choice.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { formKey } from '../../../src/kernel/storage/idempotency.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock, freshDatabase, sqlite } from '../../support/database/engines.ts'
import { ballot, routesOf, usecasesOn } from '../../support/features/ballots.ts'
import { callerOf } from '../../support/product/routes.ts'
import { agent, factsOf, lab } from '../../support/workshops/workshops.ts'

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

describe('ballots', () => {
  const clock = fixedClock()
  const standing = freshDatabase(sqlite, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const opened = (change = {}) => use().open(lab, ballot(clock.now(), change), [])
  const CHANGED = 'ballots.changed'
  const kinds = async () => (await factsOf(standing.db)).map(({ kind }) => kind)

  it('are opened once for one form, however often and at once it is sent', async () => {
    const keys = [formKey(lab.id, 'a-nonce-of-one-form', {})]
    const sent = Array.from({ length: 3 }, () => use().open(lab, ballot(clock.now()), keys))
    assert.equal(new Set((await Promise.all(sent)).map(({ id }) => id)).size, 1)
    assert.equal((await use().running(lab, 20)).items.length, 1)
  })

  it('are opened and closed by organisers only, and observers do not vote', async () => {
    const { id, options } = await opened()
    for (const role of ['agent', 'pilot', 'manager', 'observer'] as const) {
      const actor = { ...agent(1), role }
      await assert.rejects(use().open(actor, ballot(clock.now()), []), refusal('role-needed'))
      await assert.rejects(use().close(actor, id), refusal('role-needed'))
    }
    const observer = { ...agent(1), role: 'observer' } as const
    assert.throws(() => use().vote(observer, id, only(options[0]?.id ?? '')), refusal('role-needed'))
  })

  it('are refused an idea or a channel that is not there', async () => {
    await assert.rejects(opened({ ideas: ['idea1', 'nothing'] }), refusal('idea-gone'))
    await assert.rejects(opened({ where: { channel: '19:gone', directions: [] } }), refusal('channel-gone'))
  })

  it('draw their card when opened and at their end, and for no vote', async () => {
    const { id, options } = await opened()
    const [first = '', second = ''] = options.map(option => option.id)
    assert.deepEqual(await kinds(), [CHANGED])
    for (const choice of [first, first, second]) await use().vote(agent(1), id, only(choice))
    await use().vote(agent(2), id, only(second))
    assert.deepEqual(await kinds(), [])
    clock.advance(7 * DAY)
    assert.deepEqual(await kinds(), ['ballots.last-day', 'ballots.due'])
  })

  it('keep the end that closing brought forward, however often one closes', async () => {
    const { id } = await opened()
    clock.advance(DAY)
    const { closesAt } = await use().close(lab, id)
    clock.advance(DAY)
    assert.equal((await use().close(lab, id)).closesAt, closesAt)
    assert.equal(closesAt, clock.now() - DAY)
  })

  it('take no vote for another ballot’s option, nor once they have ended', async () => {
    const [one, other] = [await opened(), await opened()]
    const foreign = other.options[0]?.id ?? ''
    await assert.rejects(use().vote(agent(1), one.id, only(foreign)), refusal('option-unknown'))
    await assert.rejects(use().vote(agent(1), 'no-such-ballot', only(foreign)), refusal('gone'))
    clock.advance(7 * DAY)
    await assert.rejects(use().vote(agent(1), other.id, only(foreign)), refusal('ballot-closed'))
  })
})

describe('ballots in the tab', () => {
  const clock = fixedClock()
  const standing = freshDatabase(sqlite, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const call = <T>(method: 'get' | 'put', path: string, request = {}) =>
    callerOf(routesOf(use()), agent(1))<T>(method, path, request)
  const vote = (id: string, body: unknown) =>
    call<BallotView>('put', '/ballots/:id/vote', { params: { id }, body })

  it('are listed with my choice, and voted in as from a card', async () => {
    const { id, options, closesAt } = await use().open(lab, ballot(clock.now()), [])
    const [first] = options.map(option => option.id)
    await vote(id, { option: first })
    const { items } = await call<Page<BallotView>>('get', '/ballots')
    const [view] = items
    assert.deepEqual(
      { ...view, options: view?.options[0] },
      {
        id,
        question: ballot(0).question,
        state: 'open',
        closesAt,
        options: { id: first, title: 'Relire nos courriers avec des usagers', axis: 'usager', votes: 1 },
        votes: 1,
        voters: 6700,
        mine: only(first ?? ''),
        kind: 'single',
        most: 1,
        perOption: 1,
        quorum: 0,
        results: 'live',
        secret: false,
        audience: 'everybody',
        named: [],
        called: true,
      },
    )
    await use().close(lab, id)
    assert.equal((await call<Page<BallotView>>('get', '/ballots')).items[0]?.state, 'closed')
  })

  it('refuse what is no vote, and a page that is none', async () => {
    for (const body of [undefined, null, 'first', { option: 1 }, { option: 'x'.repeat(100) }])
      await assert.rejects(vote('b', body), refusal('malformed'))
    for (const after of ['x'.repeat(300), '1 or 1=1'])
      await assert.rejects(call('get', '/ballots', { query: { after } }), refusal('malformed'))
  })
})
