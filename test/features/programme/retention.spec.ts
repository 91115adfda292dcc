import assert from 'node:assert/strict'
import { retention as command } from '../../../src/commands/programme/retention.ts'
import { open } from '../../../src/db/index.ts'
import { KEPT_MONTHS, limitOf, monthsFrom } from '../../../src/features/programme/retention/domain.ts'
import { retentionStore } from '../../../src/features/programme/retention/store.ts'
import { retentionUsecases } from '../../../src/features/programme/retention/usecases.ts'
import type { Expiry } from '../../../src/kernel/personal-data/expiry.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { WholeProgrammeView } from '../../../src/tabs/contract/programme/method.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { setOneOfEach } from '../../support/product/one-of-each.ts'
import { callerOf } from '../../support/product/routes.ts'
import { programme } from '../../support/programme/programme.ts'

describe('how long something is kept', () => {
  it('is told in months of the calendar, to the last day of a short one', () => {
    assert.deepEqual(
      [monthsFrom('2027-03-31', -1), monthsFrom('2027-11-30', 3), monthsFrom('2028-02-29', -12)],
      ['2027-02-28', '2028-02-29', '2027-02-28'],
    )
    assert.equal(monthsFrom('2027-01-15', -36), '2024-01-15')
  })

  it('begins when the last phase has ended, whatever their order, or with the thing itself', () => {
    const end =
      programme.phases
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? ''
    const names = { kind: 'ideaNames', after: 'programme' } as const
    const last = monthsFrom(end, KEPT_MONTHS.ideaNames)
    assert.equal(limitOf(programme, names, last), undefined)
    const limit = limitOf(programme, names, monthsFrom(last, 1)) ?? 0
    assert.equal(new Date(limit).toISOString().slice(0, 10), end)
    const seats = limitOf(programme, { kind: 'seats', after: 'itself' }, '2027-04-22')
    assert.equal(seats, Date.parse('2026-04-22T00:00:00+02:00'))
  })
})

onEachEngine('a night', engine => {
  const standing = freshDatabase(engine)
  const clock = fixedClock()

  /** As many as `left` says, of which `failing` ends the night. */
  const pile = (left: number, failing = Number.POSITIVE_INFINITY) => {
    const asked: number[] = []
    const expiry: Expiry = {
      kind: 'messages',
      after: 'itself',
      count: async () => left,
      erase: async (_, __, limit) => {
        asked.push(limit)
        if (asked.length > failing) throw new Error('the lights went out')
        const gone = Math.min(left, limit)
        left -= gone
        return gone
      },
    }
    return { expiry, asked }
  }
  const night = (expiries: readonly Expiry[]) =>
    retentionUsecases({ ...standing.db, programme, expiries, store: retentionStore, clock })
  const noted = () => standing.db.read(tx => retentionStore(tx).last(10))

  it('erases in batches, and notes how many with each: who dies leaves the rest to the next', async () => {
    const { expiry, asked } = pile(450, 2)
    await assert.rejects(night([expiry]).erase(), /lights/)
    assert.deepEqual(
      (await noted()).map(({ count }) => count),
      [400],
    )
    asked.length = 0
    await night([expiry]).erase()
    assert.deepEqual(
      (await noted()).map(({ kind, count }) => [kind, count]),
      [['messages', 450]],
    )
    await night([expiry]).erase()
    assert.deepEqual(
      (await noted()).map(({ count }) => count),
      [450],
    )
  })

  it('ends by itself, however much there is', async () => {
    const { expiry, asked } = pile(1_000_000)
    await night([expiry]).erase()
    assert.equal(asked.length, 100)
  })

  it('is known for two years', async () => {
    await standing.db.transact(tx => retentionStore(tx).note('2020-01-01', 'posts', 3))
    await night([]).erase()
    assert.deepEqual(await noted(), [])
  })
})

