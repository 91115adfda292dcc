import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSpend } from '../../src/assistant/spend.ts'
import { assistantStore } from '../../src/assistant/store.ts'
import { type Database, openDatabase } from '../../src/db/index.ts'
import { DAY, SECOND } from '../../src/kernel/time/clock.ts'
import { counting, STATUSES, STREAMS } from '../support/assistant/answers.ts'
import { openAssistant, request } from '../support/assistant/asking.ts'
import { type FakeEndpoint, startEndpoint } from '../support/assistant/endpoint.ts'
import { type Engine, onEachEngine } from '../support/database/engines.ts'
import { fixedClock } from '../support/product/clock.ts'

/** A database that two handles open: a file, since one in memory has one handle. */
async function placeFor(engine: Engine) {
  if (engine.name === 'postgres') return engine.begin()
  const folder = mkdtempSync(join(tmpdir(), 'faire-assistant-'))
  return { url: `file:${folder}/x.sqlite`, drop: async () => rmSync(folder, { recursive: true }) }
}

onEachEngine('what the assistant keeps', engine => {
  const clock = fixedClock()
  let place: Awaited<ReturnType<typeof placeFor>>
  let [one, two]: Database[] = []
  let endpoint: FakeEndpoint
  const handles = (): readonly [Database, Database] =>
    one && two ? [one, two] : assert.fail('no database is open')
  beforeEach(async () => {
    place = await placeFor(engine)
    ;[one, two] = [await openDatabase({ url: place.url }), await openDatabase({ url: place.url })]
    await one.migrate()
    endpoint = await startEndpoint()
  })
  afterEach(async () => {
    for (const db of handles()) await db.close()
    await place.drop()
    await endpoint.close()
  })

  const spendOf = (db: Database, most: number) => createSpend({ ...db, clock, most })
  let questions = 0
  const fresh = () => {
    questions += 1
    return request({ asked: `Question ${questions}`, who: `somebody ${questions}` })
  }
  const opened = (db: Database, tokensADay = 500_000) =>
    openAssistant({ ...endpoint.settings, tokensADay }, { db, clock })

  it('is one bound of a day’s tokens for two instances, though both spend at once', async () => {
    const spends = handles().map(db => spendOf(db, 1_000))
    const asked = Array.from({ length: 20 }, (_, at) => spends[at % 2]?.reserve(100))
    const held = (await Promise.all(asked)).filter(each => each !== undefined)
    assert.equal(held.length, 10)
    assert.equal(await spends[1]?.today(), 1_000)
    await held[0]?.settle(40)
    assert.equal(await spends[0]?.today(), 940)
    assert.equal(await spends[0]?.reserve(61), undefined)
    assert.notEqual(await spends[1]?.reserve(60), undefined)
  })

  it('holds it over a restart, and begins anew at midnight', async () => {
    const [db] = handles()
    assert.notEqual(await spendOf(db, 1_000).reserve(900), undefined)
    assert.equal(await spendOf(db, 1_000).reserve(200), undefined)
    clock.advance(DAY)
    assert.notEqual(await spendOf(db, 1_000).reserve(200), undefined)
  })

  it('keeps the days of a month', async () => {
    const [db] = handles()
    for (let day = 0; day < 40; day += 1) {
      await spendOf(db, 1_000).reserve(10)
      clock.advance(DAY)
    }
    const days = await db.read(tx => assistantStore(tx).days('2027-01-01'))
    assert.equal(days.length, 32)
  })

  it('takes nothing that alone is more than a day has', async () => {
    assert.equal(await spendOf(handles()[0], 1_000).reserve(1_001), undefined)
  })

  it('is what the endpoint counts; where it does not, or lies, what was guessed; where it refuses, nothing', async () => {
    const [db] = handles()
    const { assist } = opened(db)
    const spend = spendOf(db, 500_000)
    const used: number[] = []
    for (const answer of [
      counting({ prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 }),
      counting({ total_tokens: 7 }),
      counting(null),
      counting({ prompt_tokens: -5, completion_tokens: 1e300 }),
      STATUSES[500],
      STREAMS.reset,
    ]) {
      const before = await spend.today()
      endpoint.answer(answer)
      await assist.ask(fresh())
      used.push((await spend.today()) - before)
    }
    const [first, second, none, lie, ...refused] = used
    assert.deepEqual([first, second, refused], [120, 7, [0, 0]])
    assert.ok(
      none !== undefined && none > 400 && none < 1_000 && Math.abs(none - (lie ?? 0)) < 3,
      String(used),
    )
  })

  it('says that it is spent before it is passed, on either instance, and sends nothing', async () => {
    const [here, there] = handles().map(db => opened(db, 1_500))
    endpoint.always(counting({ prompt_tokens: 900, completion_tokens: 0 }))
    assert.notEqual(await here?.assist.ask(fresh()), 'spent')
    assert.equal(await there?.assist.ask(fresh()), 'spent')
    assert.equal(await there?.assist.ask(fresh()), 'spent')
    assert.equal(endpoint.heard.length, 1)
    assert.deepEqual(
      there?.lines.map(({ fields }) => fields),
      [{ code: 'assistant-spent' }],
      'once a day',
    )
  })

  it('is stopped and started on all instances within five seconds, without a restart', async () => {
    const [db] = handles()
    const both = handles().map(each => opened(each))
    const outcomes = () =>
      Promise.all(
        both.map(async ({ assist }) => {
          const said = await assist.ask(fresh())
          return [typeof said === 'string' ? said : 'said', await assist.isOn('asking')]
        }),
      )
    const turn = (stopped: boolean) =>
      db.transact(tx => assistantStore(tx).writeSwitch({ stopped, changedAt: clock.now() }))
    const [on, off] = [
      ['said', true],
      ['off', false],
    ]
    assert.deepEqual(await outcomes(), [on, on])
    await turn(true)
    clock.advance(5 * SECOND)
    assert.deepEqual(await outcomes(), [off, off])
    assert.equal(endpoint.heard.length, 2)
    await turn(false)
    clock.advance(5 * SECOND)
    assert.deepEqual(await outcomes(), [on, on])
  })

  it('reads whether it is stopped once in five seconds, however many ask', async () => {
    const [db] = handles()
    let reads = 0
    const counted: Database = {
      ...db,
      read: work => {
        reads += 1
        return db.read(work)
      },
    }
    const { assist } = opened(counted)
    await Promise.all(Array.from({ length: 50 }, () => assist.isOn('asking')))
    clock.advance(5 * SECOND - 1)
    await assist.isOn('drafts')
    assert.equal(reads, 1)
    clock.advance(1)
    await assist.isOn('drafts')
    assert.equal(reads, 2)
  })

  it('forgets a refused key once it is started again', async () => {
    const [db] = handles()
    const { assist, degraded } = opened(db)
    endpoint.answer(STATUSES[401])
    assert.equal(await assist.ask(fresh()), 'off')
    await db.transact(tx => assistantStore(tx).writeSwitch({ stopped: false, changedAt: clock.now() }))
    clock.advance(5 * SECOND)
    assert.notEqual(await assist.ask(fresh()), 'off')
    assert.deepEqual(await degraded(), [])
  })
})
