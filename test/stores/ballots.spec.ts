import assert from 'node:assert/strict'
import fc from 'fast-check'
import { only, pointsOn } from '../../src/features/ballots/ballot/choice.ts'
import type { BallotResult } from '../../src/features/ballots/ballot/domain.ts'
import { ballotStore } from '../../src/features/ballots/ballot/store.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { DAY } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { plainRules } from '../support/features/ballot-rules.ts'
import { ballot, IDEAS, usecasesOn } from '../support/features/ballots.ts'
import { agent, lab } from '../support/workshops/workshops.ts'

const tally = ({ options }: Pick<BallotResult, 'options'>) => options.map(({ votes }) => votes)

onEachEngine('ballots', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const opened = (change = {}) => use().open(lab, ballot(clock.now(), change), [])

  it('count 30 when thirty people vote three times each at once', async () => {
    const { id, options } = await opened()
    const ballots = use()
    const chosen = (person: number) => options[person % 3]?.id ?? ''
    await Promise.all(
      Array.from({ length: 90 }, (_, tap) => ballots.vote(agent(tap % 30), id, only(chosen(tap % 30)))),
    )
    const result = await ballots.show(lab, id)
    assert.deepEqual([result.votes, tally(result)], [30, [10, 10, 10]])
  })

  it('count each voter’s last choice, whatever the order, the changes and the repeats', async () => {
    const taps = fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(taps, async all => {
        const { id, options } = await opened()
        const last = new Map<number, number>()
        for (const [person, option] of all) {
          await use().vote(agent(person), id, only(options[option]?.id ?? ''))
          last.set(person, option)
        }
        const result = await use().show(lab, id)
        const choices = [...last.values()]
        assert.deepEqual(
          tally(result),
          options.map((_, at) => choices.filter(choice => choice === at).length),
        )
        assert.equal(result.votes, last.size)
      }),
      { numRuns: 25 },
    )
  })

  it('add up when people change their minds at once', async () => {
    const { id, options } = await opened()
    const ballots = use()
    await Promise.all(
      Array.from({ length: 60 }, (_, tap) =>
        ballots.vote(agent(tap % 8), id, only(options[tap % 3]?.id ?? '')),
      ),
    )
    const result = await ballots.show(lab, id)
    const mine = await Promise.all(Array.from({ length: 8 }, (_, who) => ballots.show(agent(who), id)))
    assert.deepEqual(
      tally(result),
      options.map(option => mine.filter(seen => pointsOn(seen.mine, option.id) > 0).length),
    )
    assert.deepEqual([result.votes, tally(result).reduce((sum, votes) => sum + votes)], [8, 8])
  })

  it('lose no vote and take none beyond the end, when one is closed while people vote', async () => {
    const { id, options } = await opened()
    const ballots = use()
    const votes = Array.from({ length: 20 }, (_, who) =>
      ballots.vote(agent(who), id, only(options[0]?.id ?? '')),
    )
    const results = await Promise.allSettled([
      ...votes.slice(0, 10),
      ballots.close(lab, id),
      ...votes.slice(10),
    ])
    const refused = results.filter(result => result.status === 'rejected')
    for (const { reason } of refused) assert.ok(reason instanceof Refusal && reason.code === 'ballot-closed')
    assert.equal((await ballots.show(lab, id)).votes, 20 - refused.length)
  })

  it('come back as they were written, options in their order', async () => {
    const question = 'Laquelle ? ﷽ 👩‍👩‍👧‍👦'
    const { id, options } = await opened({ question, ideas: ['idea2', 'idea1'] })
    const found = await standing.db.read(tx => ballotStore(tx).find(id))
    assert.deepEqual(found, {
      id,
      question,
      organiser: lab.id,
      closesAt: clock.now() + 7 * DAY,
      options,
      ...plainRules(clock.now()),
      votes: 0,
      createdAt: clock.now(),
    })
    assert.deepEqual(
      options.map(({ title, idea, axis }) => [title, idea, axis]),
      [
        [IDEAS[1]?.text, 'idea2', undefined],
        [IDEAS[0]?.text, 'idea1', 'usager'],
        ['Un carnet de passation', undefined, undefined],
        ['Un bureau ouvert', undefined, undefined],
      ],
    )
  })

  it('count a Direction as support from five votes on, once the ballot has ended', async () => {
    const { id, options } = await opened()
    const [first = '', second = ''] = options.map(option => option.id)
    // Ten Directions share agents out: five of Direction 1 and four of Direction 2 for one, one more for the other.
    for (const number of [1, 11, 21, 31, 41, 2, 12, 22, 32]) await use().vote(agent(number), id, only(first))
    await use().vote(agent(42), id, only(second))
    assert.equal((await use().show(lab, id)).directions.size, 0)
    await use().close(lab, id)
    assert.deepEqual([...(await use().show(lab, id)).directions], [[first, 1]])
  })

  it('are listed by end: those that run, then those that ended lately, page after page', async () => {
    const now = clock.now()
    for (const days of [60, 10, 3, 20, 3, 30]) await opened({ closesAt: now + days * DAY })
    clock.advance(41 * DAY)
    await opened({ closesAt: now + 50 * DAY })
    const days: number[] = []
    let after: string | undefined
    do {
      const page: { items: readonly { closesAt: number }[]; next?: string } = await use().agenda(
        lab,
        2,
        after,
      )
      days.push(...page.items.map(({ closesAt }) => (closesAt - now) / DAY))
      after = page.next
    } while (after !== undefined)
    assert.deepEqual(days, [50, 60, 30, 20])
    const running = await use().running(lab, 1)
    assert.deepEqual((await use().running(lab, 1, running.next)).items.length, 1)
  })
})
