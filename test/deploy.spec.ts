import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { parse } from 'yaml'
import { variables } from '../src/config/variables.ts'
import { BODY_LIMIT } from '../src/http/transport/bodies.ts'
import { TIMES } from '../src/http/transport/timeouts.ts'
import { SECOND } from '../src/kernel/time/clock.ts'
import { FILE_BODY } from '../src/tabs/contract/people/file.ts'
import { METHOD_BODY } from '../src/tabs/contract/programme/method.ts'

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const all = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map(([, found = '']) => found)

const dockerfile = text('Dockerfile')
const unit = text('infra/systemd/faire@.service')
const nginx = text('infra/nginx/faire.conf')
const bicep = text('infra/azure/main.bicep')
const { devDependencies } = JSON.parse(text('package.json')) as { devDependencies: Record<string, string> }

type Service = {
  readonly image: string
  readonly ports?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly read_only: boolean
  readonly cap_drop: readonly string[]
  readonly stop_grace_period: string
}
const { services } = parse(text('compose.yaml'), { merge: true }) as { services: Record<string, Service> }

/** Node's own, and what Azure and PostgreSQL's image are told. */
const OTHERS = /^(NODE_ENV|SCM_DO_BUILD_DURING_DEPLOYMENT|WEBSITES?_[A-Z_]+|POSTGRES_[A-Z_]+)$/

/** What the Teams package is filled with: `npm run package` reads it among the settings. */
const PACKAGE = all(text('appPackage/manifest.json') + text('appPackage/en.json'), /\$\{\{(\w+)\}\}/g)

/** Of a size or a time as nginx writes it. */
const nginxNumber = (value: string) =>
  Number.parseInt(value, 10) * ({ k: 1_024, m: 1_024 ** 2, s: SECOND }[value.at(-1) ?? ''] ?? 1)
const nginxValues = (name: string) => all(nginx, new RegExp(`^ +${name} ([^;]+);`, 'gm')).map(nginxNumber)

