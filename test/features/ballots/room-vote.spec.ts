import assert from 'node:assert/strict'
import { checkSecret, checkTime, roomEnd } from '../../../src/features/ballots/room-vote/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { HOUR, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type {
  RoomVoteInput,
  RoomVotePage,
  RoomVoteView,
} from '../../../src/tabs/contract/ballots/room-votes.ts'
import type { BallotRow, BallotSheet } from '../../../src/tabs/contract/ballots/sheets.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { WHEN, WORKSHOP } from '../../support/product/inputs.ts'
import { callerOf } from '../../support/product/routes.ts'
import { type Someone, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const ines = { objectId: 'ines', name: 'Inès Roques' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const lea = { objectId: 'lea', name: 'Léa Fabre' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'

describe('a room’s vote', () => {
  // 7 May 2027, 9:30 in Paris: start of the workshop, which ends at 12:30.
  const clock = fixedClock(Date.parse('2027-05-06T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string
  let end: number

  const actor = (who: Someone): Promise<Actor> =>
    stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })
  const call = async (who: Someone) => callerOf(stage.app.routes, await actor(who))
  const open = async (who: Someone, asked: Partial<RoomVoteInput> = {}) =>
    (await call(who))<RoomVoteView>('post', '/workshops/:id/room-vote', {
      params: { id: workshop },
      body: { options: ['Un banc', 'Un abri'], kind: 'single', nonce: randomIds.nonce(), ...asked },
    })
  const page = async (who: Someone) =>
    (await call(who))<RoomVotePage>('get', '/workshops/:id/room-vote', { params: { id: workshop } })
  const vote = async (who: Someone, { id, options }: BallotView, at = 0) =>
    (await call(who))<BallotView>('put', '/ballots/:id/vote', {
      params: { id },
      body: { choice: [{ option: options[at]?.id ?? '', points: 1 }] },
    })
  const close = async (who: Someone, { id }: BallotView) =>
    (await call(who))<BallotSheet>('post', '/ballots/:id/close', { params: { id } })
  const come = async (who: Someone, present = true) =>
    (await call(maelle))('put', '/attendance/:id/people/:person', {
      params: { id: workshop, person: (await actor(who)).id },
      body: { present },
    })
  const listed = async (who: Someone) =>
    (await (await call(who))<Page<BallotView>>('get', '/ballots')).items.map(({ id }) => id)
  const facilitate = async (who: Someone, table: number | null) =>
    (await call(maelle))('put', '/workshops/:id/facilitators', {
      params: { id: workshop },
      body: { person: (await actor(who)).id, table },
    })

  before(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const { card } = await stage
      .as(maelle)
      .presses('workshops.publish', { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() })
    workshop = (card.data as { id: string }).id
    for (const who of [ines, karim, camille, lea])
      await (await call(who))('put', '/workshops/:id/answer', {
        params: { id: workshop },
        body: { answer: 'yes' },
      })
    await facilitate(ines, null)
    await facilitate(karim, 2)
    await assert.rejects(open(maelle), { code: 'room-vote-early' })
    clock.advance(24 * HOUR)
    end = Date.parse('2027-05-07T10:30:00Z')
    for (const who of [ines, camille]) await come(who)
  })
  after(() => stage.close())
  afterEach(async () => {
    const { vote: last } = await page(maelle)
    if (last?.ballot.state === 'open') await close(maelle, last.ballot)
    await stage.settle()
    clock.advance(SECOND)
  })

  it('asks who is there, and who comes while it runs: it waits for them alone', async () => {
    const { ballot, link } = await open(maelle, { minutes: 15 })
    const { audience, secret, results, closesAt, votes, voters } = ballot
    assert.deepEqual([audience, secret, results], ['present', false, 'closing'])
    assert.deepEqual([closesAt, votes, voters], [clock.now() + 15 * MINUTE, 0, 2])
    assert.match(link, /^HTTPS:\/\/BOT\.EXAMPLE\/L\/B\/[\dA-Z]{16}$/)
    assert.deepEqual(await listed(camille), [ballot.id])
    assert.deepEqual(await listed(lea), [])
    await assert.rejects(vote(lea, ballot), { code: 'not-present' })
    await come(lea)
    assert.equal((await vote(lea, ballot)).mine?.length, 1)
    assert.deepEqual(await listed(lea), [ballot.id])
    await come(lea, false)
  })

  it('is opened by who runs the room, and by nobody who holds a table or a seat', async () => {
    assert.equal((await open(ines)).ballot.state, 'open')
    for (const who of [karim, camille]) {
      await assert.rejects(open(who), { code: 'room-vote-not-yours' })
      await assert.rejects(page(who), { code: 'room-vote-not-yours' })
    }
  })

  it('is one at a time, whoever presses and whatever they ask; another once it has closed', async () => {
    const nonce = randomIds.nonce()
    const asked = { nonce, minutes: 5 }
    const [one, two] = await Promise.all([open(maelle, asked), open(ines, { kind: 'dots' })])
    assert.equal(one.ballot.id, two.ballot.id)
    assert.equal((await open(ines, { options: ['A', 'B'] })).ballot.id, one.ballot.id)
    clock.advance(SECOND)
    await close(ines, one.ballot)
    // The same press, come again after its end, opens nothing.
    assert.equal((await open(maelle, asked)).ballot.id, one.ballot.id)
    clock.advance(SECOND)
    assert.notEqual((await open(maelle)).ballot.id, one.ballot.id)
  })

  it('is closed by who opened it and by who runs the room, and by nobody else', async () => {
    const { ballot } = await open(maelle)
    for (const who of [camille, karim]) await assert.rejects(close(who, ballot), { code: 'role-needed' })
    assert.equal((await close(ines, ballot)).state, 'closed')
    assert.deepEqual((await page(ines)).vote?.mayClose, false)
  })

  it('lasts until it is closed where no minutes are given, and a little longer than the workshop at the latest', async () => {
    assert.equal((await open(maelle)).ballot.closesAt, end + 15 * MINUTE)
    assert.equal(roomEnd({ endsAt: HOUR }, 0, 60), HOUR)
    assert.equal(roomEnd({ endsAt: HOUR }, 50 * MINUTE, 60), 75 * MINUTE)
    assert.equal(roomEnd({ endsAt: 0 }, 14 * MINUTE, 60), 17 * MINUTE)
    const times = { startsAt: 2 * HOUR, endsAt: 4 * HOUR }
    assert.throws(() => checkTime(times, HOUR - 1), { code: 'room-vote-early' })
    assert.doesNotThrow(() => checkTime(times, HOUR))
    assert.doesNotThrow(() => checkTime(times, 4 * HOUR + 15 * MINUTE - 1))
    assert.throws(() => checkTime(times, 4 * HOUR + 15 * MINUTE), { code: 'room-vote-over' })
  })

  it('asks about the leading ideas of the wall, the most supported first', async () => {
    const texts = ['Un banc', 'Un abri', 'Un guide', 'Une fresque', 'Un préau']
    const lines = texts.map((text, at) => ({
      key: randomIds.nonce(),
      text,
      axis: 'equipe',
      table: `${at}`,
    }))
    const path = '/workshops/:id/harvest'
    const { items } = await (await call(maelle))<{ items: { id: string }[] }>('post', path, {
      params: { id: workshop },
      body: { lines },
    })
    await (await call(camille))('put', '/ideas/:id/support', {
      params: { id: items[3]?.id ?? '' },
      body: { support: true },
    })
    const { leading } = await page(maelle)
    assert.deepEqual([leading[0]?.title, leading[0]?.supports, leading.length], ['Une fresque', 1, 5])
    const { ballot } = await open(maelle, { options: 'leading', leading: 4, kind: 'dots' })
    assert.equal(ballot.options[0]?.title, 'Une fresque')
    assert.deepEqual([ballot.options.length, ballot.most, ballot.perOption], [4, 5, 3])
    assert.match(ballot.question, /^Par quelles idées commencer/)
  })

  it('is secret for a room of twenty and more only', async () => {
    assert.deepEqual([(await page(maelle)).secret, (await page(maelle)).secretFrom], ['few', 20])
    await assert.rejects(open(maelle, { secret: true }), { code: 'room-secret-few' })
    assert.throws(() => checkSecret(19), { code: 'room-secret-few' })
    assert.doesNotThrow(() => checkSecret(20))
  })

  it('comes first of what waits in the chat, for who is there', async () => {
    await (await call(maelle))('post', '/ballots', {
      body: {
        question: 'Un tout autre vote',
        options: 'Oui\nNon',
        date: '2027-05-07',
        time: '18:00',
        channel: (await stage.app.channels.list())[0]?.id,
        nonce: randomIds.nonce(),
      },
    })
    await open(ines, { question: 'Et dans cette salle ?' })
    const { card } = await stage.as(camille).says('voter')
    assert.match(JSON.stringify(card.data), /Et dans cette salle/)
    const elsewhere = await stage.as(lea).says('voter')
    assert.match(JSON.stringify(elsewhere.card.data), /Un tout autre vote/)
    assert.doesNotMatch(JSON.stringify(elsewhere.card.data), /Et dans cette salle/)
  })

  it('is posted in no channel, and reminds nobody', async () => {
    const before = stage.sent.size
    await open(maelle, { minutes: 1 })
    await stage.settle()
    assert.equal(stage.sent.size, before)
  })

  it('stands in the list of the Lab’ like any other, with what its question was', async () => {
    const { ballot } = await open(maelle, { question: 'Celui-ci ?' })
    const { items } = await (await call(maelle))<Page<BallotRow>>('get', '/ballots/all')
    assert.deepEqual(
      items.filter(({ id }) => id === ballot.id).map(({ question, audience }) => [question, audience]),
      [['Celui-ci ?', 'present']],
    )
  })
})
