import assert from 'node:assert/strict'
import fc from 'fast-check'
import { AMOUNTS, amountsOf, withAmounts, withoutAmounts } from '../../src/kernel/access/amounts.ts'

const name = fc.constantFrom(...AMOUNTS)
const amounts = fc.uniqueArray(fc.tuple(name, fc.nat({ max: 999_999_999 })), {
  minLength: 1,
  selector: ([each]) => each,
})
/** An id, and words of detail. */
const thing = fc.array(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 3 }).map(parts => parts.join(':'))

describe('how much an act covered', () => {
  it('is read as it was written, beside whatever thing, which is what it was', () => {
    fc.assert(
      fc.property(thing, amounts, (of, written) => {
        const kept = withAmounts(of, Object.fromEntries(written))
        assert.equal(withoutAmounts(kept), of)
        const read = amountsOf({ act: 'ideas.harvest', thing: kept }).map(each => [each.name, each.count])
        const some = written.filter(([, count]) => count > 0)
        assert.deepEqual(read, some.length > 0 ? some : written.slice(0, 1))
      }),
    )
  })

  it('is nothing of what holds none, or one that nobody writes', () => {
    for (const kept of ['', 'id', 'id:rules', 'id:7', 'id:votes=3', 'id:people=-1', 'id:people=1e9'])
      assert.deepEqual(amountsOf({ act: 'workshops.plan', thing: kept }), [], kept)
  })

  it('is read of rows written before it had a name', () => {
    const read = (act: string, of: string) =>
      amountsOf({ act, thing: of }).map(each => `${each.name} ${each.count}`)
    assert.deepEqual(read('exports.take', 'ideas:26'), ['rows 26'])
    assert.deepEqual(read('people.import', 'people:300'), ['rows 300'])
    assert.deepEqual(read('people.import', 'people:added=2:changed=0:left=0:roles=1'), ['added 2', 'roles 1'])
    assert.deepEqual(read('closeout.close', 'occitanie:0'), ['open 0'])
  })
})
