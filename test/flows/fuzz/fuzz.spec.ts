import assert from 'node:assert/strict'
import { onEachEngine, sqlite } from '../../support/database/engines.ts'
import { sendLong } from './long.ts'
import { play } from './play.ts'

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

/** Of 35 kinds of run for each field one, another for the next. What costs time here is no engine's. */
const EACH_FIELD = 33
const EVERY_OTHER = 67

describe('a text of 100,000 letters', () => {
  it('is refused for its length in every field that a verb or a route reads, before anything is done with it', async function () {
    this.timeout(300_000)
    const { fields, tried, faults } = await sendLong(sqlite, EACH_FIELD, [100_000])
    assert.deepEqual(faults, [])
    assert.ok(fields > 800 && tried >= fields)
  })
})

describe('a text of 20,000 letters, made to keep us busy', () => {
  it('keeps nobody waiting longer than one of a hundred', async function () {
    this.timeout(300_000)
    const { faults } = await sendLong(sqlite, EVERY_OTHER, [20_000])
    assert.deepEqual(faults, [])
  })
})
