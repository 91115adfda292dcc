import assert from 'node:assert/strict'
import { tableEnd } from '../../../src/features/ballots/table-votes/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { AwaitedView } from '../../../src/tabs/contract/ballots/sequels.ts'
import type { TableVoteFound, TableVoteView } from '../../../src/tabs/contract/ballots/table-votes.ts'
import type { LineView } from '../../../src/tabs/contract/ideas/harvest.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { WHEN, WORKSHOP } from '../../support/product/inputs.ts'
import { callerOf } from '../../support/product/routes.ts'
import { type Someone, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const ines = { objectId: 'ines', name: 'Inès Roques' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'

describe('a table’s vote', () => {
  // 7 May 2027, 9:30 in Paris: start of the workshop, which ends at 12:30.
  const clock = fixedClock(Date.parse('2027-05-06T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string

  const actor = (who: Someone): Promise<Actor> =>
    stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })
  const call = async (who: Someone) => callerOf(stage.app.routes, await actor(who))
  const harvest = async (who: Someone, texts: readonly string[], table = '4') => {
    const lines = texts.map(text => ({ key: randomIds.nonce(), text, axis: 'equipe', table }))
    const path = '/workshops/:id/harvest'
    const { items } = await (await call(who))<{ items: LineView[] }>('post', path, {
      params: { id: workshop },
      body: { lines },
    })
    return items.map(item => ('id' in item ? item.id : ''))
  }
  const vote = async (who: Someone, table = '4', nonce: string = randomIds.nonce()) =>
    (await call(who))<TableVoteView>('post', '/workshops/:id/table-vote', {
      params: { id: workshop },
      body: { table, nonce },
    })
  const voteOf = async (who: Someone, table = '4') =>
    (
      await (
        await call(who)
      )<TableVoteFound>('get', '/workshops/:id/table-vote', {
        params: { id: workshop },
        query: { table },
      })
    ).vote
  const titles = ({ ballot }: TableVoteView) => ballot.options.map(({ title }) => title)

  before(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const { card } = await stage
      .as(maelle)
      .presses('workshops.publish', { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() })
    workshop = (card.data as { id: string }).id
    await stage.app.people.assignRole((await actor(ines)).id, 'pilot', ['mobilites'])
    for (const who of [ines, camille])
      await (await call(who))('put', '/workshops/:id/answer', {
        params: { id: workshop },
        body: { answer: 'yes' },
      })
    clock.advance(24 * HOUR)
  })
  after(() => stage.close())

  it('asks who sits there about the table’s ideas, the most supported first, for ten minutes', async () => {
    const [, , third = ''] = await harvest(ines, ['Un banc', 'Un abri', 'Un guide'])
    await harvest(ines, ['Une autre table'], '5')
    await (await call(camille))('put', '/ideas/:id/support', {
      params: { id: third },
      body: { support: true },
    })
    const opened = await vote(ines)
    assert.equal(titles(opened)[0], 'Un guide')
    assert.deepEqual(titles(opened).toSorted(), ['Un abri', 'Un banc', 'Un guide'])
    const { kind, most, perOption, audience, closesAt, secret } = opened.ballot
    assert.deepEqual([kind, most, perOption, audience, secret], ['dots', 5, 3, 'workshop', false])
    assert.equal(closesAt, clock.now() + 10 * MINUTE)
    assert.deepEqual([opened.asked, opened.all], [3, 3])
    assert.match(opened.link, /^HTTPS:\/\/BOT\.EXAMPLE\/L\/B\/[\dA-Z]{16}$/)
    // No tables were drawn: it waits for nobody, and who has a seat and comes to it says that they sit there.
    const listed = async (who: Someone) =>
      (await (await call(who))<Page<BallotView>>('get', '/ballots')).items.map(each => each.id)
    const called = async (who: Someone) =>
      (await (await call(who))<BallotView>('get', '/ballots/:id', { params: { id: opened.ballot.id } }))
        .called
    const lea = { objectId: 'lea', name: 'Léa' }
    assert.deepEqual([await listed(camille), await listed(lea)], [[], []])
    assert.deepEqual([await called(camille), await called(lea)], [true, false])
  })

  it('is the one that runs for whoever presses meanwhile, and is found again with its totals', async () => {
    const running = await vote(ines)
    assert.equal((await vote(ines)).ballot.id, running.ballot.id)
    assert.equal((await vote(maelle, ' 4 ')).ballot.id, running.ballot.id)
    const [option = ''] = running.ballot.options.map(({ id }) => id)
    await (await call(camille))('put', '/ballots/:id/vote', {
      params: { id: running.ballot.id },
      body: { choice: [{ option, points: 2 }] },
    })
    const found = await voteOf(maelle)
    assert.deepEqual([found?.ballot.id, found?.link], [running.ballot.id, running.link])
    assert.equal(found?.ballot.options.find(({ id }) => id === option)?.votes, 2)
    assert.equal(await voteOf(maelle, '5'), undefined)
    await assert.rejects(voteOf(camille), { code: 'harvest-not-yours' })
  })

  it('is one, of two presses at the same moment', async () => {
    await harvest(ines, ['Une cour', 'Un préau'], '8')
    const opened = await Promise.all([vote(ines, '8'), vote(maelle, '8')])
    assert.equal(new Set(opened.map(({ ballot }) => ballot.id)).size, 1)
  })

  it('is another once the one before has closed, which is told until then', async () => {
    const [before, closed] = [await voteOf(ines), 11 * MINUTE]
    await stage.settle()
    clock.advance(closed)
    const ended = await voteOf(ines)
    assert.deepEqual([ended?.ballot.id, ended?.ballot.state], [before?.ballot.id, 'closed'])
    const next = await vote(ines)
    assert.notEqual(next.ballot.id, before?.ballot.id)
    assert.equal((await voteOf(maelle))?.ballot.id, next.ballot.id)
  })

  it('is opened once for one press, though that comes again after its end, and by those alone who may harvest', async () => {
    await harvest(ines, ['Une fresque', 'Un potager'], '9')
    const nonce = randomIds.nonce()
    const one = await vote(ines, '9', nonce)
    await stage.settle()
    clock.advance(11 * MINUTE)
    assert.equal((await vote(ines, '9', nonce)).ballot.id, one.ballot.id)
    // Though it came again, the next press opens the next one.
    assert.notEqual((await vote(ines, '9')).ballot.id, one.ballot.id)
    await stage.settle()
    clock.advance(11 * MINUTE)
    await assert.rejects(vote(camille), { code: 'harvest-not-yours' })
    await assert.rejects(vote(ines, ''), { code: 'table-missing' })
    await assert.rejects(vote(ines, 'sans idées'), { code: 'options-few' })
  })

  it('takes as many ideas as a ballot takes, each once, and says how many there are', async () => {
    const many = Array.from({ length: 25 }, (_, n) => `Idée ${n} de la table six`)
    await harvest(maelle, many, '6')
    const opened = await vote(maelle, '6')
    assert.deepEqual([opened.asked, opened.all, opened.ballot.options.length], [20, 25, 20])
    const long = Array.from({ length: 20 }, (_, n) => `${n} ${'é*'.repeat(135)}`)
    await harvest(maelle, long, '7')
    const fewer = await vote(maelle, '7')
    assert.ok(fewer.asked >= 2 && fewer.asked < 20)
  })

  it('is opened in the chat by the same people, with the totals at once', async () => {
    const form = await stage.as(ines).presses('ballots.table-form', { workshop })
    const { nonce } = form.card.data as { nonce: string }
    const { notice, card } = await stage
      .as(ines)
      .presses('ballots.open-table', { workshop, table: '4', nonce })
    assert.match(String(notice?.title), /^Vote ouvert jusqu’à .* 3 idées sur 3/)
    assert.equal(card.template, 'ballots/results/totals')
    const refused = await stage.as(camille).presses('ballots.table-form', { workshop })
    assert.match(refused.summary, /^La récolte est réservée/)
  })

  it('is said to have nothing follow in one press by who opened it or the Lab’, and by nobody else', async () => {
    await harvest(ines, ['Une horloge', 'Un banc au soleil'], '12')
    const { ballot } = await vote(ines, '12')
    const settle = async (who: Someone, none: boolean) =>
      (await call(who))<BallotView>('put', '/ballots/:id/sequel', {
        params: { id: ballot.id },
        body: { none },
      })
    await assert.rejects(settle(ines, true), { code: 'step-early' })
    await stage.settle()
    clock.advance(11 * MINUTE)
    await stage.settle()
    assert.deepEqual(
      [(await voteOf(ines, '12'))?.ballot.maySettle, (await voteOf(ines, '12'))?.ballot.follows?.kind],
      ['press', 'awaited'],
    )
    await assert.rejects(settle(camille, true), { code: 'not-yours' })
    const none = await settle(ines, true)
    assert.deepEqual(none.follows, { kind: 'none', undoUntil: clock.now() + 10 * MINUTE })
    // Others read it once it stands; the Lab' takes it back as well.
    const seen = await (await call(camille))<BallotView>('get', '/ballots/:id', { params: { id: ballot.id } })
    assert.equal(seen.follows?.kind, 'awaited')
    assert.equal((await settle(maelle, false)).follows?.kind, 'awaited')
    await settle(maelle, true)
    clock.advance(11 * MINUTE)
    const { follows } = await (await call(camille))<BallotView>('get', '/ballots/:id', {
      params: { id: ballot.id },
    })
    assert.deepEqual(follows, { kind: 'none' })
    await assert.rejects(settle(ines, false), { code: 'undo-over' })
  })

  it('is followed by what the summary of its workshop says, once that is published: nobody is asked of each table', async () => {
    const { ballot } = (await voteOf(ines, '9')) ?? {}
    const settled = (await voteOf(ines, '12'))?.ballot.id ?? ''
    clock.advance(4 * HOUR)
    await stage.settle()
    const lab = await call(maelle)
    const awaited = async () => (await lab<AwaitedView>('get', '/ballots/awaited')).count
    const followsOf = async (id = '') =>
      (await (await call(camille))<BallotView>('get', '/ballots/:id', { params: { id } })).follows
    assert.ok((await awaited()) >= 3)
    assert.equal((await followsOf(ballot?.id))?.kind, 'awaited')
    const sent = { params: { id: workshop }, body: { sequel: 'Dès lundi', turn: 0 } }
    await lab('put', '/workshops/:id/summary', sent)
    await stage.settle()
    assert.equal(await awaited(), 0)
    assert.deepEqual(await followsOf(ballot?.id), { kind: 'summary' })
    // What was said of one stays said.
    assert.deepEqual(await followsOf(settled), { kind: 'none' })
  })

  it('ends with the workshop, unless that ends too soon for a vote', () => {
    assert.equal(tableEnd(60 * MINUTE, 0), 10 * MINUTE)
    assert.equal(tableEnd(5 * MINUTE, 0), 5 * MINUTE)
    assert.equal(tableEnd(2 * MINUTE, 0), 10 * MINUTE)
    assert.equal(tableEnd(-HOUR, 0), 10 * MINUTE)
  })
})
