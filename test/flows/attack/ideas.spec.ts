import assert from 'node:assert/strict'
import { playJoining } from './joining.ts'
import { playStaying, playWithdrawing } from './leaving.ts'
import { talliesOf, wilson } from './trial.ts'

/** `npm run attack -- --only ideas` is the long one. */
describe('who wants to know who wrote an idea that shows no name', function () {
  this.timeout(120_000)

  it('sees nothing that sets a suspect apart, whomever’s idea she joins it with and by whichever door', async () => {
    const trials = await playJoining({ suspects: 4, rounds: 3, seed: 1 })
    assert.equal(trials.length, 12)
    assert.deepEqual(
      trials.filter(({ told }) => told),
      [],
    )
  })

  it('sees none of them change when their author is erased', async () => {
    const trials = await playStaying({ suspects: 4, group: 4, seed: 1 })
    assert.equal(trials.length, 8)
    assert.deepEqual(
      trials.filter(({ told }) => told),
      [],
    )
  })

  it('does not read off their going what belongs together, where several had theirs withdrawn', async () => {
    const tallies = talliesOf(await playWithdrawing({ suspects: 16, group: 8, seed: 1 }))
    assert.equal(tallies.length, 2)
    // All of them, when they went with the name; two and one by chance: eleven come once in ten million times.
    for (const { hits, n } of tallies) assert.ok(hits < 11 && n === 16, `${hits} of ${n}`)
  })

  it('is counted with an interval that holds for few guesses, and none', () => {
    const [from, to] = wilson(8, 64)
    assert.deepEqual([from.toFixed(3), to.toFixed(3)], ['0.065', '0.228'])
    assert.deepEqual([wilson(0, 16)[0], wilson(16, 16)[1]], [0, 1])
  })
})
