import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/machine/port.ts'

const PAGE = readFileSync('docs/installer.md', 'utf8')
const [UNTIL_TEAMS = ''] = PAGE.split('\n### L’installer d’office pour tous')
const HOST = 'faire.valmorane.fr'
const ID = '0a0a0a0a-1111-4222-8333-444444444444'

/** Lines that a person types on the way to the first answer in Teams. */
const TYPED = [...UNTIL_TEAMS.matchAll(/^ {4}(\S.*)$/gm)].map(([, line = '']) => line)
/** All other commands of the page: later acts, and those inside a sentence. */
const OTHERS = [
  ...[...PAGE.slice(UNTIL_TEAMS.length).matchAll(/^ {4}(\S.*)$/gm)].map(([, line = '']) => line),
  ...[...PAGE.matchAll(/`((?:faire|npm|node|sh|curl) [^`]+)`/g)].map(([, line = '']) => line),
]

/** What no test here can run, and why. */
const UNTRIED: readonly (readonly [begins: string, why: string])[] = [
  ['apt install ', 'packages of the machine'],
  ['sha256sum --check ', 'the archive of a release, which its own test unpacks'],
  ['mkdir -p /srv/faire && tar ', 'the same'],
  ['install -m 0640 fullchain.pem ', 'a certificate of yours'],
  ['nginx -t ', 'test/e2e runs no machine’s nginx; npm run prove -- upgrade does, with the same file'],
  ['systemctl ', 'no systemd here; the unit’s own command is run below'],
  ['30 3 * * * faire rsync ', 'another machine'],
  ['npm ci && npm run demo', 'test/demo starts it'],
]

describe('docs/installer.md', function () {
  this.timeout(120_000)
  let root: string
  let version: string
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'faire-installed-'))
    version = join(root, 'srv/faire/faire-administration-1.0.0')
    mkdirSync(version, { recursive: true })
    for (const part of ['dist', 'dist-tabs', 'infra', 'adaptiveCards', 'programmes', 'package.json'])
      cpSync(part, join(version, part), { recursive: true })
    cpSync('appPackage', join(version, 'appPackage'), {
      recursive: true,
      filter: path => !path.endsWith('build'),
    })
    symlinkSync(join(process.cwd(), 'node_modules'), join(version, 'node_modules'))
  })
  after(() => rmSync(root, { recursive: true }))

  /** Nobody outside is asked: the way out is a port on which nothing listens. */
  const WAY_OUT = { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: 'http://127.0.0.1:9' }

  /** A line of the page as it is typed, on this folder in place of the machine. */
  function typed(line: string) {
    const here = line.replaceAll(' /', ` ${root}/`).replace('faire.exemple.fr --node', HOST)
    const words = here.replace(/^faire /, `${root}/usr/local/sbin/faire `)
    return spawnSync('sh', ['-euc', words], {
      env: { PATH: process.env.PATH, ROOT: root, ...WAY_OUT },
      encoding: 'utf8',
    })
  }
  const untried = (line: string) => UNTRIED.some(([begins]) => line.startsWith(begins))
  const ran: string[] = []
  function run(line: string) {
    assert.ok([...TYPED, ...OTHERS].includes(line), `the page does not say « ${line} »`)
    ran.push(line)
    return typed(line)
  }

  it('asks for fourteen commands at most, and says each once', () => {
    assert.ok(TYPED.length <= 14, TYPED.join('\n'))
    assert.equal(new Set(TYPED).size, TYPED.length)
  })

  it('asks for forty acts at most: commands, rows of the portals, settings', () => {
    const rows = [...PAGE.matchAll(/^\| [EAT]\d +\|/gm)].length
    const empty = [...readFileSync('infra/faire.env.example', 'utf8').matchAll(/^(?!\w+_SECRET)\w+=$/gm)]
    const settings = empty.length + ['TEAMS_APP_ID'].length
    assert.deepEqual([rows, settings], [15, 9])
    assert.ok(TYPED.length + rows + settings <= 40)
  })

  it('installs, prints what portals ask for, and makes the package once the settings are typed in', () => {
    const installed = run('sh /srv/faire/faire-administration-1.0.0/infra/install.sh faire.exemple.fr --node')
    assert.equal(`${installed.stderr}${installed.status}`, '0')
    const settings = join(root, 'etc/faire/faire.env')
    const before = run('faire check --portals')
    assert.match(before.stdout, /^A2 .+ https:\/\/faire\.valmorane\.fr\/api\/messages$/m)
    const values = {
      BOT_ID: ID,
      BOT_TENANT_ID: ID,
      BOT_PASSWORD: 'none',
      ORGANISERS: ID,
      DEVELOPER_NAME: 'Ville de Valmorane',
      DEVELOPER_URL: 'https://www.valmorane.fr',
      PRIVACY_URL: 'https://www.valmorane.fr/donnees',
      TERMS_URL: 'https://www.valmorane.fr/conditions',
    }
    let text = readFileSync(settings, 'utf8')
    for (const [name, value] of Object.entries(values)) {
      assert.match(text, new RegExp(`^${name}=$`, 'm'))
      text = text.replace(`\n${name}=\n`, `\n${name}=${value}\n`)
    }
    writeFileSync(settings, text)
    assert.match(typed('faire check --portals').stdout, new RegExp(`^E4 .+ api://${HOST}/botid-${ID}$`, 'm'))
    const made = run('faire package')
    assert.equal(`${made.stderr}${made.status}`, '0')
    assert.ok(existsSync(join(version, 'appPackage/build/appPackage.prod.zip')))
    const looked = run('faire check')
    for (const what of ['settings', 'database', 'backups', 'Teams package'])
      assert.match(looked.stdout, new RegExp(`^ok +${what}: `, 'm'), looked.stdout)
  })

  it('starts as the unit does, and answers the call from outside as the page says', async () => {
    const unit = readFileSync(join(root, 'etc/systemd/system/faire@.service'), 'utf8')
    const [, command = ''] = /^ExecStart=\/usr\/bin\/node (.+)$/m.exec(unit) ?? []
    const port = await freePort()
    const words = [`--env-file=${root}/etc/faire/faire.env`, ...command.split(' ')]
    const env = { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port) }
    const child = spawn(process.execPath, words, { cwd: join(root, 'srv/faire/current'), env })
    for await (const line of child.stdout) if (String(line).includes('"msg":"ready"')) break
    const call = TYPED.find(line => line.startsWith('curl ')) ?? ''
    ran.push(call)
    assert.equal(typed(call.replace('https://faire.exemple.fr', `http://127.0.0.1:${port}`)).stdout, '401\n')
    const kept = run('faire db backup /var/lib/faire/backups/')
    assert.equal(`${kept.stderr}${kept.status}`, '0')
    const people = 'email;name;direction;roles\ncamille.martin@region.example;Camille Martin;lycees;\n'
    writeFileSync(join(root, 'var/lib/faire/agents.csv'), people)
    const imported = run('faire people import /var/lib/faire/agents.csv --dry-run')
    assert.equal(`${imported.stderr}${imported.status}`, '0')
    const again = typed('sh /srv/faire/faire-administration-1.0.0/infra/install.sh')
    ran.push('sh /srv/faire/faire-administration-1.1.0/infra/install.sh')
    assert.equal(`${again.stderr}${again.status}`, '0')
    child.kill('SIGTERM')
    await once(child, 'exit')
  })

  it('names no other command than those that ran here, and those that cannot', () => {
    const lost = [...TYPED, ...OTHERS].filter(line => !ran.includes(line) && !untried(line))
    assert.deepEqual(lost, [])
    const idle = UNTRIED.filter(([begins]) => ![...TYPED, ...OTHERS].some(line => line.startsWith(begins)))
    assert.deepEqual(idle, [])
  })
})