describe('the files to deploy with', () => {
  it('name no variable but those that the server knows', () => {
    const named = {
      Dockerfile: all(dockerfile, /^(?:ENV| {4}) ?([A-Z_]+)=/gm),
      'infra/systemd': all(unit, /(?:^Environment=| )([A-Z_]+)=/gm),
      'infra/faire.env.example': Object.keys(parseEnv(text('infra/faire.env.example'))),
      'compose.yaml': Object.values(services).flatMap(({ environment = {} }) => Object.keys(environment)),
      'infra/azure': all(bicep, /^ {4}([A-Z_]+): /gm),
    }
    for (const [file, names] of Object.entries(named)) {
      assert.ok(names.length > 0, `${file} names no variable`)
      const unknown = names.filter(
        name => !OTHERS.test(name) && !(name in variables.shape) && !PACKAGE.includes(name),
      )
      assert.deepEqual(unknown, [], file)
    }
  })

  it('run on the Node that the project is tested on', () => {
    const major = devDependencies.node?.split('.')[0]
    const images = all(dockerfile, /^FROM node:(\S+)/gm)
    assert.deepEqual(
      images.map(image => image.split('-')[0]),
      images.map(() => major),
    )
    assert.match(bicep, new RegExp(`linuxFxVersion: 'NODE\\|${major}-lts'`))
  })

  it('let into the image what it copies, and nothing else', () => {
    const copied = all(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap(names => names.split(' '))
    const allowed = all(text('.dockerignore'), /^!(.+)$/gm)
    assert.deepEqual([...new Set(copied)].sort(), allowed.sort())
  })

  it('give the server the time that it takes to end', () => {
    const given = [
      all(unit, /^TimeoutStopSec=(\d+)$/gm),
      ['a', 'b'].map(name => services[name]?.stop_grace_period.replace('s', '') ?? ''),
      all(bicep, /WEBSITES_CONTAINER_STOP_TIME_LIMIT: '(\d+)'/g),
    ].flat()
    assert.equal(given.length, 4)
    for (const seconds of given) assert.ok(Number(seconds) > 5, `${seconds} s`)
  })

  it('publish nothing of a container but on the machine’s own loopback, and never the database', () => {
    const published = Object.values(services).flatMap(({ ports = [] }) => ports)
    assert.ok(published.length > 0 && published.every(port => port.startsWith('127.0.0.1:')))
    assert.equal(services.database?.ports, undefined)
    for (const [name, { read_only, cap_drop }] of Object.entries(services))
      assert.deepEqual({ read_only, cap_drop }, { read_only: true, cap_drop: ['ALL'] }, name)
  })

  it('have nginx pass on as much, and wait as long, as the server allows', () => {
    const [usual = 0, ofApi = 0] = nginxValues('client_max_body_size')
    assert.ok(usual >= BODY_LIMIT, `${usual}`)
    assert.ok(ofApi >= Math.max(FILE_BODY, METHOD_BODY), `${ofApi}`)
    const [ofUpstream = 0] = nginxValues('keepalive_timeout')
    assert.ok(ofUpstream < TIMES.idle, 'a kept connection would be closed under a request')
    assert.ok(nginxValues('proxy_read_timeout').every(time => time > TIMES.beat))
    assert.match(nginx, /location = \/api\/v1\/events \{\n +proxy_buffering off;/)
  })

  it('log no address that lets somebody in, nor what people search for', () => {
    const servers = nginx.split(/^server \{$/m).slice(1)
    const [calendar = ''] = /location \/calendar\/ \{[^}]+\}/.exec(nginx) ?? []
    const [room = ''] = /location ~ \^\/\[sS\]\/ \{[^}]+\}/.exec(nginx) ?? []
    for (const part of [servers[0] ?? '', calendar, room]) {
      assert.match(part, /^ +access_log off;$/m)
      assert.match(part, /^ +error_log \/dev\/null crit;$/m)
    }
    assert.match(servers[1] ?? '', /^ {4}access_log \S+ faire;$/m)
    assert.match(servers[1] ?? '', /^ {4}error_log \S+ crit;$/m)
    const [, format = ''] = /^log_format faire ([^;]+);/m.exec(nginx) ?? []
    assert.doesNotMatch(format, /\$(request|request_uri|args|query_string|http_referer)\b/)
    const categories = all(bicep, /^ +category: '(\w+)'/gm)
    assert.deepEqual(categories, ['AppServiceConsoleLogs', 'AppServicePlatformLogs'])
  })

  it('come with commands that make no secret which others on the machine can read', () => {
    const [, block = ''] =
      /## 3\. In containers\n[\s\S]*?\n((?: {4}.+\n)+)\nFill in/.exec(text('docs/deploy.md')) ?? []
    const making = block.split('\n').filter(line => /database-password|faire\.env$/.test(line))
    assert.equal(making.length, 2, block)
    const folder = mkdtempSync(join(tmpdir(), 'faire-deploy-'))
    cpSync(new URL('../infra/faire.env.example', import.meta.url), join(folder, 'infra/faire.env.example'))
    execFileSync('sh', ['-euc', `umask 022\n${making.join('\n')}`], { cwd: folder })
    for (const name of ['faire.env', 'database-password'])
      assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name)
    rmSync(folder, { recursive: true })
  })

  it('have Azure ask for each value that is a must, and give what the Teams package is filled with', () => {
    const { parameters } = JSON.parse(text('infra/azure/main.parameters.json')) as { parameters: object }
    const musts = all(bicep, /^param (\w+) \w+$/gm)
    const asked = Object.keys(parameters)
    assert.deepEqual(
      musts.filter(name => !asked.includes(name)),
      [],
    )
    assert.ok(!musts.includes('ballotSecret'), 'the server does without')
    const known = all(bicep, /^param (\w+) /gm)
    assert.deepEqual(
      asked.filter(name => !known.includes(name)),
      [],
    )
    const outputs = all(bicep, /^output (\w+) /gm)
    for (const name of [
      'PUBLIC_URL',
      'BOT_DOMAIN',
      'BOT_TYPE',
      'BOT_ID',
      'BOT_TENANT_ID',
      'AAD_APP_CLIENT_ID',
    ]) {
      assert.ok(outputs.includes(name), `${name} is no output`)
      assert.ok(name in parseEnv(text('env/.env.dev')), `${name} is not in env/.env.dev`)
    }
  })
})
