import assert from 'node:assert/strict'
import { createCache } from '../../src/assistant/cache.ts'
import { openDatabase } from '../../src/db/index.ts'
import type { AssistCaller } from '../../src/kernel/assist/task.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { FOREIGN, held, ODD_TEXTS, refuse, SAYINGS, STATUSES, STREAMS } from '../support/assistant/answers.ts'
import { openAssistant, request } from '../support/assistant/asking.ts'
import { type FakeEndpoint, startEndpoint } from '../support/assistant/endpoint.ts'
import { freshDatabase, sqlite } from '../support/database/engines.ts'
import { type FixedClock, fixedClock } from '../support/product/clock.ts'

describe('the assistant', () => {
  const fresh = freshDatabase(sqlite)
  let endpoint: FakeEndpoint
  let clock: FixedClock
  let assistant: ReturnType<typeof openAssistant>
  beforeEach(async () => {
    endpoint = await startEndpoint()
    clock = fixedClock()
    assistant = openAssistant(endpoint.settings, { db: fresh.db, clock })
  })
  afterEach(async () => {
    assistant.stop()
    await endpoint.close()
  })

  let questions = 0
  /** A question that no cache knows. */
  async function ask(given: Parameters<typeof request>[0] = {}): Promise<string> {
    questions += 1
    const { who = `somebody ${questions}` } = given
    const said = await assistant.assist.ask(request({ asked: `Question ${questions}`, ...given, who }))
    return typeof said === 'string' ? said : 'said'
  }
  const sent = () => endpoint.heard.length
  const codes = () => assistant.lines.flatMap(({ fields }) => ('code' in fields ? [fields.code] : []))

  it('helps with the tasks that are switched on, and with nothing else', async () => {
    const some = openAssistant({ ...endpoint.settings, tasks: ['drafts'] }, { db: fresh.db, clock })
    assert.deepEqual([await some.assist.isOn('drafts'), await some.assist.isOn('asking')], [true, false])
    assert.equal(await some.assist.ask(request({ task: 'asking' })), 'off')
    assert.equal(sent(), 0)
    assert.deepEqual(some.lines, [])
  })

  it('makes no call while its database is away, and throws nothing', async () => {
    const db = await openDatabase({ url: 'file::memory:' })
    await db.migrate()
    const away = openAssistant(endpoint.settings, { db, clock })
    await db.close()
    assert.equal(await away.assist.ask(request()), 'broken')
    assert.equal(await away.assist.isOn('asking'), false)
    assert.doesNotMatch(away.logText(), /télétravail/)
    assert.equal(sent(), 0)
  })

  describe('before an endpoint at fault', () => {
    for (const [what, answer] of Object.entries({
      'an error': STATUSES[500],
      'a reset': STREAMS.reset,
      'an answer that never ends': STREAMS['an endless body'],
      'a page of a proxy': FOREIGN['HTML 200'],
      'a refusal for too many requests, without a time': STATUSES[429],
    }))
      it(`leaves it alone for 15 s after the third ${what}, then lets one call try`, async () => {
        endpoint.always(answer)
        for (let call = 0; call < 3; call += 1) await ask()
        assert.equal(await ask(), 'busy')
        assert.deepEqual([sent(), codes()], [3, ['assistant-closed']])
        assert.deepEqual(await assistant.degraded(), ['assistant-closed'])
        clock.advance(15 * SECOND)
        const { answer: trial, letGo } = held()
        endpoint.answer(trial)
        const heard = endpoint.next()
        const tried = ask()
        await heard
        assert.equal(await ask(), 'busy', 'while one call tries')
        letGo()
        assert.equal(await tried, 'said')
        assert.deepEqual(codes(), ['assistant-closed', 'assistant-open'])
        assert.deepEqual(await assistant.degraded(), [])
        endpoint.always(SAYINGS.ok)
        assert.equal(await ask(), 'said')
      })

    it('waits twice as long each time that it is at fault still, ten minutes at most', async () => {
      endpoint.always(STATUSES[500])
      for (let call = 0; call < 3; call += 1) await ask()
      for (const seconds of [15, 30, 60, 120, 240, 480, 600, 600]) {
        clock.advance(seconds * SECOND - 1)
        const before = sent()
        assert.equal(await ask(), 'busy')
        assert.equal(sent(), before)
        clock.advance(1)
        assert.equal(await ask(), 'broken')
      }
      assert.deepEqual(codes(), ['assistant-closed'], 'one line for the whole of it')
    })

    it('forgets faults that do not follow one another, and counts no odd text of the model', async () => {
      for (const answer of [STATUSES[500], STATUSES[500], SAYINGS.ok, STATUSES[500], STATUSES[500]]) {
        endpoint.answer(answer)
        await ask()
      }
      for (let call = 0; call < 4; call += 1) {
        endpoint.answer(ODD_TEXTS['a refusal'])
        assert.equal(await ask(), 'odd')
      }
      assert.equal(await ask(), 'said')
    })

    for (const what of ['429 with seconds', '503 with seconds'] as const)
      it(`does as it says where it says when to come again: ${what}`, async () => {
        endpoint.answer(STATUSES[what])
        assert.equal(await ask(), 'busy')
        clock.advance(40 * SECOND - 1)
        assert.equal(await ask(), 'busy')
        assert.equal(sent(), 1)
        clock.advance(1)
        assert.equal(await ask(), 'said')
      })

    it('comes again after ten minutes, whatever a date or a large number says', async () => {
      for (const header of [new Date(clock.now() + DAY).toUTCString(), '999999']) {
        endpoint.answer(response => refuse(response, 429, { 'retry-after': header }))
        assert.equal(await ask(), 'busy')
        clock.advance(10 * MINUTE)
        assert.equal(await ask(), 'said')
      }
    })

    it('asks nothing more, and tells the operator once, where the key is refused', async () => {
      endpoint.answer(STATUSES[401])
      assert.equal(await ask(), 'off')
      clock.advance(DAY)
      assert.equal(await ask(), 'off')
      assert.equal(await assistant.assist.isOn('asking'), false)
      assert.deepEqual([sent(), codes()], [1, ['assistant-denied']])
      assert.deepEqual(await assistant.degraded(), ['assistant-denied'])
    })
  })

  describe('for one person', () => {
    it('answers twenty questions and twenty drafts a day, and others’ all the same', async () => {
      for (let call = 0; call < 20; call += 1) assert.equal(await ask({ who: 'camille' }), 'said')
      assert.equal(await ask({ who: 'camille' }), 'spent')
      assert.equal(await ask({ who: 'camille', task: 'drafts' }), 'said')
      assert.equal(await ask({ who: 'karim' }), 'said')
      assert.equal(await ask({ caller: 'run', task: 'themes', who: 'camille' }), 'said')
      assert.equal(sent(), 23)
      clock.advance(DAY)
      assert.equal(await ask({ who: 'camille' }), 'said')
    })

    it('counts twenty that come at once', async () => {
      const said = await Promise.all(Array.from({ length: 24 }, () => ask({ who: 'camille' })))
      assert.deepEqual([said.filter(each => each === 'said').length, sent()], [20, 20])
    })
  })

  describe('asked the same again', () => {
    const same = () => assistant.assist.ask(request())
    it('answers from memory for an hour, and counts nothing', async () => {
      const first = await same()
      clock.advance(HOUR - 1)
      assert.deepEqual(await same(), first)
      assert.equal(sent(), 1)
      clock.advance(1)
      await same()
      assert.equal(sent(), 2)
    })

    for (const [what, change] of Object.entries({
      'another text': { items: [{ alias: 'i1', text: 'Une autre idée' }] },
      'other rules': { rules: 'Autrement.' },
      'another language': { language: 'en' },
      'another question': { asked: 'Et la cantine ?' },
    } as const))
      it(`asks anew with ${what}`, async () => {
        await same()
        await assistant.assist.ask(request(change))
        assert.equal(sent(), 2)
      })

    it('asks anew after an answer that was of no use', async () => {
      endpoint.answer(ODD_TEXTS['prose around'])
      assert.equal(await same(), 'odd')
      assert.notEqual(await same(), 'odd')
    })

    it('keeps five hundred answers, two million letters of them, the last', () => {
      const cache = createCache(clock)
      for (let at = 0; at <= 500; at += 1) cache.put(`${at}`, 'short')
      assert.deepEqual(
        [cache.get('0'), cache.get('1')?.text, cache.get('500')?.text],
        [undefined, 'short', 'short'],
      )
      for (let at = 0; at < 12; at += 1) cache.put(`long ${at}`, 'x'.repeat(200_000))
      assert.deepEqual(
        [cache.get('500'), cache.get('long 1'), cache.get('long 2')?.text.length],
        [undefined, undefined, 200_000],
      )
    })
  })

  describe('asked by many at once', () => {
    /** Begins one call that is held, and says who it is once the endpoint has heard it. */
    async function begin(caller: AssistCaller) {
      const { answer, letGo } = held()
      endpoint.answer(answer)
      const heard = endpoint.next()
      const done = ask({ caller })
      await heard
      return { letGo, done }
    }

    it('makes two calls at once, and the others in the order in which they came', async () => {
      const [one, two] = [await begin('tab'), await begin('chat')]
      const rest = ['Troisième', 'Quatrième'].map(asked => ask({ asked }))
      assert.equal(sent(), 2)
      one.letGo()
      two.letGo()
      await Promise.all([one.done, two.done, ...rest])
      const asked = endpoint.heard.slice(2).map(({ items }) => items[0]?.text)
      assert.deepEqual(asked, ['Troisième', 'Quatrième'])
    })

    it('lets people go before runs, and runs have one of the two', async () => {
      const run = await begin('run')
      const second = ask({ caller: 'run', asked: 'Deuxième lot' })
      const person = await begin('tab')
      const waiting = ask({ asked: 'Une personne' })
      run.letGo()
      await Promise.all([run.done, waiting])
      person.letGo()
      await Promise.all([person.done, second])
      const asked = endpoint.heard.slice(2).map(({ items }) => items[0]?.text)
      assert.deepEqual(asked, ['Une personne', 'Deuxième lot'])
    })

    it('is busy for whoever would wait beyond their deadline, or behind thirty', async () => {
      const [one, two] = [await begin('tab'), await begin('tab')]
      const waiting = Array.from({ length: 30 }, () => ask())
      // Whoever waits has a deadline; one more than that has none left to wait for.
      while (assistant.set().length < 32) await new Promise(setImmediate)
      assert.equal(await ask(), 'busy')
      assistant.ring()
      assert.deepEqual([...new Set(await Promise.all(waiting))], ['busy'])
      assert.deepEqual([await one.done, await two.done], ['slow', 'slow'])
      assert.equal(sent(), 2)
      assert.equal(await ask(), 'said', 'a turn is free again')
    })
  })
})
