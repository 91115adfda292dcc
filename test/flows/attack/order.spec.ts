import assert from 'node:assert/strict'
import { AIM, orderLines, playOrder, pointsOf } from './order.ts'

/** `npm run attack -- --only order` is the long one. */
describe('who reads the order across Directions before and after one of nine acted, and knows all that the others did', function () {
  this.timeout(120_000)

  it('learns next to nothing of it, and would learn much of an order that held nothing back', async () => {
    const played = await playOrder({ initiatives: 40, seed: 1 })
    const { seen, pairs } = played
    assert.ok(seen.across.did > 150)
    // Nobody withdrew anything: what goes ahead was supported.
    assert.deepEqual([seen.across.wrong, seen.steps.wrong, seen.exact.wrong], [0, 0, 0])
    assert.ok(seen.across.told <= seen.steps.told)
    assert.ok(pointsOf(seen.steps).from <= AIM, orderLines(played).join('\n'))
    assert.ok(pairs.right > 10 * pairs.wrong && pairs.right > pairs.tied, orderLines(played).join('\n'))
    assert.ok(pointsOf(seen.exact).from > AIM, orderLines(played).join('\n'))
  })

  it('gains over a coin half of what is seen of those who did', () => {
    assert.equal(pointsOf({ did: 100, told: 100, not: 100, wrong: 0 }).points, 50)
    assert.equal(pointsOf({ did: 100, told: 4, not: 100, wrong: 0 }).points, 2)
    assert.equal(pointsOf({ did: 100, told: 30, not: 100, wrong: 30 }).points, 0)
  })
})
