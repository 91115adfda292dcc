import assert from 'node:assert/strict'
import { onEachEngine } from '../db/engines.ts'
import { play } from './fuzz/play.ts'

const RUNS = 1_000
const SEED = 20270422

onEachEngine('tokens, activities and API calls with one thing changed', engine => {
  it('are all answered, in words, by no fault, and leave no name and no text in the log', async function () {
    this.timeout(300_000)
    const { tried, statuses, faults, lines } = await play(engine, RUNS, SEED)
    assert.deepEqual(Object.fromEntries(faults), {})
    assert.equal(tried, RUNS)
    // It is worth something only while much of it comes through, and while something is logged.
    for (const reached of [
      'activity 200',
      'API 200',
      'API 422',
      'API 403',
      'API 404',
      'token of the tab 401',
    ])
      assert.ok((statuses.get(reached) ?? 0) > 10, reached)
    assert.ok(lines > 50)
  })
})
