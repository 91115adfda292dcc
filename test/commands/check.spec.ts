import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { check } from '../../src/commands/check.ts'
import { openDatabase } from '../../src/db/index.ts'
import { zipOf } from '../../src/files/zip-writer.ts'
import { APP, BOT, type Env, GOOD, MANAGED, SECRETS, TENANT } from '../config/wrong-settings.ts'
import { type Entra, startEntra } from '../support/sign-in/entra.ts'
import { heard } from './heard.ts'

const MANIFEST = {
  bots: [{ botId: BOT }],
  validDomains: ['faire.valmorane.fr'],
  webApplicationInfo: { id: BOT, resource: `api://faire.valmorane.fr/botid-${BOT}` },
}

describe('npm run check:install', () => {
  let entra: Entra
  let folder: string
  let env: Record<string, string>
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-check-'))
    entra = await startEntra({ tenant: TENANT, bot: BOT, password: SECRETS.BOT_PASSWORD })
    env = { ...GOOD, DATABASE_URL: `file:${folder}/x.sqlite`, BACKUP_FOLDER: join(folder, 'backups') }
    await pack('prod', MANIFEST)
  })
  afterEach(async () => {
    await entra.close()
    rmSync(folder, { recursive: true })
  })

  async function pack(name: string, manifest: object): Promise<void> {
    const parts: Uint8Array[] = []
    for await (const part of zipOf([{ name: 'manifest.json', parts: [JSON.stringify(manifest)] }]))
      parts.push(part)
    mkdirSync(join(folder, 'build'), { recursive: true })
    writeFileSync(join(folder, 'build', `appPackage.${name}.zip`), Buffer.concat(parts))
  }

  async function run(given: Env = env) {
    const around = { addresses: entra.addresses, packages: pathToFileURL(`${folder}/build/`) }
    const all = await heard((args, say, complain, set) => check(args, say, complain, set, around), [], given)
    for (const secret of [...Object.values(SECRETS), 'thrown.away'])
      assert.ok(!`${all.said}${all.complained}`.includes(secret), 'a secret is said')
    return all
  }
  const lineOf = (said: string, what: string) =>
    said.split('\n').find(line => line.includes(` ${what}: `)) ?? said

  it('says ok of each, and leaves nothing behind but the folder for backups', async () => {
    const { code, said, complained } = await run()
    assert.equal(`${complained}${code}`, '0')
    assert.deepEqual(
      said.split('\n').map(line => line.replace(/127.0.0.1:\d+/, 'HOST').replace(/\d+ s/, 'N s')),
      [
        'ok           settings: each has a value that the server takes',
        'ok           keys of the tabs’ tokens: 2 from HOST',
        'ok           keys of what Teams sends: 2 from HOST',
        'ok           the bot’s token: Entra gives the bot a token',
        'ok           Teams’ connector: HOST answers',
        'ok           database: not there yet: the first start makes it',
        'ok           backups: the folder can be written',
        'ok           Teams package: appPackage.prod.zip is this server’s',
        'not checked  guests: refused; the optional claim acct tells each of them (installer.md, E8), and the log says when a token comes without',
        'ok           language model: off',
        'ok           clock: within N s of Microsoft’s',
        'There is nothing to do.',
      ],
    )
    assert.deepEqual(readdirSync(folder).sort(), ['backups', 'build'])
    assert.deepEqual(readdirSync(join(folder, 'backups')), [])
    assert.deepEqual(entra.asked.toSorted(), [
      'GET /keys',
      'GET /keys',
      'GET /openid',
      'HEAD /connector/',
      `POST /${TENANT}/oauth2/v2.0/token`,
    ])
  })

  it('says each setting that the server would not start with, and tries without them what needs none', async () => {
    const { code, said } = await run({ BOT_TYPE: 'SingleTenant', BACKUP_FOLDERS: '/srv/backups' })
    assert.equal(code, 1)
    for (const name of ['PUBLIC_URL', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_PASSWORD', 'LINK_SECRET'])
      assert.match(said, new RegExp(`^to do        settings: ${name}: `, 'm'))
    assert.match(said, /settings: BACKUP_FOLDERS: did you mean BACKUP_FOLDER\?/)
    for (const what of ['the bot’s token', 'database', 'backups'])
      assert.match(lineOf(said, what), /^not checked/)
    assert.match(lineOf(said, 'clock'), /^ok/)
    assert.match(said, /\n6 to do\.$/)
  })

  const refused: [what: string, change: () => Env, sentence: RegExp][] = [
    [
      'a wrong password',
      () => ({ ...env, BOT_PASSWORD: 'something else' }),
      /BOT_PASSWORD: .+ value .+AADSTS7000215/,
    ],
    [
      'an application of another tenant',
      () => ({ ...env, BOT_ID: APP }),
      /BOT_ID: there is no .+AADSTS700016/,
    ],
    [
      'a tenant that is none',
      () => ({ ...env, BOT_TENANT_ID: APP }),
      /BOT_TENANT_ID: there is no .+AADSTS90002/,
    ],
    [
      'a password that has run out',
      () => {
        entra.expire()
        return env
      },
      /BOT_PASSWORD: .+ expired.+AADSTS7000222/,
    ],
  ]
  for (const [what, change, sentence] of refused) {
    it(`names the variable where Entra refuses ${what}`, async () => {
      const { code, said } = await run(change())
      assert.equal(code, 1)
      assert.match(lineOf(said, 'the bot’s token'), /^to do/)
      assert.match(lineOf(said, 'the bot’s token'), sentence)
    })
  }

  it('asks for no token of a managed identity, and says so', async () => {
    const { code, said } = await run({ ...MANAGED, DATABASE_URL: env.DATABASE_URL ?? '' })
    assert.equal(code, 1, 'the package is another server’s')
    assert.match(lineOf(said, 'the bot’s token'), /^not checked {2}.+managed identity/)
    assert.match(lineOf(said, 'Teams package'), /^to do {8}.+ another AAD_APP_CLIENT_ID than/)
    assert.ok(!entra.asked.some(request => request.startsWith('POST')))
  })

  for (const [behind, sentence] of [
    [5 * 60_000, /^to do {8}clock: it is (299|300|301) s ahead: set it/],
    [-3 * 60_000, /^to do {8}clock: it is (179|180|181) s behind: set it/],
    [40_000, /^ok {11}clock: within (40|41) s/],
  ] as const) {
    it(`holds the clock against Microsoft’s, ${behind / 1000} s off`, async () => {
      entra.setClock(behind)
      const { said, code } = await run()
      assert.match(lineOf(said, 'clock'), sentence)
      assert.equal(code, Math.abs(behind) > 60_000 ? 1 : 0)
    })
  }

  it('takes a proxy’s page for no keys and no token', async () => {
    entra.hide(200, '<h1>Accès refusé</h1>')
    const { code, said } = await run()
    assert.equal(code, 1)
    for (const what of ['keys of the tabs’ tokens', 'keys of what Teams sends'])
      assert.match(lineOf(said, what), /^to do .+ answers 200 without .+ a page of your proxy\?/)
    assert.match(lineOf(said, 'the bot’s token'), /^to do .+no token \(200\)/)
  })

  it('says who cannot be reached, and what may help', async () => {
    await entra.close()
    const { code, said } = await run()
    for (const what of [
      'keys of the tabs’ tokens',
      'keys of what Teams sends',
      'the bot’s token',
      'Teams’ connector',
    ])
      assert.match(
        lineOf(said, what),
        /^to do .+ cannot be reached \(ECONNREFUSED\): let this machine out to /,
      )
    assert.match(lineOf(said, 'clock'), /^not checked/)
    assert.equal(code, 1)
    entra = await startEntra({ tenant: TENANT, bot: BOT, password: SECRETS.BOT_PASSWORD })
  })

  it('waits for nobody longer than a few seconds', async () => {
    entra.fallSilent()
    const from = performance.now()
    const { said } = await run()
    assert.ok(performance.now() - from < 30_000)
    assert.match(lineOf(said, 'the bot’s token'), /cannot be reached \(no answer\)/)
  })

  it('says what is wrong with a folder, a file and a package, and goes on', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'no database, and longer than the header of one: '.repeat(4))
    await pack('prod', { ...MANIFEST, bots: [{ botId: APP }], validDomains: [] })
    writeFileSync(join(folder, 'build/appPackage.cut.zip'), 'PK')
    const { code, said } = await run({
      ...env,
      DATABASE_URL: `file:${folder}/notes.txt`,
      BACKUP_FOLDER: '/proc/backups',
    })
    assert.equal(code, 1)
    assert.match(lineOf(said, 'database'), /^to do .+ cannot be opened/)
    assert.match(lineOf(said, 'backups'), /^to do .+BACKUP_FOLDER: no backup can be written there \(ENOENT\)/)
    assert.match(
      lineOf(said, 'Teams package'),
      /^to do .+prod\.zip has another BOT_ID, PUBLIC_URL than the server/,
    )
    assert.match(said, /\n3 to do\.$/)
  })

  it('says that no database could be made where nobody may write', async () => {
    const { said } = await run({ ...env, DATABASE_URL: 'file:/proc/x.sqlite' })
    assert.match(lineOf(said, 'database'), /^to do .+DATABASE_URL: nothing can be made in \/proc \(ENOENT\)/)
  })

  it('takes any package that is this server’s, and none for nothing to do', async () => {
    await pack('local', { ...MANIFEST, bots: [{ botId: APP }] })
    assert.match(lineOf((await run()).said, 'Teams package'), /^ok .+prod\.zip/)
    rmSync(join(folder, 'build'), { recursive: true })
    const { code, said } = await run()
    assert.equal(code, 0)
    assert.match(lineOf(said, 'Teams package'), /^not checked/)
  })

  it('finds the database that stands, writes nothing there, and says that backups are wanted', async () => {
    const database = await openDatabase({ url: env.DATABASE_URL ?? '' })
    await database.migrate()
    await database.close()
    const before = readFileSync(join(folder, 'x.sqlite'))
    const { BACKUP_FOLDER: _, ...without } = env
    const { code, said } = await run(without)
    assert.equal(code, 0)
    assert.match(lineOf(said, 'database'), /^ok {11}database: SQLite, this version’s$/)
    assert.match(lineOf(said, 'backups'), /^not checked {2}backups: BACKUP_FOLDER is not set/)
    assert.ok(readFileSync(join(folder, 'x.sqlite')).equals(before))
  })

  it('says of a proxy that Node is not told to use it', async () => {
    const { said } = await run({ ...env, HTTPS_PROXY: 'http://proxy:3128' })
    assert.match(said, /^note .+HTTPS_PROXY is set, but not NODE_USE_ENV_PROXY=1/m)
    assert.doesNotMatch((await run({ ...env, HTTPS_PROXY: 'x', NODE_USE_ENV_PROXY: '1' })).said, /^note/m)
  })

  it('goes out by the proxy that Node is told of, as the server does', async () => {
    const { keys } = entra.addresses
    const program = `
      const { check } = await import('./src/commands/check.ts')
      const at = 'http://login.microsoft.invalid'
      const addresses = { keys: at + '/keys', openId: at + '/keys', tokens: t => at + '/' + t + '/oauth2/v2.0/token', connector: at + '/connector/' }
      const say = line => void process.stdout.write(line + '\\n')
      process.exit(await check([], say, say, undefined, { addresses }))`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { PATH: process.env.PATH, ...env, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: new URL(keys).origin },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said = await text(child.stdout)
    assert.match(lineOf(said, 'keys of the tabs’ tokens'), /^ok .+ from login\.microsoft\.invalid$/)
    assert.match(lineOf(said, 'the bot’s token'), /^ok/)
  })

  it('knows no word beside, and says what it does', async () => {
    const given = async (...args: string[]) => heard(check, args, {})
    assert.equal((await given('--all')).code, 2)
    const { code, said } = await given('--help')
    assert.equal(code, 0)
    assert.match(said, /rolled back/)
  })
})
