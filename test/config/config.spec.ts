import assert from 'node:assert/strict'
import { ConfigFault, readConfig } from '../../src/config/index.ts'

const BOT = '0a0a0a0a-1111-4222-8333-444444444444'
const TENANT = '0b0b0b0b-1111-4222-8333-444444444444'
const APP = '0c0c0c0c-1111-4222-8333-444444444444'
const CLAIRE = '0d0d0d0d-1111-4222-8333-444444444444'
const secret = ['not', 'a', 'real', 'one'].join('-')

const single = {
  PUBLIC_URL: 'https://faire.valmorane.fr',
  BOT_TYPE: 'SingleTenant',
  BOT_ID: BOT,
  BOT_TENANT_ID: TENANT,
  BOT_PASSWORD: secret,
  LINK_SECRET: 'signs nothing that anybody will read',
}
const managed = { ...single, BOT_TYPE: 'UserAssignedMsi', BOT_PASSWORD: '', AAD_APP_CLIENT_ID: APP }

type Env = Readonly<Record<string, string | undefined>>

/** The variables that `env` is refused for, in order. */
function refused(env: Env, ...argv: string[]): string[] {
  try {
    readConfig(env, argv)
  } catch (fault) {
    assert.ok(fault instanceof ConfigFault, String(fault))
    for (const line of fault.message.split('\n')) assert.match(line, /^[\w-]+: \p{Ll}.{10,120}$/u)
    assert.ok(!fault.message.includes(secret))
    return fault.faults.map(({ variable }) => variable)
  }
  return []
}