onEachEngine('what is due', engine => {
  let drop = async () => {}
  let set: Awaited<ReturnType<typeof setOneOfEach>>
  let url = ''
  beforeEach(async () => {
    const made = await engine.begin()
    drop = made.drop
    url = made.url
    set = await setOneOfEach(made.url)
    // A card that is still on its way would count only afterwards.
    await set.stage.settle()
  })
  afterEach(async () => {
    await set.stage.close()
    await drop()
  })

  const night = () => set.stage.app.router.expand({ kind: 'programme.erase', payload: {} })
  async function counts() {
    return set.stage.app.database.read(async tx => {
      const db = open(tx)
      const of = async (
        table: 'commitment' | 'commitment_note' | 'registration' | 'attendance' | 'message' | 'post',
      ) => (await db.selectFrom(table).selectAll().execute()).length
      const ideas = await db.selectFrom('idea').select(['author', 'unnamed', 'credit_name', 'text']).execute()
      return {
        named: ideas.filter(({ author, credit_name: credit }) => author !== '' || credit !== null).length,
        ideas: ideas.length,
        commitments: await of('commitment'),
        seats: await of('registration'),
        presence: await of('attendance'),
        messages: await of('message'),
        posts: await of('post'),
      }
    })
  }

  it('goes when its time has come, and nothing before', async () => {
    const before = await counts()
    await night()
    assert.deepEqual(await counts(), before)
    assert.ok(before.named > 0 && before.commitments > 0 && before.posts > 0 && before.messages > 0)
    // A year after each of them; the programme has not ended for so long.
    set.clock.advance(400 * DAY)
    await night()
    const year = await counts()
    assert.deepEqual([year.messages, year.seats], [0, 0])
    assert.deepEqual([year.named, year.posts, year.presence], [before.named, before.posts, before.presence])
    set.clock.advance(10 * 365 * DAY)
    await night()
    assert.deepEqual(await counts(), {
      ...{ named: 0, ideas: before.ideas, commitments: 0, seats: 0, presence: 0, messages: 0, posts: 0 },
    })
    const events = await set.stage.app.database.read(tx =>
      open(tx).selectFrom('event').select('person_id').where('kind', '=', 'received').execute(),
    )
    assert.ok(events.every(({ person_id: person }) => person === null))
  })

  it('takes the names off votes of open ballots, each apart, and leaves what they count', async () => {
    const votes = () =>
      set.stage.app.database.read(async tx => {
        const db = open(tx)
        const people = db.selectFrom('person').select('id')
        return {
          all: (await db.selectFrom('vote').selectAll().execute()).length,
          named: (await db.selectFrom('vote').selectAll().where('person_id', 'in', people).execute()).length,
          chosen: await db
            .selectFrom('vote_choice')
            .innerJoin('vote', join =>
              join
                .onRef('vote.ballot_id', '=', 'vote_choice.ballot_id')
                .onRef('vote.person_id', '=', 'vote_choice.person_id'),
            )
            .select(['vote.ballot_id', 'option_id', 'points', 'direction', 'voted_at'])
            .orderBy('option_id')
            .orderBy('voted_at')
            .execute(),
          totals: await db.selectFrom('ballot').select(['id', 'votes']).orderBy('id').execute(),
        }
      })
    await set.stage.app.database.transact(async tx => {
      const db = open(tx)
      const { id: ballot } = await db
        .selectFrom('ballot')
        .select('id')
        .where('secret', '=', 0)
        .executeTakeFirstOrThrow()
      const option = db.selectFrom('ballot_option').select('id').where('ballot_id', '=', ballot)
      const { id: chosen } = await option.executeTakeFirstOrThrow()
      const people = await db.selectFrom('person').select('id').orderBy('id').limit(2).execute()
      for (const [at, { id }] of people.entries()) {
        const voter = { ballot_id: ballot, person_id: id }
        const vote = { ...voter, direction: 'lycees', voted_at: set.clock.now() + at }
        await db.insertInto('vote').values(vote).execute()
        await db
          .insertInto('vote_choice')
          .values({ ...voter, option_id: chosen, points: 1 })
          .execute()
      }
    })
    const before = await votes()
    assert.ok(before.named > 1 && before.chosen.length > 1 && before.named === before.all)
    set.clock.advance(400 * DAY)
    await night()
    assert.deepEqual(await votes(), { ...before, named: 0 })
    await night()
    assert.deepEqual(await votes(), { ...before, named: 0 })
  })

  it('is told to organisers and observers by kind, rounded, without names; and by the command beforehand', async () => {
    set.clock.advance(10 * 365 * DAY)
    if (engine.name === 'postgres') {
      const lines: string[] = []
      const say = (line: string) => void lines.push(line)
      assert.equal(await command({ say, complain: say }, { DATABASE_URL: url }), 0)
      assert.match(lines.join('\n'), /Nothing was erased/)
    }
    await night()
    const { people } = set.stage.app
    const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'
    const known = await people.greet({ objectId: 'observer-1', name: 'O', tenant, language: 'fr' })
    const call = callerOf(set.stage.app.routes, { ...known, role: 'observer' })
    const { kept, erased } = await call<WholeProgrammeView>('get', '/programme/whole')
    assert.deepEqual(kept.find(({ kind }) => kind === 'presence')?.months, 36)
    assert.ok(erased.length >= 3)
    assert.ok(erased.every(({ count }) => count % 5 === 0))
  })
})
