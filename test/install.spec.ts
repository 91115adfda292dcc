import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { ConfigFault, readConfig } from '../src/config/index.ts'

const HOST = 'faire.valmorane.fr'
const ID = '0a0a0a0a-1111-4222-8333-444444444444'

describe('infra/install.sh', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'faire-install-'))
    mkdirSync(join(root, 'etc/nginx/conf.d'), { recursive: true })
    writeFileSync(join(root, 'etc/nginx/nginx.conf'), 'events {\n\tworker_connections 768;\n}\n')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  /** A version as far as the script looks at it. Its `db` says that it was asked. */
  function unpack(version: string): string {
    const folder = join(root, 'srv/faire', version)
    for (const part of ['infra', 'appPackage/manifest.json'])
      cpSync(part, join(folder, part), { recursive: true })
    for (const part of ['dist/commands', 'dist-tabs/assets'])
      mkdirSync(join(folder, part), { recursive: true })
    writeFileSync(join(folder, 'dist/index.js'), '')
    writeFileSync(join(folder, `dist-tabs/assets/${version}.js`), '')
    const db = "console.log('DB', process.argv.slice(2).join(' '), process.env.DATABASE_URL)"
    writeFileSync(join(folder, 'dist/commands/db.js'), db)
    return folder
  }
  const install = (version: string, ...words: readonly string[]) =>
    spawnSync('sh', [join(root, 'srv/faire', version, 'infra/install.sh'), ...words], {
      env: { PATH: process.env.PATH, ROOT: root },
      encoding: 'utf8',
    })
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const settings = () => parseEnv(read('etc/faire/faire.env')) as Record<string, string>
  const mode = (path: string) => (statSync(join(root, path)).mode & 0o777).toString(8)

  it('leaves settings to which only what Microsoft gives is to be added', () => {
    unpack('1.0.0')
    assert.equal(install('1.0.0', HOST).stderr, '')
    const made = settings()
    assert.throws(
      () => readConfig(made, []),
      (fault: unknown) =>
        fault instanceof ConfigFault &&
        fault.faults.map(({ variable }) => variable).join() === 'BOT_ID,BOT_TENANT_ID,BOT_PASSWORD',
    )
    const config = readConfig({ ...made, BOT_ID: ID, BOT_TENANT_ID: ID, BOT_PASSWORD: 'none' }, [])
    assert.equal(config.publicUrl, `https://${HOST}`)
    assert.equal(config.trustedProxies, 1)
    assert.equal(config.databaseUrl, `file:${root}/var/lib/faire/programme.sqlite`)
    assert.equal(config.backups?.folder, `${root}/var/lib/faire/backups`)
    assert.notEqual(config.linkSecret, config.ballotSecrets[0])
  })

  it('keeps secrets and data from others on the machine, and says none', () => {
    unpack('1.0.0')
    const { stdout } = install('1.0.0', HOST)
    assert.equal(mode('etc/faire/faire.env'), '640')
    assert.equal(mode('var/lib/faire'), '750')
    assert.equal(mode('etc/ssl/faire'), '750')
    const { LINK_SECRET = '', BALLOT_SECRET = '' } = settings()
    assert.ok(LINK_SECRET.length >= 36 && !stdout.includes(LINK_SECRET) && !stdout.includes(BALLOT_SECRET))
  })

  it('gives nginx the host and one instance, with room for open tabs', () => {
    unpack('1.0.0')
    install('1.0.0', HOST)
    const proxy = read('etc/nginx/conf.d/faire.conf')
    assert.match(proxy, /server_name faire\.valmorane\.fr;/)
    assert.doesNotMatch(proxy, /example|3979/)
    assert.match(
      read('etc/nginx/nginx.conf'),
      /^worker_rlimit_nofile 32768;\n[\s\S]*worker_connections 16384;/,
    )
  })

  it('changes nothing when it runs again', () => {
    unpack('1.0.0')
    install('1.0.0', HOST)
    appendFileSync(join(root, 'etc/faire/faire.env'), `BOT_ID=${ID}\n`)
    appendFileSync(join(root, 'etc/nginx/conf.d/faire.conf'), '# ours\n')
    const paths = ['etc/faire/faire.env', 'etc/nginx/conf.d/faire.conf', 'etc/nginx/nginx.conf']
    const before = paths.map(read)
    const again = install('1.0.0')
    assert.equal(again.status, 0)
    assert.doesNotMatch(again.stdout, /DB|Settings/)
    assert.deepEqual(paths.map(read), before)
  })

  it('brings another version: backs up by the one before, keeps the files of open tabs, leads there', () => {
    unpack('1.0.0')
    install('1.0.0', HOST)
    writeFileSync(join(root, 'var/lib/faire/programme.sqlite'), 'stands')
    const later = unpack('1.1.0')
    const { stdout, stderr } = install('1.1.0')
    assert.equal(stderr, '')
    assert.match(stdout, new RegExp(`^DB backup ${root}/var/lib/faire/backups/ file:${root}/`, 'm'))
    assert.equal(readlinkSync(join(root, 'srv/faire/current')), later)
    assert.ok(statSync(join(later, 'dist-tabs/assets/1.0.0.js')).isFile())
  })

  it('backs up where the settings say, and in their place where they say nothing', () => {
    unpack('1.0.0')
    install('1.0.0', HOST)
    writeFileSync(join(root, 'var/lib/faire/programme.sqlite'), 'stands')
    const said = (version: string, setting: string) => {
      appendFileSync(join(root, 'etc/faire/faire.env'), `${setting}\n`)
      unpack(version)
      const { stdout, stderr } = install(version)
      assert.equal(stderr, '')
      return /^DB backup (\S+)/m.exec(stdout)?.[1]
    }
    assert.equal(said('1.1.0', `BACKUP_FOLDER=${root}/elsewhere`), `${root}/elsewhere/`)
    assert.equal(said('1.2.0', `BACKUP_FOLDER="${root}/quoted/"`), `${root}/quoted/`)
    assert.equal(said('1.3.0', 'BACKUP_FOLDER='), `${root}/var/lib/faire/backups/`)
  })

  it('leads nowhere else where no backup can be made', () => {
    const first = unpack('1.0.0')
    install('1.0.0', HOST)
    writeFileSync(join(root, 'var/lib/faire/programme.sqlite'), 'stands')
    writeFileSync(join(first, 'dist/commands/db.js'), 'process.exit(2)')
    unpack('1.1.0')
    assert.notEqual(install('1.1.0').status, 0)
    assert.equal(readlinkSync(join(root, 'srv/faire/current')), first)
  })

  it('refuses by a sentence, and makes nothing', () => {
    const folder = unpack('1.0.0')
    for (const [words, sentence] of [
      [[], /^Give the public host name/],
      [['https://faire.valmorane.fr'], /without https/],
      [['Faire.valmorane.fr'], /in lower case/],
      [['--nodes'], /knows no --nodes/],
    ] as const) {
      const { status, stderr } = install('1.0.0', ...words)
      assert.notEqual(status, 0)
      assert.match(stderr, sentence)
    }
    rmSync(join(folder, 'dist/index.js'))
    assert.match(install('1.0.0', HOST).stderr, /nothing was built here/)
    assert.throws(() => read('etc/faire/faire.env'), { code: 'ENOENT' })
  })

  it('installs a command that lists what there is, and hands on its end', () => {
    unpack('1.0.0')
    install('1.0.0', HOST)
    const faire = (...words: readonly string[]) =>
      spawnSync(join(root, 'usr/local/sbin/faire'), words, {
        env: { PATH: process.env.PATH, ROOT: root },
        encoding: 'utf8',
      })
    assert.deepEqual([faire().status, faire('dbs').status], [2, 2])
    assert.match(faire().stderr, /\ndb\n$/)
    assert.match(faire('db', 'backup', '/a b/').stdout, /^DB backup \/a b\/ file:/)
  })

  it('is plain sh', () => {
    for (const script of ['infra/install.sh', 'infra/systemd/faire']) execFileSync('sh', ['-n', script])
  })
})