describe('production settings', () => {
  it('refuse to start on nothing, naming each variable that is needed', () => {
    assert.deepEqual(refused({}), [
      'PUBLIC_URL',
      'BOT_TYPE',
      'BOT_ID',
      'BOT_TENANT_ID',
      'BOT_PASSWORD',
      'LINK_SECRET',
    ])
  })

  it('become a configuration for a SingleTenant bot', () => {
    const config = readConfig(single, [])
    assert.deepEqual(config.bot, { type: 'SingleTenant', id: BOT, tenant: TENANT, password: secret })
    assert.deepEqual(config.tab.audiences, [BOT, `api://faire.valmorane.fr/botid-${BOT}`])
    assert.deepEqual(config.tenants, [TENANT])
    assert.equal(config.mode, 'production')
    assert.equal(`${config.host}:${config.port}`, '127.0.0.1:3978')
    assert.equal(config.databaseUrl, 'file:.data/programme.sqlite')
    assert.equal(config.programmeFile, 'programmes/occitanie.yaml')
  })

  it('become a configuration without a secret for a managed identity', () => {
    const config = readConfig(managed, [])
    assert.deepEqual(config.bot, { type: 'UserAssignedMsi', id: BOT, tenant: TENANT })
    assert.deepEqual(config.tab.audiences, [APP, `api://faire.valmorane.fr/botid-${BOT}`])
  })

  it('name organisers and tenants in lists, whatever the case and spacing', () => {
    const env = { ...single, ORGANISERS: ` ${CLAIRE.toUpperCase()} , ${APP}`, ALLOWED_TENANTS: TENANT }
    assert.deepEqual(readConfig(env, []).organisers, [CLAIRE, APP])
  })

  it('need no ballot secret; take one, and those before it', () => {
    const [now, before] = ['wraps the ones opened from now on', 'wrapped the ones that are still running']
    const secrets = (env: Env) => readConfig(env, []).ballotSecrets
    assert.deepEqual(secrets(single), [])
    assert.deepEqual(secrets({ ...single, BALLOT_SECRET: now }), [now])
    assert.deepEqual(secrets({ ...single, BALLOT_SECRET: `${now}, ${before}` }), [now, before])
  })

  const assisted = {
    ...single,
    ASSISTANT_URL: 'https://albert.valmorane.fr/v1/',
    ASSISTANT_MODEL: 'albert-large',
    ASSISTANT_TASKS: 'asking, themes,asking',
  }

  it('have no language model unless address, model and tasks are all set, and none by default', () => {
    assert.equal(readConfig(single, []).assistant, undefined)
    assert.deepEqual(readConfig(assisted, []).assistant, {
      url: 'https://albert.valmorane.fr/v1',
      model: 'albert-large',
      tasks: ['asking', 'themes'],
      name: 'albert-large',
      tokensADay: 500_000,
    })
    const all = { ASSISTANT_KEY: secret, ASSISTANT_NAME: 'Albert', ASSISTANT_TOKENS_A_DAY: '20000' }
    const { key, name, tokensADay } = readConfig({ ...assisted, ...all }, []).assistant ?? {}
    assert.deepEqual([key, name, tokensADay], [secret, 'Albert', 20_000])
    for (const url of ['http://127.0.0.1:11434/v1', 'http://localhost:8000/v1', 'http://[::1]:8000/v1'])
      assert.equal(readConfig({ ...assisted, ASSISTANT_URL: url }, []).assistant?.url, url)
  })

  it('name what a half-set language model lacks', () => {
    const lacking = (name: string) =>
      refused(Object.fromEntries(Object.entries(assisted).filter(([key]) => key !== name)))
    for (const name of ['ASSISTANT_URL', 'ASSISTANT_MODEL', 'ASSISTANT_TASKS'])
      assert.deepEqual(lacking(name), [name])
    for (const [name, value] of [
      ['ASSISTANT_KEY', secret],
      ['ASSISTANT_NAME', 'Albert'],
      ['ASSISTANT_TOKENS_A_DAY', '20000'],
    ] as const)
      assert.deepEqual(refused({ ...single, [name]: value }), [
        'ASSISTANT_URL',
        'ASSISTANT_MODEL',
        'ASSISTANT_TASKS',
      ])
  })

  const cases: [what: string, env: Env, variable: string][] = [
    ['a SingleTenant bot without a secret', { ...single, BOT_PASSWORD: '' }, 'BOT_PASSWORD'],
    ['a managed identity with a secret', { ...managed, BOT_PASSWORD: secret }, 'BOT_PASSWORD'],
    [
      'a managed identity without the tab’s client id',
      { ...managed, AAD_APP_CLIENT_ID: '' },
      'AAD_APP_CLIENT_ID',
    ],
    [
      'a language model in the clear',
      { ...assisted, ASSISTANT_URL: 'http://albert.valmorane.fr/v1' },
      'ASSISTANT_URL',
    ],
    [
      'a language model without a path',
      { ...assisted, ASSISTANT_URL: 'https://albert.valmorane.fr' },
      'ASSISTANT_URL',
    ],
    [
      'one by the address of its completions',
      { ...assisted, ASSISTANT_URL: 'https://albert.valmorane.fr/v1/chat/completions' },
      'ASSISTANT_URL',
    ],
    [
      'one with credentials in it',
      { ...assisted, ASSISTANT_URL: 'https://a:b@albert.valmorane.fr/v1' },
      'ASSISTANT_URL',
    ],
    [
      'one with a question mark',
      { ...assisted, ASSISTANT_URL: 'https://albert.valmorane.fr/v1?key=1' },
      'ASSISTANT_URL',
    ],
    ['a task that nobody knows', { ...assisted, ASSISTANT_TASKS: 'asking,evaluate' }, 'ASSISTANT_TASKS'],
    ['a key of two words', { ...assisted, ASSISTANT_KEY: 'Bearer x' }, 'ASSISTANT_KEY'],
    ['no tokens a day', { ...assisted, ASSISTANT_TOKENS_A_DAY: '0' }, 'ASSISTANT_TOKENS_A_DAY'],
    ['the retired MultiTenant type', { ...single, BOT_TYPE: 'MultiTenant' }, 'BOT_TYPE'],
    ['a bot id that is no GUID', { ...single, BOT_ID: 'bot' }, 'BOT_ID'],
    ['a tenant given by its domain', { ...single, BOT_TENANT_ID: 'example.org' }, 'BOT_TENANT_ID'],
    ['the example’s address', { ...single, PUBLIC_URL: 'https://faire.example.org' }, 'PUBLIC_URL'],
    ['an http address', { ...single, PUBLIC_URL: 'http://faire.valmorane.fr' }, 'PUBLIC_URL'],
    ['a host in capitals', { ...single, PUBLIC_URL: 'https://Faire.valmorane.fr' }, 'PUBLIC_URL'],
    ['an address with a path', { ...single, PUBLIC_URL: 'https://faire.valmorane.fr/bot' }, 'PUBLIC_URL'],
    [
      'an address with credentials',
      { ...single, PUBLIC_URL: 'https://a:b@faire.valmorane.fr' },
      'PUBLIC_URL',
    ],
    [
      'an ID URI in capitals',
      { ...single, AAD_APP_ID_URI: `api://Faire.valmorane.fr/botid-${BOT}` },
      'AAD_APP_ID_URI',
    ],
    ['a client id that is no GUID', { ...single, AAD_APP_CLIENT_ID: 'tab' }, 'AAD_APP_CLIENT_ID'],
    ['a Teams app id that is no GUID', { ...single, TEAMS_APP_ID: '1' }, 'TEAMS_APP_ID'],
    ['a tenant list with a hole', { ...single, ALLOWED_TENANTS: `${TENANT},,` }, 'ALLOWED_TENANTS'],
    ['guests by a word of its own', { ...single, ALLOW_GUESTS: 'yes' }, 'ALLOW_GUESTS'],
    ['organisers by mail address', { ...single, ORGANISERS: 'claire@example.org' }, 'ORGANISERS'],
    ['a port beyond the last', { ...single, PORT: '70000' }, 'PORT'],
    ['a port in words', { ...single, PORT: 'http' }, 'PORT'],
    ['a host with a scheme', { ...single, HOST: 'http://0.0.0.0' }, 'HOST'],
    ['a database nobody knows', { ...single, DATABASE_URL: 'mysql://localhost/db' }, 'DATABASE_URL'],
    ['proxies without end', { ...single, TRUSTED_PROXIES: '9' }, 'TRUSTED_PROXIES'],
    ['no backup to keep', { ...single, BACKUPS_KEPT: '0' }, 'BACKUPS_KEPT'],
    ['a rate of no message', { ...single, SEND_RATE: '0' }, 'SEND_RATE'],
    ['a rate that is no number', { ...single, SEND_RATE: 'fast' }, 'SEND_RATE'],
    ['more than Teams takes', { ...single, SEND_RATE: '46' }, 'REPLY_RESERVE'],
    ['more than Teams takes, answers with it', { ...single, REPLY_RESERVE: '14' }, 'REPLY_RESERVE'],
    ['a short ballot secret', { ...single, BALLOT_SECRET: 'x'.repeat(31) }, 'BALLOT_SECRET'],
    ['a short former one', { ...single, BALLOT_SECRET: `${single.LINK_SECRET} too,former` }, 'BALLOT_SECRET'],
    [
      'a sixth ballot secret',
      { ...single, BALLOT_SECRET: Array(6).fill(`${single.LINK_SECRET} too`).join(',') },
      'BALLOT_SECRET',
    ],
    ['a log level nobody knows', { ...single, LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    ['a path that is a whole file', { ...single, PROGRAMME_FILE: 'x'.repeat(5_000) }, 'PROGRAMME_FILE'],
  ]
  for (const [what, env, variable] of cases) {
    it(`refuse ${what}`, () => {
      assert.deepEqual([...new Set(refused(env))], [variable])
    })
  }

  it('refuse an argument they do not know', () => {
    assert.deepEqual(refused(single, '--dmeo'), ['--dmeo'])
  })
})

describe('demo mode', () => {
  it('seats whom the command line names, and nobody beside it', () => {
    assert.equal(readConfig({}, ['--demo', '--as', 'pilote']).persona, 'pilote')
    assert.equal(readConfig({}, ['--demo', '--as']).persona, '')
    assert.ok(!('seat' in readConfig({}, ['--demo'])))
    for (const argv of [
      ['--as', 'pilote'],
      ['--demo', 'pilote'],
      ['--demo', '--as', 'pilote', 'agent'],
    ])
      assert.throws(() => readConfig({}, argv), ConfigFault)
  })

  it('needs no setting and knows no bot', () => {
    const config = readConfig({}, ['--demo'])
    assert.equal(config.mode, 'demo')
    assert.equal(config.bot, undefined)
    assert.equal(config.publicUrl, 'http://127.0.0.1:3978')
    assert.equal(readConfig({ HOST: '::1', PORT: '4000' }, ['--demo']).publicUrl, 'http://[::1]:4000')
  })

  it('is never entered by a variable', () => {
    assert.ok(refused({ DEMO: '1', NODE_ENV: 'development' }).includes('BOT_ID'))
  })

  const unsafe: [what: string, env: Env, variable: string][] = [
    ['a listener that others can reach', { HOST: '0.0.0.0' }, 'HOST'],
    ['a name that only begins like loopback', { HOST: '127.0.0.1.example.org' }, 'HOST'],
    ['NODE_ENV=production', { NODE_ENV: 'production' }, 'NODE_ENV'],
    ['a registered bot', { BOT_ID: BOT }, 'BOT_ID'],
  ]
  for (const [what, env, variable] of unsafe) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(refused(env, '--demo'), [variable])
    })
  }
})
