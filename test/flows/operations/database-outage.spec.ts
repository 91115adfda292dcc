import assert from 'node:assert/strict'
import pg from 'pg'
import { engines } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says } from '../../support/product/card-assertions.ts'
import { scrape } from '../../support/product/metrics.ts'
import { voteFor } from '../../support/product/vote.ts'
import { CAMILLE, MAELLE, OWEN } from '../../support/sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'
import { openBallot } from '../ballots/steps.ts'

const IN_FRENCH = 'Rien ne peut être enregistré pour le moment.'
const IN_ENGLISH = 'Nothing can be saved at the moment.'

/** `npm run prove -- trouble` has the disk full, the server gone and more. Here whoever connects anew may only read, for a while. */
for (const engine of engines.filter(({ name }) => name === 'postgres'))
  describe('while the database cannot be written', () => {
    const at = freshBot(engine, { metrics: true })

    async function onServer(text: string): Promise<void> {
      const client = new pg.Client({ connectionString: at.url })
      await client.connect()
      const name = new URL(at.url).pathname.slice(1)
      await client.query('set session characteristics as transaction read write')
      await client.query(`alter database ${name} ${text}`)
      const { rows } = await client.query(`select pid, pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`)
      const told = rows.map(({ pid }) => pid)
      // Told to end, they end when they come to it: one that is asked meanwhile breaks off.
      const left = () => client.query('select 1 from pg_stat_activity where pid = any($1)', [told])
      while ((await left()).rowCount !== 0);
      await client.end()
    }
    const ready = async () => {
      const response = await fetch(`${at.bot.origin}/health/ready`)
      return [response.status, await response.json()]
    }

    it('each person is told so in their language, on the card and in the tab; then all goes on by itself', async () => {
      const { bot } = at
      const { post } = await openBallot(bot)
      await bot.seat([CAMILLE, OWEN])
      assert.deepEqual(await ready(), [200, { status: 'ready' }])
      await onServer('set default_transaction_read_only = on')
      const vote = () => bot.as(CAMILLE).presses(post, voteFor('Le calme'))
      const answer = await vote()
      says(answer, IN_FRENCH)
      const idea = { text: 'A quiet room', axis: 'usager', nonce: 'nonce-of-the-form-0001', unnamed: false }
      const { status, body } = await bot
        .api(OWEN)
        .ask<{ code: string; title: string }>('POST', '/ideas', idea)
      assert.deepEqual([status, body.code], [503, 'unavailable'])
      assert.ok(body.title.startsWith(IN_ENGLISH), body.title)
      assert.deepEqual(await ready(), [503, { status: 'not ready', reason: 'read-only' }])
      assert.equal((await fetch(`${bot.origin}/health/live`)).status, 200)
      const { sum } = await scrape(bot.metrics)
      assert.equal(sum('faire_database_up'), 0)
      assert.equal(sum('faire_database_trouble', 'reason="read-only"'), 1)
      assert.equal(sum('faire_outbox_due_facts') + sum('faire_outbox_oldest_due_seconds'), 0)
      assert.equal(sum('faire_turns_total', 'outcome="unavailable"'), 1)
      assert.equal(sum('faire_tab_calls_total', 'route="post /ideas"', 'status="503"'), 1)
      assert.equal(sum('faire_tab_calls_total', 'status="5xx"'), 0)
      await onServer('reset default_transaction_read_only')
      says(await bot.as(CAMILLE).presses(answer, 'Réessayer'), 'Votre vote est enregistré')
      await bot.api(OWEN).post('/ideas', idea)
      assert.deepEqual(await ready(), [200, { status: 'ready' }])
    })

    it('what Teams tells of a channel is refused, and taken down once the database is back, unasked', async () => {
      const { bot } = at
      await bot.seat([MAELLE, CAMILLE])
      await bot.as(MAELLE).installs(GENERAL)
      await bot.as(MAELLE).createsChannel(WORKSHOPS)
      await bot.settle()
      const names = async () =>
        JSON.stringify((await bot.api(MAELLE).get<{ items: object[] }>('/channels/bindings')).items)
      await onServer('set default_transaction_read_only = on')
      await assert.rejects(bot.as(MAELLE).renamesChannel(WORKSHOPS, 'Ateliers du printemps'), /503/)
      await onServer('reset default_transaction_read_only')
      assert.ok(!(await names()).includes('Ateliers du printemps'))
      await bot.as(CAMILLE).says('aide')
      assert.ok((await names()).includes('Ateliers du printemps'))
    })
  })
