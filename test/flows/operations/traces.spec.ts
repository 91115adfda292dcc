import assert from 'node:assert/strict'
import { context, propagation, trace } from '@opentelemetry/api'
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import { noMeter } from '../../../src/kernel/monitoring/meter.ts'
import { noTrace } from '../../../src/kernel/monitoring/trace.ts'
import { instrumentLog } from '../../../src/metrics/instrumented-log.ts'
import { createTrace } from '../../../src/traces/index.ts'
import { request } from '../../support/assistant/asking.ts'
import { startEndpoint } from '../../support/assistant/endpoint.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { voteFor } from '../../support/product/vote.ts'
import { openWorld } from '../../support/product/world.ts'
import { CAMILLE, CAST, MAELLE } from '../../support/sign-in/cast.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { openBallot } from '../ballots/steps.ts'

const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })

/** As an operator's own file does, before the product is loaded. */
function withSdk() {
  before(() => provider.register())
  beforeEach(() => exporter.reset())
  after(() => {
    for (const api of [trace, context, propagation]) api.disable()
  })
}

const spans = () => exporter.getFinishedSpans()
const named = (name: string) => spans().filter(span => span.name === name)
const traceOf = (span: ReadableSpan | undefined) => span?.spanContext().traceId

onEachEngine('what is followed', engine => {
  withSdk()
  const at = freshBot(engine)

  it('is a turn with its transactions, and apart from it what it made the bot send', async () => {
    const { bot } = at
    const { desk } = await openBallot(bot)
    const asked = await bot.as(MAELLE).presses(desk, 'Clore maintenant')
    exporter.reset()
    await bot.as(MAELLE).presses(asked, 'Clore maintenant')
    const [turn, ...more] = named('turn')
    assert.equal(more.length, 0)
    assert.deepEqual(turn?.attributes, {
      'faire.kind': 'pressed',
      'faire.act': 'ballots.close',
      'faire.outcome': 'ok',
    })
    const within = named('transaction').filter(span => traceOf(span) === traceOf(turn))
    assert.ok(within.some(({ attributes }) => attributes['faire.mode'] === 'write'))
    exporter.reset()
    await bot.settle()
    const [send] = named('send')
    const fact = named('fact').find(span => traceOf(span) === traceOf(send))
    assert.equal(send?.parentSpanContext?.spanId, fact?.spanContext().spanId)
    assert.deepEqual(send?.attributes, { 'faire.what': 'edit', 'faire.outcome': 'sent' })
    assert.equal(fact?.attributes['faire.outcome'], 'done')
    assert.notEqual(traceOf(fact), traceOf(turn))
    // Looking at a queue in which nothing is due is nothing to follow.
    const facts = new Set(named('fact').map(traceOf))
    assert.deepEqual(
      named('transaction').filter(span => !facts.has(traceOf(span))),
      [],
    )
  })

  it('goes on with the trace of whoever called for a tab', async () => {
    const { bot } = at
    const caller = { id: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' }
    const token = await bot.signIn.tabToken(CAMILLE)
    const traceparent = `00-${caller.id}-${caller.span}-01`
    const headers = { authorization: `Bearer ${token}`, traceparent }
    assert.equal((await fetch(`${bot.origin}/api/v1/ideas?text=secret`, { headers })).status, 200)
    const [call] = named('get /ideas')
    assert.equal(traceOf(call), caller.id)
    assert.equal(call?.parentSpanContext?.spanId, caller.span)
    assert.deepEqual(call?.attributes, {
      'http.request.method': 'GET',
      'http.route': '/api/v1/ideas',
      'http.response.status_code': 200,
      'faire.outcome': '2xx',
    })
    assert.ok(named('transaction').some(span => traceOf(span) === caller.id))
  })

  it('takes a trace that makes no sense for none', async () => {
    const { bot } = at
    const token = await bot.signIn.tabToken(CAMILLE)
    for (const traceparent of ['00-0-0-00', 'x'.repeat(2_000), `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`]) {
      const headers = { authorization: `Bearer ${token}`, traceparent }
      assert.equal((await fetch(`${bot.origin}/api/v1/ideas`, { headers })).status, 200)
    }
    for (const call of named('get /ideas')) assert.equal(call.parentSpanContext, undefined)
  })

  it('is a call of a language model, by its task and its outcome', async () => {
    const endpoint = await startEndpoint()
    const world = await openWorld({ assistant: endpoint.settings })
    const { app } = world
    await app.trace.span('turn', {}, () => app.assistant.assist.ask(request()))
    await world.close()
    await endpoint.close()
    const [assist] = named('assist')
    assert.deepEqual(assist?.attributes, { 'faire.task': 'asking', 'faire.outcome': 'said' })
    assert.equal(traceOf(assist), traceOf(named('turn')[0]))
  })

  it('names nobody and nothing that anybody sent', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    await bot.as(CAMILLE).says('idée Un banc au soleil')
    await bot.as(CAMILLE).says('Qui peut m’aider ?')
    const forged = { verb: 'banc.au-soleil', data: {} }
    const { activities, deliver } = bot.teams
    await deliver(activities.executed(CAMILLE, { conversation: WORKSHOPS.id }, 'card', forged))
    await bot.settle()
    const said = JSON.stringify(
      spans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
    )
    for (const { name, objectId } of CAST)
      for (const word of [name, objectId, 'banc', 'Le calme', 'aider', WORKSHOPS.id])
        assert.ok(!said.includes(word), `${word} can be read`)
  })

  it('is named by the lines that are logged meanwhile', async () => {
    const lines: object[] = []
    const keep = (fields: object) => void lines.push(fields)
    const followed = createTrace()
    const log = instrumentLog({ info: keep, warn: keep, error: keep }, { meter: noMeter, trace: followed })
    await followed.span('turn', {}, async () => log.error({ reference: 'abc' }, 'a handler failed'))
    log.warn({ code: 1 }, 'of no trace')
    assert.deepEqual(lines, [{ reference: 'abc', trace: traceOf(named('turn')[0]) }, { code: 1 }])
  })

  it('tells of an error by its kind alone', async () => {
    const failing = createTrace().span('turn', {}, async () => {
      throw new TypeError('Un banc au soleil')
    })
    await assert.rejects(failing)
    const [turn] = named('turn')
    assert.equal(turn?.attributes['error.type'], 'TypeError')
    assert.deepEqual(turn?.status, { code: 2 })
    assert.deepEqual(turn?.events, [])
  })
})

describe('where nobody follows', () => {
  it('nothing is followed', () => assert.equal(createTrace(), noTrace))
})
