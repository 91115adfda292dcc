import assert from 'node:assert/strict'
import { STATUSES, STREAMS } from '../../support/assistant/answers.ts'
import { IDEA, keptLog, request } from '../../support/assistant/asking.ts'
import { startEndpoint } from '../../support/assistant/endpoint.ts'
import { scrape } from '../../support/product/metrics.ts'
import { openWorld } from '../../support/product/world.ts'
import { CAMILLE } from '../../support/sign-in/cast.ts'

const ready = async (origin: string) => (await fetch(`${origin}/health/ready`)).json()

describe('a language model beside the product', () => {
  it('is off unless it is set up: nothing is sent or counted', async () => {
    const world = await openWorld({ metrics: true })
    const { assist } = world.app.assistant
    assert.deepEqual(
      [assist.name, await assist.isOn('asking'), await assist.ask(request())],
      ['', false, 'off'],
    )
    assert.equal((await scrape(world.metrics)).sum('faire_assists_total', 'outcome="off"'), 0)
    await world.close()
  })

  it('is asked, measured and logged without a word of what it was asked', async () => {
    const endpoint = await startEndpoint()
    const { log, text } = keptLog()
    const world = await openWorld({ metrics: true, assistant: endpoint.settings, log })
    const { assist } = world.app.assistant
    assert.equal(assist.name, 'Albert')
    const said = await assist.ask(request())
    assert.ok(typeof said === 'object')
    await assist.ask(request())
    const { sum } = await scrape(world.metrics)
    assert.equal(sum('faire_assists_total', 'task="asking"', 'outcome="said"'), 1)
    assert.equal(sum('faire_assists_total', 'task="asking"', 'outcome="cached"'), 1)
    assert.equal(sum('faire_assist_seconds_count', 'task="asking"'), 1)
    assert.equal(sum('faire_assist_tokens_today'), 240)
    endpoint.answer(STATUSES['an echoing 400'], STATUSES[401])
    for (const asked of ['Une autre', 'Une dernière']) await assist.ask(request({ asked }))
    assert.deepEqual(await ready(world.origin), { status: 'ready', degraded: ['assistant-denied'] })
    await world.close()
    for (const word of [
      IDEA,
      'télétravail',
      'Une autre',
      'Une dernière',
      'i1',
      CAMILLE.name,
      endpoint.settings.key,
    ])
      assert.ok(!text().includes(word), word)
    assert.match(text(), /assistant-denied/)
    await endpoint.close()
  })

  it('keeps nobody from stopping the server: a call under way ends at once', async () => {
    const endpoint = await startEndpoint()
    endpoint.always(STREAMS['a hang in the headers'])
    const world = await openWorld({ assistant: endpoint.settings })
    const heard = endpoint.next()
    const asked = world.app.assistant.assist.ask(request({ caller: 'run' }))
    const { left } = await heard
    await world.close()
    assert.equal(await asked, 'stopped')
    await left
    await endpoint.close()
  })
})
