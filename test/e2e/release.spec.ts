import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { archiveOf, sumOf } from '../../src/bundle/archive.ts'
import { freePort } from '../support/machine/port.ts'
import type { Stay } from '../support/machine/release-stay.ts'
import { SETTINGS } from '../support/product/settings.ts'

const HOST = 'faire.valmorane.fr'
/** What an administration writes into env/ before it makes its Teams package. */
const REGISTERED = {
  PUBLIC_URL: `https://${HOST}`,
  BOT_DOMAIN: HOST,
  BOT_ID: SETTINGS.BOT_ID,
  BOT_TENANT_ID: SETTINGS.BOT_TENANT_ID,
  AAD_APP_CLIENT_ID: '0a0a0a0a-1111-4222-8333-444444444444',
  DEVELOPER_NAME: 'Ville de Valmorane',
  DEVELOPER_URL: 'https://www.valmorane.fr',
  PRIVACY_URL: 'https://www.valmorane.fr/donnees',
  TERMS_URL: 'https://www.valmorane.fr/conditions',
}
const written = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')

/** Runs what follows as nobody, in a network that has this machine's loopback and nothing else. */
const ALONE = [
  '--net',
  'sh',
  '-c',
  'ip link set lo up && exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"',
  'sh',
]
/** Only root may; elsewhere the same is tried as who runs the tests. */
const canBeAlone = spawnSync('unshare', [...ALONE, process.execPath, '--version']).status === 0

describe('a release', function () {
  this.timeout(180_000)
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  let folder: string
  let archive: Buffer
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-release-'))
    chmodSync(folder, 0o755)
    archive = await archiveOf(process.cwd())
    writeFileSync(join(folder, 'release.tar.gz'), archive)
    execFileSync('tar', ['-xzf', 'release.tar.gz', '--no-same-owner'], { cwd: folder })
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  const inRelease = (path: string) => join(folder, `${name}-${version}`, path)

  it('is the same byte for byte when it is made again', async () => {
    assert.equal(sumOf(await archiveOf(process.cwd())), sumOf(archive))
  })

  it('says nothing of where it was made, and holds neither sources nor packages', () => {
    const bytes = gunzipSync(archive)
    assert.ok(!bytes.includes(process.cwd()))
    const paths = execFileSync('tar', ['-tzf', join(folder, 'release.tar.gz')], { encoding: 'utf8' })
    assert.doesNotMatch(paths, /node_modules|\/(src|test|bench)\/|\.(ts|map|log|sqlite)$|\.user$/m)
  })

  it('says its version and its commit, and has the licences and the parts of all that it holds', () => {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
    assert.match(
      readFileSync(inRelease('VERSION'), 'utf8'),
      new RegExp(`^${name} ${version}\ncommit ${commit}\n`),
    )
    const licences = readFileSync(inRelease('licences.txt'), 'utf8')
    const parts: { readonly name: string; readonly version: string }[] = JSON.parse(
      readFileSync(inRelease('sbom.cdx.json'), 'utf8'),
    ).components
    for (const wanted of ['botbuilder', 'preact', 'ajv', 'kysely']) {
      assert.ok(
        licences.split('\n').some(line => line.startsWith(`${wanted} `)),
        wanted,
      )
      assert.ok(
        parts.some(part => part.name === wanted),
        wanted,
      )
    }
    assert.match(readFileSync(inRelease('LICENSE'), 'utf8'), /EUROPEAN UNION PUBLIC LICENCE/i)
  })

  it(`starts on a database of 0.1.0 and answers its commands where it was unpacked, ${canBeAlone ? 'as nobody, without a network' : 'as who tests'}`, async () => {
    const data = join(folder, 'data')
    for (const made of [data, join(folder, 'home')]) {
      mkdirSync(made)
      chmodSync(made, 0o777)
    }
    writeFileSync(
      join(data, 'people.csv'),
      'email;name;direction;role\nx@valmorane.fr;Xavière Roux;culture;agent\n',
    )
    writeFileSync(join(data, 'x.sqlite'), gunzipSync(readFileSync('test/flows/takeover/0.1.0.sqlite.gz')))
    chmodSync(join(data, 'x.sqlite'), 0o666)
    writeFileSync(inRelease('env/.env.dev.user'), written(REGISTERED))
    cpSync(new URL('../support/machine/release-stay.ts', import.meta.url), join(folder, 'stay.ts'))
    execFileSync('chmod', ['-R', 'a-w,a+rX', inRelease('')])
    const node = [process.execPath, join(folder, 'stay.ts'), inRelease(''), data]
    const [program = '', ...args] = canBeAlone ? ['unshare', ...ALONE, ...node] : node
    const env = {
      ...SETTINGS,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      PORT: String(await freePort()),
      PATH: process.env.PATH,
      HOME: join(folder, 'home'),
    }
    const ran = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' })
    assert.equal(ran.status, 0, ran.stderr)
    const stay: Stay = JSON.parse(ran.stdout)
    if (canBeAlone) assert.deepEqual([stay.user, stay.mayWrite], [65_534, false])
    assert.deepEqual(stay.answers, { ready: 200, page: 200, licences: 200, stranger: 401 })
    assert.deepEqual(stay.server, { code: 0, wrong: '' })
    const ended = (command: string) => `${stay.commands[command]?.said}${stay.commands[command]?.code}`
    assert.match(ended('backup'), /0$/)
    assert.match(ended('migrate'), /up to date\.\n0$/)
    assert.match(ended('method'), /can be used: 5 axes, .+\n0$/)
    assert.match(ended('people'), /\n0$/)
    assert.match(ended('package'), /sha-256 .+\n0$/)
    assert.match(ended('check'), /\nok +database[\s\S]+1$/)
    for (const command of ['words', 'ballot', 'assistant']) {
      assert.doesNotMatch(ended(command), /\n +at /)
      assert.notEqual(stay.commands[command]?.code, null)
    }
    execFileSync('chmod', ['-R', 'u+w', inRelease('')])
  })
})
