import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFault } from '../src/node-version.ts'
import { filesIn, importsOf } from './architecture/source.ts'
import { freePort } from './support/machine/port.ts'
import { SETTINGS as REGISTERED } from './support/product/settings.ts'

const SETTINGS = { ...REGISTERED, LOG_LEVEL: 'silent' }

/** Starts the program with nothing of this process's environment but PATH, and where its compiled code is kept. */
function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ['src/index.ts', ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
  })
  child.stdout?.setEncoding('utf8')
  child.stderr?.setEncoding('utf8')
  return child
}

async function ending(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  const [code] = await once(child, 'exit')
  return { code, said }
}

describe('the program', () => {
  it('refuses to start in production without settings, naming each variable', async () => {
    const { code, said } = await ending(start([]))
    assert.equal(code, 1)
    for (const name of ['PUBLIC_URL', 'BOT_TYPE', 'BOT_ID', 'BOT_TENANT_ID', 'BOT_PASSWORD', 'LINK_SECRET'])
      assert.match(said, new RegExp(name))
    assert.doesNotMatch(said, /\n\s+at /)
  })

  it('says in one sentence that Node is too old, as do the commands beside the server', () => {
    assert.equal(nodeFault('20.20.2'), 'Node 24.15 or later is needed; this is 20.20.2.')
    assert.equal(nodeFault('24.14.1'), 'Node 24.15 or later is needed; this is 24.14.1.')
    for (const version of ['24.15.0', '24.20.1', '26.0.0']) assert.equal(nodeFault(version), undefined)
    const commands = ['db', 'people', 'programme', 'ballot', 'check', 'package'].map(
      name => `commands/${name}`,
    )
    for (const name of ['index', ...commands])
      assert.match(readFileSync(`src/${name}.ts`, 'utf8'), /^import '(\.|\.\.)\/node-version\.ts'\n/, name)
    // An older Node stops at such an import before it has read the first one.
    const early = filesIn('src', /\.ts$/).filter(file =>
      importsOf(file).some(({ to, type }) => to === 'node:sqlite' && !type),
    )
    assert.deepEqual(early, [])
    const named = /import \{[^}]*(?:CACertificates|setGlobalProxyFromEnv)/
    assert.deepEqual(
      filesIn('src', /\.ts$/).flatMap(({ path, code }) => (named.test(code) ? [path] : [])),
      [],
    )
  })

  it('refuses demo mode where others could reach it, or beside a registered bot', async () => {
    for (const [env, name] of [
      [{ HOST: '0.0.0.0' }, 'HOST'],
      [{ NODE_ENV: 'production' }, 'NODE_ENV'],
      [{ BOT_ID: 'aaaaaaaa-0000-4000-8000-000000000001' }, 'BOT_ID'],
    ] as const) {
      const { code, said } = await ending(start(['--demo'], env))
      assert.equal(code, 1)
      assert.match(said, new RegExp(name))
    }
  })

  it('says in one sentence that the database is away, or lets nobody in, and never its password', async () => {
    const url = `postgres://faire:never-said@127.0.0.1:${await freePort()}/faire`
    const env = { ...SETTINGS, PORT: String(await freePort()), DATABASE_URL: url }
    const { code, said } = await ending(start([], env))
    assert.equal(code, 1)
    assert.match(said, /^The database cannot be used \(unreachable, ECONNREFUSED\)\. .+ start again\. .+\n$/)
    assert.doesNotMatch(said, /never-said/)
  })

  it('says in one sentence that its port is taken, also the one for what is measured, with nothing written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-start-'))
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    const free = String(await freePort())
    const taking: Record<string, string>[] = [{ PORT: port }, { PORT: free, METRICS_PORT: port }]
    for (const ports of taking) {
      const { code, said } = await ending(
        start([], { ...SETTINGS, ...ports, DATABASE_URL: `file:${folder}/x.sqlite` }),
      )
      assert.equal(code, 1)
      assert.match(said, new RegExp(`^Port ${port} cannot be listened on \\(EADDRINUSE\\): .+\n$`))
      assert.deepEqual(readdirSync(folder), [])
    }
    taken.close()
    rmSync(folder, { recursive: true })
  })

  it('names HOST where it is no address of this machine', async () => {
    // Of those that documents use, and no machine has.
    const env = { ...SETTINGS, PORT: String(await freePort()), HOST: '192.0.2.1' }
    const { code, said } = await ending(start([], env))
    assert.equal(code, 1)
    assert.match(said, /^HOST: give an address of this machine.*\n$/)
  })

  it('names the variable of a file that it cannot use, and makes no folder for a database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-start-'))
    const database = `file:${folder}/x.sqlite`
    writeFileSync(join(folder, 'notes.txt'), 'no database, and longer than the header of one: '.repeat(4))
    const wrong: [env: Record<string, string>, sentence: RegExp][] = [
      [{ DATABASE_URL: `file:${folder}/typo/x.sqlite` }, /^DATABASE_URL: make the folder .+\n$/],
      [{ DATABASE_URL: `file:${folder}/notes.txt` }, /^DATABASE_URL: .+ cannot be opened .+\n$/],
      [
        { DATABASE_URL: database, PROGRAMME_FILE: 'no/method.yaml' },
        /^PROGRAMME_FILE: no\/method\.yaml: .+\n$/,
      ],
    ]
    for (const [env, sentence] of wrong) {
      const { code, said } = await ending(start([], { ...SETTINGS, PORT: String(await freePort()), ...env }))
      assert.equal(code, 1)
      assert.match(said, sentence)
    }
    assert.ok(!readdirSync(folder).includes('typo'))
    rmSync(folder, { recursive: true })
  })

  it('starts where no backup can be written, and says so first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-start-'))
    const file = join(folder, 'x.sqlite')
    const env = { DATABASE_URL: `file:${file}`, BACKUP_FOLDER: '/proc/backups', LOG_LEVEL: 'info' }
    const child = start([], { ...SETTINGS, PORT: String(await freePort()), ...env })
    let said = ''
    for await (const chunk of child.stdout ?? []) {
      said += chunk
      if (said.includes('"msg":"ready"')) child.kill('SIGTERM')
    }
    assert.match(said.split('\n')[0] ?? '', /"code":"backup-folder","msg":"BACKUP_FOLDER: no backup .+ENOENT/)
    rmSync(folder, { recursive: true })
  })

  it('prints its links in demo mode, is ready then, and ends on Ctrl-C', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faire-start-'))
    const port = await freePort()
    const env = { PORT: String(port), DATABASE_URL: `file:${folder}/demo.sqlite`, DEMO_PLAYGROUND: 'off' }
    const child = start(['--demo'], env)
    try {
      for await (const line of child.stdout ?? []) if (String(line).includes('/demo')) break
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`)
      assert.equal(ready.status, 200)
      assert.match(await (await fetch(`http://127.0.0.1:${port}/demo`)).text(), /Maëlle Rivière/)
      child.kill('SIGINT')
      const [code] = await once(child, 'exit')
      assert.equal(code, 0)
    } finally {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
