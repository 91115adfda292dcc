import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { db as command } from '../../src/commands/db.ts'
import { openDatabase } from '../../src/db/index.ts'
import { MINUTE, monotonic, SECOND } from '../../src/kernel/time/clock.ts'
import { engines } from '../support/database/engines.ts'
import { type Postgres, startPostgres } from '../support/database/postgres.ts'
import { createAuthority } from '../support/machine/authority.ts'
import { postgresFolder } from '../support/machine/machine.ts'
import { freePort } from '../support/machine/port.ts'
import { SETTINGS } from '../support/product/settings.ts'
import { heard } from './heard.ts'

type Environment = Readonly<Record<string, string>>

/** Of the log. */
const ERROR = 50
/** The server waits a minute for a password that does not come. */
const AT_ONCE = 30 * SECOND

// As an administration gives one: TLS under its own authority, the password in a variable of its own.
if (engines.length > 1)
  describe('a database on a server, over TLS', function () {
    this.timeout(2 * MINUTE)
    let folder: string
    let server: Postgres
    let environment: Environment
    let started: ChildProcess | undefined
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'faire-tls-'))
      const { authority, ...tls } = createAuthority(folder)
      server = await startPostgres(postgresFolder() ?? '', { tls })
      const url = new URL(server.url)
      url.hostname = 'localhost'
      url.searchParams.set('sslmode', 'verify-full')
      const { password: PGPASSWORD } = url
      url.password = ''
      environment = {
        PATH: process.env.PATH ?? '',
        DATABASE_URL: url.href,
        PGPASSWORD,
        NODE_EXTRA_CA_CERTS: authority,
        BACKUP_FOLDER: join(folder, 'kept'),
      }
    })
    afterEach(() => void started?.kill('SIGKILL'))
    after(async () => {
      await server.stop()
      rmSync(folder, { recursive: true })
    })

    async function run(args: readonly string[], env: Environment = environment) {
      const begun = monotonic.now()
      const child = spawn(process.execPath, ['src/commands/db.ts', ...args], { env })
      let [said, complained] = ['', '']
      child.stdout.setEncoding('utf8').on('data', chunk => {
        said += chunk
      })
      child.stderr.setEncoding('utf8').on('data', chunk => {
        complained += chunk
      })
      const [code] = await once(child, 'close')
      return { code, said, complained, took: monotonic.now() - begun }
    }

    /** The product itself, and the lines of its log until one is `message`. */
    async function startUntil(message: string): Promise<readonly Record<string, unknown>[]> {
      const env = { ...SETTINGS, ...environment, PORT: String(await freePort()) }
      const child = spawn(process.execPath, ['src/index.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      started = child
      const lines: Record<string, unknown>[] = []
      let rest = ''
      for await (const chunk of child.stdout.setEncoding('utf8')) {
        const parts = `${rest}${chunk}`.split('\n')
        rest = parts.pop() ?? ''
        lines.push(...parts.map(part => JSON.parse(part)))
        if (lines.some(({ msg, level }) => msg === message || Number(level) >= ERROR)) break
      }
      assert.deepEqual(
        lines.filter(({ level }) => Number(level) >= ERROR),
        [],
      )
      return lines
    }

    async function asOperator(text: string): Promise<void> {
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query(text).finally(() => client.end())
    }

    it('is backed up at night by a process that has what the server has, and the backup is put back', async () => {
      const lines = await startUntil('ready')
      const made = lines.find(({ msg }) => msg === 'a new database was made')
      assert.match(String(made?.at), /^localhost:\d+\/postgres$/)
      const loose = lines.filter(({ msg }) => msg === 'the database server may lose what was acknowledged')
      assert.deepEqual(
        loose.map(({ setting }) => setting),
        ['fsync=off'],
      )
      started?.kill('SIGTERM')
      if (started) await once(started, 'exit')
      await asOperator("update fact set due_at = 0 where kind = 'backup.nightly'")
      await startUntil('a backup was made')
      const [name = ''] = readdirSync(join(folder, 'kept'))
      const restored = `file:${folder}/restored.sqlite`
      const back = await heard(command, ['restore', join(folder, 'kept', name)], { DATABASE_URL: restored })
      assert.equal(back.code, 0, back.complained)
      const database = await openDatabase({ url: restored })
      assert.equal(await database.isReady(), true)
      await database.close()
    })

    it('that is backed up where there is no room says so in a sentence, and leaves nothing there', async () => {
      const limited = ['-c', 'ulimit -f 200; exec "$0" src/commands/db.ts backup "$1"']
      const into = join(folder, 'full')
      const args = [...limited, process.execPath, `${into}/`]
      const { status, stderr } = spawnSync('sh', args, { env: environment, encoding: 'utf8' })
      assert.match(stderr, /^There is no room for it in .*full \(SQLITE \d+\): .*\n$/)
      assert.equal(status, 2)
      assert.deepEqual(readdirSync(into), [])
    })

    it('that is not let in, or does not trust, says so in a sentence and at once', async () => {
      const { PGPASSWORD: _, ...unnamed } = environment
      const { NODE_EXTRA_CA_CERTS: __, ...untrusting } = environment
      const plain = environment.DATABASE_URL ?? ''
      for (const [env, said] of [
        [unnamed, /^The database asks for a password and was given none: .*\n$/],
        [{ ...environment, PGPASSWORD: 'wrong' }, /^The database lets nobody in .*\(28P01\).*\n$/],
        [
          untrusting,
          /^The certificate of the database's server is not trusted \(.+\).*NODE_EXTRA_CA_CERTS.*\n$/,
        ],
        [
          { ...environment, DATABASE_URL: plain.replace('localhost', '127.0.0.2') },
          /not trusted|unreachable/,
        ],
      ] as const) {
        const { code, complained, took } = await run(['backup', `${folder}/never/`], env)
        assert.equal(code, 2)
        assert.match(complained, said)
        assert.ok(took < AT_ONCE, `${took} ms`)
      }
    })

    it('whose role may not make or read anything is told of in a sentence', async () => {
      await asOperator("create role reader login password 'reader'")
      await asOperator('create database elsewhere')
      const url = new URL(environment.DATABASE_URL ?? '')
      url.username = 'reader'
      const env = { ...environment, PGPASSWORD: 'reader' }
      assert.match(
        (await run(['backup', `${folder}/never/`], { ...env, DATABASE_URL: url.href })).complained,
        /^The role in DATABASE_URL may not do that \(42501: permission denied .+\)\. .*\n$/,
      )
      url.pathname = 'elsewhere'
      const { code, complained } = await run(['migrate'], { ...env, DATABASE_URL: url.href })
      assert.match(complained, /^The role in DATABASE_URL may not do that .* Nothing was changed\.\n$/)
      assert.equal(code, 2)
      assert.equal(existsSync(`${folder}/never`) && readdirSync(`${folder}/never`).length > 0, false)
    })
  })
