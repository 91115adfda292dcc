import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sql } from 'kysely'
import { open } from '../../src/db/index.ts'
import { only } from '../../src/features/ballots/ballot/choice.ts'
import type { BallotResult } from '../../src/features/ballots/ballot/domain.ts'
import { turnoutStore } from '../../src/features/ballots/results/turnout-store.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { DAY, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ballot, secretsOn, usecasesOn } from '../support/features/ballots.ts'
import { agent, lab } from '../support/workshops/workshops.ts'

const [OLD, NEW] = ['the secret of last year, long enough', 'the secret of this year, long enough']
const tally = ({ options }: Pick<BallotResult, 'options'>) => options.map(({ votes }) => votes)
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

onEachEngine('a secret ballot', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = (...secrets: string[]) =>
    usecasesOn(standing.db, clock, secrets.length > 0 ? { ballotSecrets: secrets } : {})
  const opened = (...secrets: string[]) =>
    use(...secrets).open(lab, ballot(clock.now(), { secret: true }), [])
  const rows = async (table: 'sealed_vote' | 'ballot_key' | 'ballot_scrub' | 'vote' | 'vote_choice') =>
    (await standing.db.read(tx => open(tx).selectFrom(table).selectAll().execute())) as Record<
      string,
      unknown
    >[]
  const facts = async () =>
    (await standing.db.read(tx => open(tx).selectFrom('fact').selectAll().execute())).map(({ kind }) => kind)

  /** Makes somebody known, by an account of their own unless it is that of `object`. */
  function come(id: string, object = id) {
    const account = { tenant: 't', name: '', role: 'agent', language: 'fr', leads: '[]' } as const
    const reach = { reach: 'not-installed', reach_since: 0, reach_how: 'met', reach_last: '{}' } as const
    const person = { ...account, ...reach, language_chosen: 0, deputy: 0, created_at: 0, object_id: object }
    return standing.db.transact(tx =>
      open(tx)
        .insertInto('person')
        .values({ ...person, id })
        .execute(),
    )
  }

  it('counts each voter’s last choice at its end, and shows none before', async () => {
    const taps = fc.array(fc.tuple(fc.nat(8), fc.nat(2)), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(taps, async all => {
        const { id, options } = await opened()
        const last = new Map<number, number>()
        for (const [person, option] of all) {
          const seen = await use().vote(agent(person), id, only(options[option]?.id ?? ''))
          last.set(person, option)
          assert.deepEqual([seen.votes, tally(seen), seen.mine], [last.size, [0, 0, 0], []])
        }
        await use().close(lab, id)
        const result = await use().show(agent(0), id)
        const choices = [...last.values()]
        const wanted = options.map((_, at) => choices.filter(choice => choice === at).length)
        const few = last.size < 5
        assert.deepEqual(tally(result), few ? [0, 0, 0] : wanted)
        assert.deepEqual([result.votes, result.withheld], few ? [0, 'few'] : [last.size, undefined])
        assert.equal(result.mine, undefined)
      }),
      { numRuns: 15 },
    )
    for (const table of ['sealed_vote', 'ballot_key', 'vote', 'vote_choice'] as const)
      assert.deepEqual(await rows(table), [])
  })

  it('loses no vote and takes none beyond the end, when it is closed among 64 taps', async () => {
    const { id, options } = await opened()
    const ballots = use()
    const tap = (at: number) => ballots.vote(agent(at % 16), id, only(options[at % 3]?.id ?? ''))
    const taps = Array.from({ length: 32 }, (_, at) => tap(at))
    const closing = ballots.close(lab, id)
    const ended = await Promise.allSettled([...taps, ...Array.from({ length: 32 }, (_, at) => tap(at))])
    await closing
    const voted = new Set(ended.flatMap(({ status }, at) => (status === 'fulfilled' ? [at % 16] : [])))
    for (const each of ended)
      if (each.status === 'rejected') assert.ok(refusal('ballot-closed')(each.reason), String(each.reason))
    const result = await ballots.show(lab, id)
    assert.equal(result.votes, voted.size)
    const counted = tally(result).reduce((sum, votes) => sum + votes)
    assert.equal(counted, voted.size < 5 ? 0 : voted.size)
  })

  it('seals a vote anew each time, under a name that only its key makes', async () => {
    const { id, options } = await opened()
    const seen = new Set<unknown>()
    for (let times = 0; times < 3; times++) {
      await use().vote(agent(1), id, only(options[0]?.id ?? ''))
      const [row, ...others] = await rows('sealed_vote')
      assert.deepEqual([others, row?.person_id, String(row?.envelope).length], [[], agent(1).id, 91])
      seen.add(row?.envelope)
    }
    assert.equal(seen.size, 3)
    assert.equal((await facts()).filter(kind => kind === 'ballots.changed').length, 1)
  })

  it('cannot be opened without a secret, and says so before anything is written', async () => {
    const ballots = usecasesOn(standing.db, clock, { ballotSecrets: [] })
    const typed = ballot(clock.now(), { secret: true })
    await assert.rejects(ballots.check(lab, typed), refusal('ballot-secret-missing'))
    await assert.rejects(ballots.open(lab, typed, []), refusal('ballot-secret-missing'))
    assert.deepEqual(await facts(), [])
  })

  it('outlives a change of secrets while the former one is still set, and waits for it otherwise', async () => {
    const { id, options } = await opened(OLD)
    const choice = only(options[1]?.id ?? '')
    for (let who = 0; who < 5; who++) await use(OLD).vote(agent(who), id, choice)
    await assert.rejects(use(NEW).vote(agent(7), id, choice), refusal('ballot-sealed'))
    await assert.rejects(use(NEW).close(lab, id), refusal('ballot-sealed'))
    await use(NEW, OLD).vote(agent(7), id, choice)
    clock.advance(8 * DAY)
    await use(NEW).conclude(id)
    assert.equal((await use(NEW).show(lab, id)).withheld, 'counting')
    await secretsOn(standing.db, clock, { ballotSecrets: [NEW, OLD] }).resume()
    await use(NEW, OLD).conclude(id)
    await use(NEW).conclude(id)
    assert.deepEqual(tally(await use(NEW).show(lab, id)), [0, 6, 0])
  })

  it('does not count an envelope that was moved to somebody else or changed, and names nobody when it says so', async () => {
    const logged: object[] = []
    const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) }
    const ballots = usecasesOn(standing.db, clock, { log })
    const { id, options } = await opened()
    for (let who = 0; who < 7; who++) await ballots.vote(agent(who), id, only(options[who % 2]?.id ?? ''))
    await standing.db.transact(async tx => {
      const stolen = sql`(select envelope from sealed_vote where person_id = ${agent(0).id})`
      await sql`update sealed_vote set envelope = ${stolen} where person_id = ${agent(1).id}`.execute(
        open(tx),
      )
    })
    await ballots.close(lab, id)
    const result = await ballots.show(lab, id)
    assert.deepEqual([result.votes, tally(result)], [6, [4, 2, 0]])
    assert.deepEqual(logged, [{ ballot: id, spoilt: 1 }])
  })

  it('keeps the vote of somebody who was erased, and takes no second one from them', async () => {
    const secrets = secretsOn(standing.db, clock)
    const { id, options } = await opened()
    const [yes, no] = options.map(option => only(option.id))
    const voter = (who: string) => ({ ...agent(0), id: who })
    for (let who = 1; who < 5; who++) await use().vote(agent(who), id, yes ?? [])
    await come('before', 'one account')
    await use().vote(voter('before'), id, yes ?? [])
    await standing.db.transact(async tx => {
      await open(tx).deleteFrom('person').where('id', '=', 'before').execute()
      await secrets.leaveRolls(tx, 'before')
    })
    assert.ok(!JSON.stringify(await rows('sealed_vote')).includes('before'))
    assert.equal((await use().show(lab, id)).votes, 5)
    await come('after', 'one account')
    assert.equal((await use().vote(voter('after'), id, no ?? [])).votes, 5)
    await use().close(lab, id)
    assert.deepEqual(tally(await use().show(lab, id)), [4, 1, 0])
  })

  it('tells who has not voted, and by Direction how many did, rounded for good once it is counted', async () => {
    const { id, options } = await opened()
    const turnout = () => standing.db.read(tx => turnoutStore(tx).votesByDirection(id))
    const choice = only(options[0]?.id ?? '')
    const voter = (who: number, direction?: string) => {
      const { direction: _, ...actor } = agent(who)
      return { ...actor, ...(direction !== undefined && { direction }) }
    }
    await come('quiet')
    await come(agent(3).id)
    const silent = (ballot: string) => standing.db.read(tx => turnoutStore(tx).nonVoters(ballot, 10, ''))
    assert.deepEqual(await silent(id), [agent(3).id, 'quiet'])
    for (let who = 0; who < 7; who++) await use().vote(voter(who, 'lycees'), id, choice)
    for (let who = 7; who < 11; who++) await use().vote(voter(who, 'culture'), id, choice)
    await use().vote(voter(11), id, choice)
    await use().place(agent(11).id, 'lycees')
    await use().place(agent(0).id, 'culture')
    const voted = await standing.db.read(tx => turnoutStore(tx).votersAmong(id, [agent(3).id, agent(40).id]))
    assert.deepEqual([...voted], [agent(3).id])
    assert.deepEqual(await silent(id), ['quiet'])
    assert.deepEqual(
      new Map([...(await turnout())].sort()),
      new Map([
        ['culture', 4],
        ['lycees', 8],
      ]),
    )
    await use().close(lab, id)
    // Kept as 5: of the five to nine that it stands for, the middle.
    assert.deepEqual(await turnout(), new Map([['lycees', 7]]))
    assert.deepEqual((await use().show(lab, id)).directions, new Map())
  })

  it('has the disk cleared once it is counted, and again at the next start when that was cut short', async () => {
    const tables: unknown[] = []
    const secrets = secretsOn({ ...standing.db, purge: async all => void tables.push(...all) }, clock)
    await secrets.scrub()
    const { id } = await opened()
    await use().close(lab, id)
    assert.ok((await facts()).includes('ballots.scrub'))
    const down = secretsOn({ ...standing.db, purge: () => Promise.reject(new Error('busy')) }, clock)
    await assert.rejects(down.scrub(), /busy/)
    await standing.db.transact(tx => open(tx).deleteFrom('fact').execute())
    await secrets.resume()
    assert.deepEqual(await facts(), ['ballots.scrub'])
    await secrets.scrub()
    assert.deepEqual([tables, await rows('ballot_scrub')], [['sealed_vote', 'ballot_key'], []])
    await secretsOn(standing.db, clock).scrub()
  })

  it('has the disk cleared once in ten minutes, however often a room votes, of each ballot that was counted by then', async () => {
    const counted: (readonly unknown[])[] = []
    const scrubs = () =>
      standing.db.read(tx =>
        open(tx)
          .selectFrom('fact')
          .select(['state', 'due_at'])
          .where('kind', '=', 'ballots.scrub')
          .orderBy('created_at')
          .execute(),
      )
    const end = async () => void (await use().close(lab, (await opened()).id))
    const secrets = secretsOn(
      {
        ...standing.db,
        // One is counted while the disk is being rewritten: its rows may have been written behind the purge.
        purge: async () => {
          counted.push(await rows('ballot_scrub'))
          if (counted.length === 1) await end()
        },
      },
      clock,
    )
    const due_at = clock.now() + 10 * MINUTE
    for (let n = 0; n < 4; n++) await end()
    clock.advance(MINUTE)
    await end()
    assert.deepEqual(await scrubs(), [{ state: 'ready', due_at }])
    clock.advance(9 * MINUTE)
    let taken = await standing.db.queue.take()
    while (taken && taken.fact.kind !== 'ballots.scrub') taken = await standing.db.queue.take()
    assert.ok(taken)
    await secrets.scrub()
    assert.deepEqual([counted.map(all => all.length), (await rows('ballot_scrub')).length], [[5], 1])
    assert.deepEqual(
      (await scrubs()).filter(({ state }) => state === 'ready'),
      [{ state: 'ready', due_at: clock.now() + 10 * MINUTE }],
    )
    await secrets.scrub()
    assert.deepEqual([counted.map(all => all.length), await rows('ballot_scrub')], [[5, 1], []])
  })

  if (engine.name === 'postgres')
    it('leaves no sample of its rows with the planner', async () => {
      const { id, options } = await opened()
      for (let who = 0; who < 20; who++) await use().vote(agent(who), id, only(options[who % 3]?.id ?? ''))
      const counted = await standing.db.transact(async tx => {
        await sql`analyze`.execute(open(tx))
        const asked = sql<{ tablename: string }>`select distinct tablename from pg_stats
          where tablename in ('sealed_vote', 'ballot_key', 'ballot')`
        return (await asked.execute(open(tx))).rows.map(({ tablename }) => tablename)
      })
      assert.deepEqual(counted, ['ballot'])
    })
})
