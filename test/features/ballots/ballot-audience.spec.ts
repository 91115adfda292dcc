import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { audienceUsecases } from '../../../src/features/ballots/ballot/audience-usecases.ts'
import { only } from '../../../src/features/ballots/ballot/choice.ts'
import type { BallotResult } from '../../../src/features/ballots/ballot/domain.ts'
import { audienceText } from '../../../src/features/ballots/ballot/rules-cards.ts'
import { ballotStore } from '../../../src/features/ballots/ballot/store.ts'
import { resultCard } from '../../../src/features/ballots/results/cards.ts'
import { turnoutStore } from '../../../src/features/ballots/results/turnout-store.ts'
import { closingUsecases } from '../../../src/features/ballots/results/turnout-usecases.ts'
import { peopleStore } from '../../../src/features/people/person/store.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, sqlite } from '../../support/database/engines.ts'
import { ballot, routesOf, usecasesOn } from '../../support/features/ballots.ts'
import { SOONEST } from '../../support/features/figures.ts'
import { callerOf } from '../../support/product/routes.ts'
import { agent, channel, factsOf, lab } from '../../support/workshops/workshops.ts'

const refused = (code: string) => ({ code })
const first = ({ options }: BallotResult) => only(options[0]?.id ?? '')
const TWO = { kind: 'directions', directions: ['direction-1', 'direction-2'] } as const
const SEATS = { kind: 'workshop', workshop: 'w1' } as const
const CHANNELS = { kind: 'channels', channels: [] } as const

