import assert from 'node:assert/strict'
import { COUNTERS, GAUGES, TIMERS } from '../../../src/kernel/monitoring/metric-names.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { listen } from '../../support/product/events.ts'
import { scrape } from '../../support/product/metrics.ts'
import { voteFor } from '../../support/product/vote.ts'
import { AHMED, CAMILLE, CAST, MAELLE } from '../../support/sign-in/cast.ts'
import { chatId } from '../../support/teams/chats.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { closeBallot, openBallot } from '../ballots/steps.ts'
import { forge } from '../security/forge.ts'

onEachEngine('what is measured', engine => {
  const at = freshBot(engine, { metrics: true })
  const read = () => scrape(at.bot.metrics)

  it('counts turns by kind and how they ended, and times what Teams asks', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const before = await read()
    await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    await bot.as(CAMILLE).says('aide')
    await forge(bot, CAMILLE, 'ballots.close', { ballot: 'none' })
    const after = await read()
    const more = (name: string, ...labels: string[]) =>
      after.sum(name, ...labels) - before.sum(name, ...labels)
    assert.equal(more('faire_turns_total', 'kind="pressed"', 'outcome="ok"'), 1)
    assert.equal(more('faire_turns_total', 'kind="pressed"', 'outcome="refused"'), 1)
    assert.equal(more('faire_turns_total', 'kind="typed"', 'outcome="ok"'), 1)
    assert.equal(more('faire_turn_seconds_count', 'kind="invoke"'), 2)
    assert.equal(more('faire_turn_seconds_count', 'kind="message"'), 1)
    assert.equal(more('faire_answers_total', 'outcome="sent"'), 1)
    assert.ok(more('faire_transaction_seconds_count', 'mode="write"') > 0)
    assert.equal(after.sum('faire_build_info', `engine="${engine.name}"`), 1)
  })

  it('counts what is sent by what Teams said, and what waits', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    const before = await read()
    assert.equal(before.sum('faire_outbox_due_facts'), 0)
    bot.teams.fails({ on: 'edit', in: WORKSHOPS.id, status: 429, retryAfter: 20 })
    await closeBallot(bot, post)
    await bot.settle()
    const late = await read()
    assert.equal(late.sum('faire_sends_total', 'what="edit"', 'outcome="late"'), 1)
    assert.equal(late.sum('faire_throttled_total'), 1)
    assert.equal(late.sum('faire_facts_total', 'outcome="retry"'), 1)
    await bot.later(30 * SECOND)
    const sent = await read()
    const edits = (of: typeof sent) => of.sum('faire_sends_total', 'what="edit"', 'outcome="sent"')
    assert.equal(edits(sent) - edits(before), 1)
    assert.ok(sent.sum('faire_send_seconds_count', 'what="edit"') >= 2)
  })

  it('counts calls of the tabs by route and class of status, and who listens', async () => {
    const { bot } = at
    await bot.api(CAMILLE).get('/ideas')
    await bot.api(CAMILLE).ask('PUT', '/ideas/not-there/support', { support: true })
    await fetch(`${bot.origin}/api/v1/ideas`)
    const stream = await listen(bot.origin, await bot.signIn.tabToken(AHMED))
    const { sum } = await read()
    assert.equal(sum('faire_tab_calls_total', 'route="get /ideas"', 'status="2xx"'), 1)
    assert.equal(sum('faire_tab_calls_total', 'route="get /ideas"', 'status="4xx"'), 1)
    assert.equal(sum('faire_tab_calls_total', 'route="put /ideas/:id/support"', 'status="4xx"'), 1)
    assert.equal(sum('faire_turned_away_total', 'reason="sign-in"'), 1)
    assert.equal(sum('faire_event_clients'), 1)
    await stream.leave()
  })

  it('names nobody and nothing that anybody sent', async () => {
    const { bot } = at
    const { post } = await openBallot(bot)
    await bot.as(CAMILLE).presses(post, voteFor('Le calme'))
    const before = await read()
    const nasty = ['x'.repeat(300), '"} 1\nfaire_forged_total 7', CAMILLE.objectId, 'Le calme', '__proto__']
    for (const text of nasty) {
      const verb = { verb: text, data: { text } }
      await bot.teams.deliver(
        bot.teams.activities.executed(CAMILLE, { conversation: chatId(CAMILLE) }, 'card', verb),
      )
      await bot.as(CAMILLE).says(text)
      await bot.api(CAMILLE).ask('GET', `/${encodeURIComponent(text)}`)
      await bot.api({ ...CAMILLE, locale: text.replace(/\W/g, '') || 'xx' }).ask('GET', '/ideas')
    }
    const after = await read()
    const keys = (of: typeof after) => of.series.map(({ name, labels }) => `${name}{${labels}}`)
    const fresh = keys(after).filter(key => !keys(before).includes(key))
    const kinds = new Set(
      fresh.filter(key => key.startsWith('faire_')).map(key => /route="([^"]*)"/.exec(key)?.[1]),
    )
    assert.deepEqual(
      [...kinds].filter(route => route !== 'get /ideas'),
      [],
    )
    // Whatever nobody foresaw would read so: there is nothing of the kind.
    assert.doesNotMatch(after.text, /(?<!kind)="other"/)
    for (const { name, objectId, direction = name } of CAST)
      for (const word of [name, objectId, direction, 'Le calme', WORKSHOPS.id])
        assert.ok(!after.text.includes(word), `${word} can be read`)
  })

  it('has every name of the catalogue, and no other of ours', async () => {
    const { bot } = at
    await bot.as(MAELLE).says('aide')
    const { text } = await read()
    const told = [...text.matchAll(/^# TYPE (faire_\w+) /gm)].map(([, name]) => name)
    assert.deepEqual(told.sort(), [COUNTERS, TIMERS, GAUGES].flatMap(Object.keys).sort())
    assert.match(text, /^nodejs_eventloop_lag_p99_seconds \S+$/m)
  })

  it('can be read at its own port alone', async () => {
    const { bot } = at
    assert.equal((await fetch(`${bot.origin}/metrics`)).status, 404)
    const other = (path: string, method = 'GET') => fetch(new URL(path, bot.metrics), { method })
    for (const [path, method] of [['/'], ['/metrics/x'], ['/health/live'], ['/metrics', 'POST']] as const)
      assert.equal((await other(path, method)).status, 404)
    assert.equal((await (await other('/metrics', 'HEAD')).text()).length, 0)
  })
})
