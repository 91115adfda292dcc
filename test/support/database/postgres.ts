import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../machine/port.ts'

/** PostgreSQL refuses to run as root: drops to Debian's postgres user. */
function demoted(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', chunk => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
}

/** initdb. The superuser has a password: others on this machine can reach the port too. */
function initialise(bin: string, folder: string, password: string, method: string, as: object): void {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  const flags = ['-D', join(folder, 'data'), '-U', 'test', '-A', method, `--pwfile=${passwordFile}`]
  // A French collation, so that code that relies on byte order fails.
  const text = ['-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=fr-FR', '--no-sync']
  execFileSync(join(bin, 'initdb'), [...flags, ...text], { ...as, stdio: 'ignore' })
}

/** PostgreSQL requires a key file that only its own user can read. */
function tlsSettings(
  folder: string,
  tls: Options['tls'],
  user: ReturnType<typeof demoted>,
): readonly string[] {
  if (!tls) return []
  const own = (from: string, name: string) => {
    const file = join(folder, name)
    copyFileSync(from, file)
    chmodSync(file, 0o600)
    if (user) chownSync(file, user.uid, user.gid)
    return file
  }
  const [key, certificate] = [own(tls.key, 'key.pem'), own(tls.certificate, 'certificate.pem')]
  return ['ssl=on', `ssl_key_file=${key}`, `ssl_cert_file=${certificate}`]
}

type Options = {
  /** Where its folder goes: the system's own for temporary ones unless told otherwise. */
  readonly parent?: string
  readonly durable?: boolean
  /** Files of a key and its certificate, in PEM: it speaks TLS. */
  readonly tls?: { readonly key: string; readonly certificate: string }
  /** More of its settings: `synchronous_commit=off`. */
  readonly set?: readonly string[]
}

export type Postgres = {
  readonly url: string
  /** Of the process that all others of the cluster are children of. */
  readonly pid: () => number
  /** Shuts it down as an operator does; what it holds stays. */
  readonly halt: () => Promise<void>
  readonly resume: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * A PostgreSQL cluster on loopback, removed when stopped. Without fsync, since its data is worth nothing; a `durable`
 * one has it.
 */
export async function startPostgres(bin: string, options: Options = {}): Promise<Postgres> {
  const { parent = tmpdir(), durable = false, tls, set = [] } = options
  const folder = mkdtempSync(join(parent, 'faire-postgres-'))
  const user = demoted()
  const as = { ...user, cwd: folder }
  const password = randomBytes(12).toString('hex')
  chmodSync(folder, 0o700)
  if (user) chownSync(folder, user.uid, user.gid)
  // SCRAM as Debian's default with TLS; plain passwords otherwise, which cost the tests no hashing.
  initialise(bin, folder, password, tls ? 'scram-sha-256' : 'password', as)
  const port = await freePort()
  const settings = [
    `fsync=${durable ? 'on' : 'off'}`,
    'max_connections=200',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...tlsSettings(folder, tls, user),
    ...set,
  ]
  const flags = settings.flatMap(setting => ['-c', setting])
  let server: ChildProcess
  async function resume(): Promise<void> {
    server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), ...flags], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await ready(server)
  }
  async function halt(): Promise<void> {
    const gone = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGINT')
    await gone
  }
  const abandon = () => void server.kill('SIGQUIT')
  process.once('exit', abandon)
  await resume()
  return {
    url: `postgres://test:${password}@127.0.0.1:${port}/postgres`,
    pid: () => server.pid ?? 0,
    halt,
    resume,
    stop: async () => {
      process.off('exit', abandon)
      await halt()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
