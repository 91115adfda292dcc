import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assistantStore } from '../../src/assistant/store.ts'
import { assistant } from '../../src/commands/assistant.ts'
import { type Database, openDatabase } from '../../src/db/index.ts'
import { auditStore } from '../../src/features/audit/store.ts'
import { systemClock } from '../../src/kernel/time/clock.ts'
import { counting, FOREIGN, ODD_TEXTS, STATUSES, STREAMS, value } from '../support/assistant/answers.ts'
import { type FakeEndpoint, startEndpoint } from '../support/assistant/endpoint.ts'
import { atOnce } from '../support/database/schema.ts'
import { heard } from './heard.ts'

const GOOD = value({ meal: 'yes' })

describe('npm run assistant', () => {
  let endpoint: FakeEndpoint
  let folder: string
  let env: Record<string, string>
  let database: Database
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-assistant-'))
    endpoint = await startEndpoint({ models: ['other', 'albert-large'] })
    endpoint.always(GOOD)
    const url = `file:${folder}/x.sqlite`
    database = await openDatabase({ url, migrations: atOnce })
    await database.migrate()
    env = {
      DATABASE_URL: url,
      ASSISTANT_URL: endpoint.settings.url,
      ASSISTANT_MODEL: 'albert-large',
      ASSISTANT_TASKS: 'asking,themes',
      ASSISTANT_KEY: endpoint.settings.key,
      ASSISTANT_NAME: 'Albert, opéré par la DINUM',
    }
  })
  afterEach(async () => {
    await database.close()
    await endpoint.close()
    rmSync(folder, { recursive: true })
  })

  async function run(...args: string[]) {
    const all = await heard(assistant, args, env)
    assert.ok(!`${all.said}${all.complained}`.includes(endpoint.settings.key), 'the key is said')
    return all
  }
  const lineOf = (said: string, what: string) =>
    said.split('\n').find(line => line.includes(` ${what}: `)) ?? said

  it('says what holds, with one fixed sentence', async () => {
    const { code, said, complained } = await run('check')
    assert.equal(`${complained}${code}`, '0')
    assert.deepEqual(
      said.split('\n').map(line => line.replace(/:\d+\/v1/, '/v1').replace(/\d+ (ms|were)/, 'N $1')),
      [
        'ok           settings: http://127.0.0.1/v1, albert-large, for asking, themes, shown as « Albert, opéré par la DINUM »',
        'ok           model: one of 2 that it lists, in N ms',
        'ok           answer: JSON by the schema, in N ms',
        'ok           tokens: it says how many it used: 240, where N were the most',
        'ok           server: not stopped; 0 tokens of 500,000 today, 0 in 31 days',
        'There is nothing to do.',
      ],
    )
    assert.equal(endpoint.heard.length, 1)
    assert.deepEqual(endpoint.heard[0]?.items, [{ alias: 'i1', text: 'Ouvrir la cantine le soir.' }])
  })

  const wrong: [what: string, answer: Parameters<FakeEndpoint['always']>[0], line: RegExp][] = [
    ['a refused key', STATUSES[401], /^to do +answer: ASSISTANT_KEY: it refuses the key \(401\)$/],
    ['a quota', STATUSES['429 with seconds'], /^to do +answer: it is overloaded.+\(429\)$/],
    ['no such model', STATUSES[404], /^to do +answer: ASSISTANT_URL, ASSISTANT_MODEL: .+\(404\)$/],
    ['an echo', STATUSES['an echoing 400'], /^to do +answer: ASSISTANT_URL, ASSISTANT_MODEL: .+\(400\)$/],
    ['a reset', STREAMS.reset, /^to do +answer: it cannot be reached/],
    ['a portal', FOREIGN['HTML 200'], /^to do +answer: what answers is no model/],
    ['no schema mode', ODD_TEXTS['prose around'], /^to do +answer: it does not keep to the JSON schema/],
    ['a field more', value({ meal: 'yes', why: 'x' }), /^to do +answer: it does not keep to the JSON schema/],
    ['an endless body', STREAMS['an endless body'], /^to do +answer: it answers without end/],
  ]
  for (const [what, answer, line] of wrong)
    it(`says what to do of ${what}, and nothing that was sent or answered`, async () => {
      endpoint.always(answer)
      const { code, said, complained } = await run('check')
      assert.deepEqual([code, complained], [1, ''])
      assert.match(lineOf(said, 'answer'), line)
      assert.doesNotMatch(lineOf(said, 'tokens'), /^to do/)
      assert.doesNotMatch(said, /cantine|meal|Portail|Bonne journée/)
      assert.match(said, /\n1 to do\.$/)
    })

  it('says that tokens are guessed where it does not count them', async () => {
    endpoint.always(counting(null, { meal: 'no' }))
    assert.match(lineOf((await run('check')).said, 'tokens'), /^not checked +tokens: it does not say/)
  })

  it('says which model is not among those that it lists', async () => {
    env.ASSISTANT_MODEL = 'albert-gone'
    const { code, said } = await run('check')
    assert.equal(code, 1)
    assert.match(lineOf(said, 'model'), /^to do +model: ASSISTANT_MODEL: not among the 2/)
    assert.deepEqual(endpoint.faults.splice(0), ['body: model'])
  })

  it('says that nobody is there', async () => {
    env.ASSISTANT_URL = 'http://127.0.0.1:9/v1'
    const { code, said } = await run('check')
    assert.equal(code, 1)
    assert.match(lineOf(said, 'model'), /^to do +model: it cannot be reached/)
  })

  it('stops a running server’s and starts it, again and again, and the journal says so', async () => {
    for (const [verb, stopped] of [
      ['stop', true],
      ['stop', true],
      ['start', false],
    ] as const) {
      const { code, said } = await run(verb)
      assert.equal(code, 0)
      assert.match(said, verb === 'stop' ? /^Stopped: within five seconds/ : /^Started: /)
      const now = await database.read(tx => assistantStore(tx).readSwitch())
      assert.equal(now.stopped, stopped)
      const line = lineOf((await run('check')).said, 'server')
      assert.match(line, stopped ? /^to do +server: stopped, until npm run assistant -- start;/ : /^ok/)
    }
    const entries = await database.read(tx => auditStore(tx).newest({}, 10))
    assert.deepEqual(entries.map(({ act, role }) => `${act} ${role}`).sort(), [
      'data.assistant-start operator',
      'data.assistant-stop operator',
      'data.assistant-stop operator',
    ])
  })

  it('says what the month cost', async () => {
    const day = new Date(systemClock.now()).toISOString().slice(0, 10)
    await database.transact(tx => assistantStore(tx).reserve(day, 1_234, 9_999, day))
    assert.match(
      lineOf((await run('check')).said, 'server'),
      /1,234 tokens of 500,000 today, 1,234 in 31 days$/,
    )
  })

  it('says that it is off, or what a half of it lacks', async () => {
    const { ASSISTANT_MODEL: _, ...half } = env
    env = half
    const lacks = await run('check')
    assert.deepEqual([lacks.code, lacks.said], [2, ''])
    assert.match(lacks.complained, /^ASSISTANT_MODEL: set the model’s id/)
    env = { DATABASE_URL: env.DATABASE_URL ?? '' }
    const off = await run('check')
    assert.equal(off.code, 0)
    assert.match(off.said, /^It is off/)
    assert.equal((await run('stop')).code, 0, 'it can be stopped all the same')
    assert.equal(endpoint.heard.length, 0)
  })

  it('makes no database, and knows no other word', async () => {
    env.DATABASE_URL = `file:${folder}/none.sqlite`
    const { code, complained } = await run('stop')
    assert.deepEqual([code, complained], [2, 'There is no database yet: start the server once.'])
    assert.match(
      lineOf((await run('check')).said, 'server'),
      /^not checked +server: there is no database yet/,
    )
    for (const args of [[], ['ask'], ['stop', 'now'], ['--all']]) assert.equal((await run(...args)).code, 2)
    const help = await run('--help')
    assert.equal(help.code, 0)
    assert.match(help.said, /ASSISTANT_URL/)
  })
})
