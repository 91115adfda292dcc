import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  ENDINGS,
  FOREIGN,
  held,
  ODD_TEXTS,
  SAYINGS,
  type ScriptedAnswer,
  STATUSES,
  STREAMS,
  text,
} from '../support/assistant/answers.ts'
import { IDEA, openAssistant, request } from '../support/assistant/asking.ts'
import { type FakeEndpoint, startEndpoint } from '../support/assistant/endpoint.ts'
import { freshDatabase, sqlite } from '../support/database/engines.ts'
import { fixedClock } from '../support/product/clock.ts'

const WORDS = ['console', 'log', 'info', 'warn', 'error', 'debug'] as const

describe('an answer of the model', () => {
  const fresh = freshDatabase(sqlite)
  const spoken: string[] = []
  const kept = new Map<string, unknown>()
  let endpoint: FakeEndpoint
  let assistant: ReturnType<typeof openAssistant>
  beforeEach(async () => {
    endpoint = await startEndpoint()
    assistant = openAssistant(endpoint.settings, { db: fresh.db, clock: fixedClock() })
    for (const word of WORDS.slice(1)) {
      kept.set(word, Reflect.get(console, word))
      Reflect.set(console, word, (...said: unknown[]) => void spoken.push(said.join(' ')))
    }
  })
  afterEach(async () => {
    for (const [word, was] of kept) Reflect.set(console, word, was)
    assert.deepEqual(spoken.splice(0), [])
    assistant.stop()
    await endpoint.close()
    for (const private_ of [
      IDEA,
      'télétravail',
      'Que propose',
      '"i1"',
      'camille',
      'sk-never-said',
      'Un jour',
    ])
      assert.ok(!assistant.logText().includes(private_), `the log holds ${private_}`)
  })

  async function outcome(answer: ScriptedAnswer): Promise<unknown> {
    endpoint.answer(answer)
    const said = await assistant.assist.ask(request())
    return typeof said === 'string' ? said : 'said'
  }

  it('comes back as its shape reads it, with how many texts the model was given', async () => {
    const said = await assistant.assist.ask(request())
    assert.deepEqual(said, {
      said: { points: [{ text: 'Plusieurs proposent un jour de télétravail.', ideas: ['i1'] }] },
      sent: 1,
    })
    const [heard] = endpoint.heard
    assert.deepEqual(heard?.items, [
      { alias: 'asked', text: 'Que propose-t-on sur le télétravail ?' },
      { alias: 'i1', text: IDEA },
    ])
    assert.match(heard?.system ?? '', /^Réponds à la question .+Answer in French/s)
    assert.ok(!heard?.system.includes(IDEA))
    assert.equal(heard?.mostTokens, 400)
    assert.deepEqual(assistant.lines, [
      {
        level: 'info',
        fields: { task: 'asking', outcome: 'said', ms: 0, tokens: 240, ref: heard?.ref, status: 200 },
        message: 'the assistant was asked',
      },
    ])
  })

  for (const [what, answer] of Object.entries(SAYINGS))
    it(`is handed on where its form is right, though it says ${what}: what it says is for its reader to check`, async () =>
      assert.equal(await outcome(answer), 'said'))

  for (const [what, answer] of Object.entries({ ...ODD_TEXTS, ...FOREIGN }))
    it(`is odd where it is ${what}`, async () => assert.equal(await outcome(answer), 'odd'))

  for (const [what, answer] of Object.entries(ENDINGS))
    it(`is ${what === 'length' ? 'cut' : 'odd'} where it ends with ${what}`, async () =>
      assert.equal(await outcome(answer), what === 'length' ? 'cut' : 'odd'))

  const STATUS_OUTCOMES: Readonly<Record<string, string>> = {
    401: 'off',
    403: 'off',
    429: 'busy',
    '429 with seconds': 'busy',
    '503 with seconds': 'busy',
  }
  for (const [what, answer] of Object.entries(STATUSES))
    it(`is ${STATUS_OUTCOMES[what] ?? 'broken'} where it is ${what}`, async () => {
      assert.equal(await outcome(answer), STATUS_OUTCOMES[what] ?? 'broken')
      assert.equal(endpoint.heard.length, 1, 'a redirect is not followed, and nothing is tried again')
    })

  for (const what of ['reset', 'a reset in the body'] as const)
    it(`is broken where it is ${what}`, async () => assert.equal(await outcome(STREAMS[what]), 'broken'))

  it('is too big, and no more of it is read, where it never ends', async () => {
    const heard = endpoint.next()
    assert.equal(await outcome(STREAMS['an endless body']), 'too-big')
    await (await heard).left
  })

  for (const what of ['a hang in the headers', 'a hang in the body', 'a slow stream'] as const)
    it(`is slow at the deadline where it is ${what}, and the connection is closed`, async () => {
      endpoint.answer(STREAMS[what])
      const heard = endpoint.next()
      const asked = assistant.assist.ask(request())
      const { left } = await heard
      assert.deepEqual(assistant.set(), [8_000])
      assistant.ring()
      assert.equal(await asked, 'slow')
      await left
    })

  for (const [caller, ms] of [
    ['chat', 6_000],
    ['tab', 8_000],
    ['run', 60_000],
  ] as const)
    it(`is waited for ${ms / 1_000} s by a ${caller}`, async () => {
      const { answer, letGo } = held()
      endpoint.answer(answer)
      const heard = endpoint.next()
      const asked = assistant.assist.ask(request({ caller }))
      await heard
      assert.deepEqual(assistant.set(), [ms])
      letGo()
      assert.notEqual(await asked, 'slow')
      assert.deepEqual(assistant.set(), [], 'no timer is left')
    })

  it('is no longer waited for once whoever asked has gone, or the server stops', async () => {
    endpoint.always(STREAMS['a hang in the headers'])
    for (const who of ['caller', 'server']) {
      const gone = new AbortController()
      const heard = endpoint.next()
      const asked = assistant.assist.ask(request({ signal: gone.signal }))
      const { left } = await heard
      if (who === 'caller') gone.abort()
      else assistant.stop()
      assert.equal(await asked, 'stopped')
      await left
    }
    assert.equal(await assistant.assist.ask(request()), 'stopped')
    assert.equal(endpoint.heard.length, 2)
  })

  it('is broken where nobody listens there', async () => {
    await endpoint.close()
    assert.equal(await assistant.assist.ask(request()), 'broken')
  })

  it('never throws, whatever it is', async () => {
    const status = fc.constantFrom(200, 200, 200, 204, 400, 401, 404, 429, 500)
    const message = fc.record(
      { content: fc.oneof(fc.string(), fc.json(), fc.constant(null)), tool_calls: fc.anything() },
      { requiredKeys: [] },
    )
    const whole = fc.record({
      choices: fc.oneof(fc.anything(), fc.array(fc.record({ message, finish_reason: fc.anything() }))),
      usage: fc.anything(),
    })
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      whole.map(each => JSON.stringify(each, (_, of) => (typeof of === 'bigint' ? String(of) : of)) ?? ''),
    )
    await fc.assert(
      fc.asyncProperty(status, body, fc.string(), async (code, content, after) => {
        const clock = fixedClock()
        const fuzzed = openAssistant(endpoint.settings, { db: fresh.db, clock })
        endpoint.answer(response => {
          response.writeHead(code, { 'retry-after': encodeURIComponent(after) })
          response.end(code === 204 ? undefined : content)
        })
        const said = await fuzzed.assist.ask(request())
        assert.ok(typeof said === 'string' || Array.isArray(said.said.points))
      }),
      { numRuns: 300 },
    )
  })

  it('never throws where the reader of the shape does, nor where the caller is wrong', async () => {
    const { json, name } = request().shape
    const parse = () => assert.fail('no shape of mine')
    assert.equal(await assistant.assist.ask({ ...request(), shape: { json, name, parse } }), 'odd')
    assert.equal(await assistant.assist.ask(request({ items: [{ alias: 'camille', text: 'x' }] })), 'broken')
    assert.equal(await assistant.assist.ask(request({ rules: 'x'.repeat(30_000) })), 'broken')
    assert.equal(endpoint.heard.length, 1)
  })

  it('is read from a text as it stands: a text of thousands of brackets is odd', async () =>
    assert.equal(await outcome(text('{"points":'.repeat(10_000))), 'odd'))
})
