import assert from 'node:assert/strict'
import fc from 'fast-check'
import { metAt, REACH_FACTS, type Reach } from '../../../src/features/people/person/reach-state.ts'
import {
  after,
  type ReachFact,
  type ReachTally,
  reachBy,
  reachedAt,
  toldBy,
} from '../../../src/features/people/reach/domain.ts'
import { reachModel } from '../../support/features/reach-model.ts'

const fact = fc.record({ kind: fc.constantFrom(...REACH_FACTS), at: fc.integer({ min: 1, max: 9 }) })
const story = fc.array(fact, { maxLength: 12 })
const told = (facts: readonly ReachFact[]): Reach => facts.reduce(after, metAt(0))
const seen = (...facts: readonly [ReachFact['kind'], number][]) => {
  const { state, since, how } = told(facts.map(([kind, at]) => ({ kind, at })))
  return [state, since, how]
}

describe('how somebody can be reached', () => {
  it('is what the story ends in, in whatever order and however often it is told', () => {
    fc.assert(
      fc.property(
        story.chain(facts =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray([...facts, ...facts], { minLength: 2 * facts.length }),
          ),
        ),
        ([facts, shuffled]) => {
          const { state, since, how, last } = told(shuffled)
          const model = reachModel(facts)
          assert.deepEqual({ state, last }, { state: model.state, last: told(facts).last })
          // `since` depends on the order of arrival; it belongs to this state, never to an earlier one.
          assert.ok(since >= model.after && since <= model.newest, `${since} of ${JSON.stringify(model)}`)
          if (how !== 'met' && how !== 'refused')
            assert.ok(facts.some(({ kind, at }) => kind === how && at === since))
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('changes nothing when it is told again', () => {
    fc.assert(
      fc.property(story, facts => {
        const once = told(facts)
        for (const each of facts) assert.equal(after(once, each), once)
      }),
    )
  })

  it('is known since the first that told of it, and by what', () => {
    assert.deepEqual(seen(), ['not-installed', 0, 'met'])
    assert.deepEqual(seen(['install', 2], ['message', 5], ['sent', 6]), ['installed', 2, 'install'])
    assert.deepEqual(seen(['message', 3], ['message', 5]), ['conversation', 3, 'message'])
    assert.deepEqual(seen(['install', 2], ['blocked', 4], ['blocked', 6]), ['blocked', 4, 'refused'])
    assert.deepEqual(seen(['install', 2], ['blocked', 4], ['sent', 6]), ['conversation', 6, 'sent'])
    assert.deepEqual(seen(['install', 2], ['uninstall', 4]), ['not-installed', 4, 'uninstall'])
    assert.deepEqual(seen(['uninstall', 4], ['install', 6]), ['installed', 6, 'install'])
  })

  it('is not changed by what is older: a post begun before the message, an uninstall before the install', () => {
    assert.deepEqual(seen(['message', 5], ['blocked', 4]), ['conversation', 5, 'message'])
    assert.deepEqual(seen(['install', 5], ['uninstall', 4]), ['installed', 5, 'install'])
    assert.deepEqual(seen(['uninstall', 5], ['install', 4]), ['not-installed', 5, 'uninstall'])
  })

  it('takes « blocked » of somebody who took the app away for what it is', () => {
    assert.deepEqual(seen(['install', 2], ['uninstall', 4], ['blocked', 6]), [
      'not-installed',
      4,
      'uninstall',
    ])
  })

  it('is known otherwise as soon as a member of a team is heard of', () => {
    const heard = (fact: ReachFact) => [fact].reduce(after, metAt(2, 'roster'))
    assert.deepEqual(metAt(2, 'roster'), { state: 'not-installed', since: 2, how: 'roster', last: {} })
    const { since, how } = heard({ kind: 'uninstall', at: 5 })
    assert.deepEqual([since, how], [5, 'uninstall'])
    assert.equal(heard({ kind: 'install', at: 5 }).how, 'install')
  })

  it('outlasts an upgrade that removes and adds the app in one moment', () => {
    assert.equal(seen(['install', 2], ['install', 4], ['uninstall', 4])[0], 'installed')
  })

  it('is read from the status of a refusal, its code being a hint', () => {
    assert.equal(toldBy({ status: 403 }), 'blocked')
    assert.equal(toldBy({ status: 403, code: 'unheard-of' }), 'blocked')
    assert.equal(toldBy({ status: 403, code: 'MessageWritesBlocked' }), 'blocked')
    assert.equal(toldBy({ status: 403, code: 'ConversationBlockedByUser' }), 'blocked')
    assert.equal(toldBy({ status: 403, code: 'ForbiddenOperationException' }), 'missing')
    assert.equal(toldBy({ status: 403, code: 'BotNotInConversationRoster' }), 'missing')
    assert.equal(toldBy({ status: 404 }), 'missing')
    assert.equal(toldBy({ status: 403, code: 'BotDisabledByAdmin' }), undefined)
    assert.equal(toldBy({ status: 413, code: 'ForbiddenOperationException' }), undefined)
  })

  it('says where to write, or why not', () => {
    assert.deepEqual(reachedAt('installed', 'chat'), { to: 'chat' })
    assert.deepEqual(reachedAt('conversation', 'chat'), { to: 'chat' })
    assert.deepEqual(reachedAt('blocked', 'chat'), { why: 'blocked' })
    assert.deepEqual(reachedAt('not-installed', 'chat'), { why: 'not-installed' })
    assert.deepEqual(reachedAt('installed', undefined), { why: 'not-installed' })
  })

  it('adds up: everybody is counted once, in their Direction or elsewhere', () => {
    const tally = fc.record({
      direction: fc.constantFrom('', 'a', 'b', 'gone'),
      state: fc.constantFrom<ReachTally['state'][]>(
        'installed',
        'conversation',
        'blocked',
        'not-installed',
        'expected',
      ),
      count: fc.integer({ min: 1, max: 9_999 }),
    })
    fc.assert(
      fc.property(fc.array(tally), tallies => {
        const { directions, elsewhere, total } = reachBy([{ id: 'a' }, { id: 'b' }], tallies)
        const all = [...directions.map(({ counts }) => counts), elsewhere]
        for (const key of Object.keys(total) as (keyof typeof total)[])
          assert.equal(
            all.reduce((sum, counts) => sum + counts[key], 0),
            total[key],
          )
        assert.equal(
          tallies.reduce((sum, { count }) => sum + count, 0),
          total.people,
        )
        assert.equal(total.people - total.reachable, total.blocked + total['not-installed'] + total.expected)
      }),
    )
  })
})
