import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../src/db/index.ts'
import { only, type VoteChoice } from '../../src/features/ballots/ballot/choice.ts'
import { voterErasureStore } from '../../src/features/ballots/secrecy/erasure-store.ts'
import { voterErasureUsecases } from '../../src/features/ballots/secrecy/erasure-usecases.ts'
import { voteStore } from '../../src/features/ballots/voting/store.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ballot, secretsOn, usecasesOn } from '../support/features/ballots.ts'
import { agent, lab } from '../support/workshops/workshops.ts'

const PEOPLE = Array.from({ length: 6 }, (_, number) => agent(number).id)

/** The rows of somebody's vote go; what it counted stays. */
async function forget(tx: Tx, person: string): Promise<void> {
  await open(tx).deleteFrom('vote_choice').where('person_id', '=', person).execute()
  await open(tx).deleteFrom('vote').where('person_id', '=', person).execute()
}

onEachEngine('votes of one ballot that come together', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const use = () => usecasesOn(standing.db, clock)
  const opened = (change = {}) => use().open(lab, ballot(clock.now(), change), [])

  /** What stands of a ballot, with its options by number. */
  async function standingOf(id: string) {
    const { votes, options } = await use().show(lab, id)
    const given = await standing.db.read(tx => voteStore(tx).given(id, PEOPLE))
    const at = (option: string) => options.findIndex(each => each.id === option)
    const choices = [...given].map(([person, { choice, direction }]) => ({
      person,
      direction,
      choice: choice.map(({ option, points }) => `${at(option)}:${points}`).join(' '),
    }))
    return {
      votes,
      totals: options.map(option => [option.votes, option.voters]),
      choices: choices.toSorted((a, b) => (a.person < b.person ? -1 : 1)),
    }
  }

  it('stand, and are answered, as they would be one after the other', async () => {
    const tap = fc.record({
      who: fc.nat(5),
      options: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
      placed: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(tap, { maxLength: 30 }), async taps => {
        const rules = { kind: 'approval', most: 3 } as const
        const [one, other] = [await opened(rules), await opened(rules)]
        const voted = ({ who, options, placed }: (typeof taps)[number], { id, options: all }: typeof one) => {
          const { direction, ...nowhere } = agent(who)
          const chosen: VoteChoice = options.flatMap(at => only(all[at]?.id ?? ''))
          return { actor: placed ? { ...nowhere, direction } : nowhere, id, chosen }
        }
        const told = ({ votes, options }: typeof one) => [votes, options.map(option => option.votes)]
        const together = use()
        const first = await Promise.all(
          taps.map(each => {
            const { actor, id, chosen } = voted(each, one)
            return together.vote(actor, id, chosen)
          }),
        )
        const second: (typeof one)[] = []
        for (const each of taps) {
          const { actor, id, chosen } = voted(each, other)
          second.push(await use().vote(actor, id, chosen))
        }
        assert.deepEqual(await standingOf(one.id), await standingOf(other.id))
        assert.deepEqual(first.map(told), second.map(told))
      }),
      { numRuns: 20 },
    )
  })

  it('are refused to whom they are, in the midst of others', async () => {
    const { id, options } = await opened()
    const choose = (at: number) => only(options[at]?.id ?? 'none')
    const ballots = use()
    const ends = await Promise.allSettled([
      ballots.vote(agent(0), id, choose(0)),
      ballots.vote(agent(1), id, choose(9)),
      ballots.vote(agent(2), id, []),
      ballots.vote(agent(3), id, choose(1)),
      ballots.vote(agent(4), 'nosuchballot', choose(1)),
    ])
    assert.deepEqual(
      ends.map(end => (end.status === 'fulfilled' ? end.value.votes : end.reason.code)),
      [1, 'option-unknown', 'choice-missing', 2, 'gone'],
    )
    assert.equal((await standingOf(id)).votes, 2)
  })

  it('do not suffer from one that is a fault', async () => {
    const { id, options } = await opened()
    const chosen = only(options[0]?.id ?? '')
    const ballots = use()
    const unwritable = { ...agent(1), id: 'no\u0000body' }
    const ends = await Promise.allSettled(
      [agent(0), unwritable, agent(2)].map(actor => ballots.vote(actor, id, chosen)),
    )
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    assert.equal((await standingOf(id)).votes, 2)
  })

  it('say which choice each replaced, and say it again when Teams repeats the call at once', async () => {
    const { id, options } = await opened()
    const [first = '', second = ''] = options.map(option => option.id)
    const ballots = use()
    const answers = await Promise.all(
      [first, second, second, first].map(option => ballots.vote(agent(0), id, only(option))),
    )
    assert.deepEqual(
      answers.map(({ replaced }) => replaced?.[0]?.option),
      [undefined, first, first, second],
    )
  })

  it('are sealed one by one in a secret ballot, the last of a person alone', async () => {
    const { id, options } = await opened({ secret: true, quorum: 0, results: 'closing' })
    const [first = '', second = ''] = options.map(option => option.id)
    const ballots = use()
    const people = [0, 1, 2, 3, 4, 5, 0]
    const ends = await Promise.all(
      people.map((who, at) => ballots.vote(agent(who), id, only(at === 6 ? second : first))),
    )
    assert.deepEqual(
      ends.map(({ votes }) => votes),
      [1, 2, 3, 4, 5, 6, 6],
    )
    await ballots.close(lab, id)
    const found = await ballots.show(lab, id)
    await standing.db.transact(tx => secretsOn(standing.db, clock).count(tx, found))
    assert.deepEqual((await standingOf(id)).totals.slice(0, 2), [
      [5, 5],
      [1, 1],
    ])
  })

  it('are not had a second time by who was erased and came back', async () => {
    const { id, options } = await opened()
    const chosen = only(options[0]?.id ?? '')
    const marks = (tx: Tx) => ({
      ...voterErasureStore(tx),
      accountOf: async (person: string) => (person === agent(1).id ? 'account' : undefined),
    })
    const secrets = secretsOn(standing.db, clock)
    const erasure = voterErasureUsecases({ marks, secrets, clock, linkSecret: 'marks of these tests' })
    const ballots = usecasesOn(standing.db, clock, { votedBefore: erasure.votedBefore })
    await ballots.vote(agent(1), id, chosen)
    await standing.db.transact(tx => erasure.leave(tx, agent(1).id))
    await standing.db.transact(tx => forget(tx, agent(1).id))
    const ends = await Promise.allSettled([0, 1, 2].map(who => ballots.vote(agent(who), id, chosen)))
    assert.deepEqual(
      ends.map(end => (end.status === 'fulfilled' ? end.value.votes : end.reason.code)),
      [2, 'ballot-voted-before', 3],
    )
  })
})