describe('a ballot’s audience', () => {
  const clock = fixedClock()
  const standing = freshDatabase(sqlite, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const opened = (change = {}) => use().open(lab, ballot(clock.now(), change), [])
  const tally = async (id: string) => (await use().show(lab, id)).votes

  it('of Directions is theirs alone: others read and are told no, who has not said theirs is asked to', async () => {
    const one = await opened({ audience: TWO })
    await use().vote(agent(1), one.id, first(one))
    await assert.rejects(use().vote(agent(3), one.id, first(one)), refused('not-in-audience'))
    const { direction: _, ...nowhere } = agent(1)
    await assert.rejects(use().vote({ ...nowhere, id: 'x' }, one.id, first(one)), refused('direction-first'))
    const seen = await use().show(agent(3), one.id)
    assert.deepEqual([seen.called, seen.voters, seen.votes], [false, 1_340, 1])
    assert.deepEqual(seen.named, ['Direction 1', 'Direction 2'])
    assert.equal((await use().show(agent(2), one.id)).called, true)
  })

  it('of a workshop is whoever has a seat there', async () => {
    const one = await opened({ audience: SEATS })
    await use().vote(agent(4), one.id, first(one))
    await assert.rejects(use().vote(agent(14), one.id, first(one)), refused('not-at-workshop'))
    const { voters, named } = await use().show(agent(14), one.id)
    assert.deepEqual([voters, named], [10, ['Le lycée, demain']])
    // Two of ten gave their seats up since: who voted was called.
    const parts = {
      programme: { directions: [], direction: () => undefined },
      channels: { list: async () => [] },
      sequels: { followedAll: async () => new Map() },
    }
    const workshops = { posted: async () => ({ title: '', seatsTaken: 0 }) }
    const left = audienceUsecases({ ...parts, workshops } as unknown as Parameters<
      typeof audienceUsecases
    >[0])
    assert.equal((await left.addressed({ ...one, votes: 2 })).voters, 2)
  })

  it('of channels is whoever votes there; who did may change it anywhere, and nobody knows how many they are', async () => {
    const one = await opened({ audience: CHANNELS })
    assert.deepEqual(one.audience, { kind: 'channels', channels: [channel.id] })
    await assert.rejects(use().vote(agent(1), one.id, first(one)), refused('vote-in-channel'))
    await assert.rejects(use().vote(agent(1), one.id, first(one), '19:other'), refused('vote-in-channel'))
    await use().vote(agent(1), one.id, first(one), channel.id)
    const changed = await use().vote(agent(1), one.id, only(one.options[1]?.id ?? ''))
    assert.deepEqual([changed.votes, changed.voters, changed.called], [1, undefined, true])
  })

  it('of many channels names each by its team, four in the rules and how many others', async () => {
    const all = ['A', 'B', 'C', 'D', 'E'].map(team => ({
      id: team,
      name: 'Général',
      teamName: `Équipe ${team}`,
    }))
    const parts = { programme: { directions: [], direction: () => undefined }, workshops: {} }
    const use = audienceUsecases({
      ...parts,
      channels: { list: async () => all },
    } as unknown as Parameters<typeof audienceUsecases>[0])
    const audience = { kind: 'channels', channels: all.map(({ id }) => id) } as const
    const named = await use.namesOf(audience)
    const text = audienceText(wordsIn('fr', 'Europe/Paris'), { audience, named })
    assert.match(text, /Équipe A · Général, .*Équipe D · Général et 1 autre$/)
  })

  it('decides what waits for whom, in the chat and in the tab', async () => {
    for (const audience of [TWO, SEATS, CHANNELS]) await opened({ audience })
    const waiting = async (number: number) => (await use().awaiting(agent(number)))?.audience.kind
    assert.deepEqual(
      [await waiting(12), await waiting(5), await waiting(15)],
      ['directions', 'workshop', undefined],
    )
    const call = callerOf(routesOf(use()), agent(15))
    const { items } = await call<{ items: { audience: string; called: boolean; voters?: number }[] }>(
      'get',
      '/ballots',
    )
    assert.deepEqual(items.map(item => [item.audience, item.called, item.voters]).toSorted(), [
      ['channels', false, undefined],
      ['directions', false, 1_340],
      ['workshop', false, 10],
    ])
  })

  it('is refused with no Direction, one that is none, and no workshop', async () => {
    await assert.rejects(
      opened({ audience: { kind: 'directions', directions: [] } }),
      refused('directions-missing'),
    )
    await assert.rejects(
      opened({ audience: { kind: 'directions', directions: ['nowhere'] } }),
      refused('direction-unknown'),
    )
    await assert.rejects(opened({ audience: { kind: 'workshop', workshop: 'gone' } }), refused('gone'))
  })

  it('bounds the quorum where its size is known; five is the least of a secret one', async () => {
    await assert.rejects(opened({ quorum: 6_701 }), refused('quorum-unreachable'))
    await assert.rejects(opened({ audience: TWO, quorum: 1_341 }), refused('quorum-unreachable'))
    await assert.rejects(opened({ secret: true, quorum: 4 }), refused('quorum-secret'))
    for (const change of [{ quorum: 6_700 }, { audience: SEATS, quorum: 11 }, { secret: true, quorum: 5 }])
      assert.equal((await opened(change)).quorum, change.quorum)
  })

  it('is who is silent, a page at a time, and whose Directions have a turn-out', async () => {
    const { db } = standing
    await db.transact(async tx => {
      for (let at = 0; at < 14; at += 1) {
        const { id, direction = '' } = agent(at)
        const person = { id, tenant: 't', object_id: id, name: id, role: 'agent', direction } as const
        const rest = { deputy: 0, language: 'fr', language_chosen: 0, leads: '[]', created_at: 1 } as const
        const reach = {
          reach: 'conversation',
          reach_since: 1,
          reach_how: 'message',
          reach_last: '{}',
        } as const
        await open(tx)
          .insertInto('person')
          .values({ ...person, ...rest, ...reach })
          .execute()
      }
    })
    assert.ok(await db.read(tx => peopleStore(tx).byId('p-1')))
    const seats = Array.from({ length: 10 }, (_, at) => `p-${at}`)
    const workshops = {
      seatedIn: async (_: string, limit: number, after = '') =>
        seats.filter(id => id > after).slice(0, limit),
    }
    const directions = Array.from({ length: 3 }, (_, at) => ({
      id: `direction-${at}`,
      name: '',
      headcount: 100,
    }))
    const parts = { ...db, clock, programme: { directions }, workshops, draw: SOONEST }
    const closing = closingUsecases({ ...parts, store: ballotStore, turnout: turnoutStore })
    const [ofTwo, ofSeats, ofChannels] = [
      await opened({ audience: TWO }),
      await opened({ audience: SEATS }),
      await opened({ audience: CHANNELS }),
    ]
    await use().vote(agent(1), ofTwo.id, first(ofTwo))
    assert.deepEqual(await closing.nonVoters(ofTwo.id, 20), ['p-11', 'p-12', 'p-2'])
    for (const voter of [0, 1, 2, 4]) await use().vote(agent(voter), ofSeats.id, first(ofSeats))
    assert.deepEqual(await closing.nonVoters(ofSeats.id, 2), ['p-3', 'p-5'])
    assert.deepEqual(await closing.nonVoters(ofSeats.id, 20, 'p-5'), ['p-6', 'p-7', 'p-8', 'p-9'])
    assert.deepEqual(await closing.nonVoters(ofChannels.id, 20), [])
    const turnouts = await closing.turnouts(await use().show(lab, ofTwo.id))
    assert.deepEqual(
      [...turnouts],
      [
        ['direction-1', undefined],
        ['direction-2', undefined],
      ],
    )
    assert.equal((await closing.turnouts(ofSeats)).size, 0)
  })

  it('is cut by Direction once it has closed, held back, in the programme’s order', async () => {
    const one = await opened({ audience: TWO })
    for (const number of [2, 12, 22, 32, 42, 52, 62, 72, 82, 92, 1, 11, 21, 31])
      await use().vote(agent(number), one.id, first(one))
    assert.deepEqual(await use().byDirection(agent(3), one.id), [])
    await use().close(lab, one.id)
    const cut = await use().byDirection(agent(3), one.id)
    assert.deepEqual(
      cut.map(({ direction, votes }) => [direction.id, votes]),
      [
        ['direction-1', 10],
        ['direction-2', 10],
      ],
    )
    const call = callerOf(routesOf(use()), agent(3))
    const request = { params: { id: one.id } }
    const { supports } = await call<{ supports: object[] }>('get', '/ballots/:id/directions', request)
    assert.deepEqual(supports, [{ option: one.options[0]?.id, count: 1 }])
    const directions = Array.from({ length: 30 }, (_, at) => ({
      id: `direction-${at}`,
      name: '',
      headcount: 9,
    }))
    const voice = { words: wordsIn('fr', 'Europe/Paris'), programme: { directions, axis: () => undefined } }
    const { data } = resultCard(voice, await use().show(lab, one.id), [])
    assert.match(data.outcome, /1 Direction sur 2 la soutient/)
    assert.match(data.participation, /14 votes sur 1\u202F340, soit 1\u202F%/)
  })

  it('is not cut by Direction where the total would tell the rest, nor where one was asked', async () => {
    const cutOf = async (audience: object, voters: readonly number[], secret = false) => {
      const one = await opened({ audience, secret })
      for (const number of voters) await use().vote(agent(number), one.id, first(one))
      await use().close(lab, one.id)
      return (await use().byDirection(agent(3), one.id)).length
    }
    const ten = Array.from({ length: 10 }, (_, at) => 10 * at + 12)
    for (const secret of [false, true]) {
      // One Direction in two would say nothing, and beside « 10 votes » the other would be all of them.
      assert.equal(await cutOf(TWO, ten, secret), 0)
      assert.equal(await cutOf({ kind: 'directions', directions: ['direction-2'] }, ten, secret), 0)
      assert.equal(await cutOf(TWO, [...ten, 1, 11, 21, 31, 41, 51], secret), 2)
    }
  })

  it('changes nothing of when it opens: by the clock, or by hand, told once; never before', async () => {
    const kinds = async () => (await factsOf(standing.db)).map(({ kind }) => kind)
    const later = await opened({ opensAt: clock.now() + DAY })
    assert.equal(later.stage, 'scheduled')
    assert.deepEqual(await kinds(), [])
    assert.equal(await use().posted(later.id), undefined)
    await assert.rejects(use().vote(agent(1), later.id, first(later)), refused('ballot-not-open'))
    await assert.rejects(use().show(agent(1), later.id), refused('ballot-not-open'))
    assert.deepEqual((await use().running(agent(1), 20)).items, [])
    assert.deepEqual((await use().agenda(agent(1), 20)).items, [])
    assert.deepEqual(
      (await use().waiting(lab)).map(({ id }) => id),
      [later.id],
    )
    clock.advance(DAY)
    assert.deepEqual(await kinds(), ['ballots.opening'])
    for (let times = 0; times < 3; times += 1) await use().begin(later.id)
    assert.deepEqual(await kinds(), ['ballots.changed'])
    await use().vote(agent(1), later.id, first(later))
    assert.equal(await tally(later.id), 1)
  })

  it('waits for a hand where a draft does, which may be quicker than the clock', async () => {
    const draft = await opened({ opensAt: 'hand' })
    await assert.rejects(use().vote(agent(1), draft.id, first(draft)), refused('ballot-draft'))
    for (const role of ['agent', 'manager'] as const)
      await assert.rejects(use().start({ ...agent(1), role }, draft.id), refused('role-needed'))
    assert.equal((await use().start(lab, draft.id)).stage, 'open')
    assert.equal((await use().start(lab, draft.id)).opensAt, clock.now())
    const hurried = await opened({ opensAt: clock.now() + DAY })
    await use().start(lab, hurried.id)
    assert.equal((await use().show(agent(1), hurried.id)).stage, 'open')
  })

  it('never sees what was closed before it opened', async () => {
    const never = await opened({ opensAt: clock.now() + DAY })
    clock.advance(HOUR)
    await use().close(lab, never.id)
    clock.advance(2 * DAY)
    assert.equal(await use().posted(never.id), undefined)
    assert.deepEqual((await use().agenda(agent(1), 20)).items, [])
    await assert.rejects(use().start(lab, never.id), refused('ballot-closed'))
  })

  it('sees no total before the end where totals are for the end, on any surface', async () => {
    const one = await opened({ results: 'closing', quorum: 2 })
    const seen = await use().vote(agent(1), one.id, first(one))
    assert.deepEqual([seen.votes, ...seen.options.map(({ votes }) => votes)], [1, 0, 0, 0])
    const call = callerOf(routesOf(use()), agent(1))
    const { items } = await call<{ items: { options: object[] }[] }>('get', '/ballots')
    assert.ok(items[0]?.options.every(option => !('votes' in option)))
    const ended = await use().close(lab, one.id)
    assert.equal(ended.options[0]?.votes, 1)
  })
})
