/**
 * `node installation.ts FOLDER`: docs/installer.md, line by line, from the archive in FOLDER to an answer of the bot, on a
 * bare machine. Its own names lead to the stand-ins for Microsoft; all else is what an operator has.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { appendFileSync, copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import tls from 'node:tls'
import { parseEnv } from 'node:util'
import { CAMILLE, MAELLE, TENANT } from '../../test/support/sign-in/cast.ts'
import { startEntra } from '../../test/support/sign-in/entra.ts'
import { HOSTS, SERVICE_URL, startMicrosoft } from '../../test/support/sign-in/microsoft.ts'
import { startSignIn } from '../../test/support/sign-in/tokens.ts'
import { startTeams } from '../../test/support/teams/index.ts'
import { openMachine } from './bare-machine.ts'
import { createSteps, tableOf } from './steps.ts'

const HOST = 'faire.exemple.fr'
const BOT = { id: '0a0a0a0a-1111-4222-8333-444444444444', name: 'Faire Administration' }
const PASSWORD = 'the value that Entra showed once'
const SETTINGS = {
  BOT_ID: BOT.id,
  BOT_TENANT_ID: TENANT,
  BOT_PASSWORD: PASSWORD,
  ORGANISERS: MAELLE.objectId,
  DEVELOPER_NAME: 'Ville de Valmorane',
  DEVELOPER_URL: 'https://www.valmorane.fr',
  PRIVACY_URL: 'https://www.valmorane.fr/donnees',
  TERMS_URL: 'https://www.valmorane.fr/conditions',
}
const FILE = '/etc/faire/faire.env'
/** Why those rows are not done here. */
const PORTALS = 'in a browser, at Microsoft'

const [, , folder = ''] = process.argv
const [page = ''] = readFileSync('docs/installer.md', 'utf8').split('\n### L’installer d’office pour tous')
const rows = (letter: string) => page.match(new RegExp(`^\\| ${letter}\\d +\\|`, 'gm'))?.length ?? 0
const lines = [...page.matchAll(/^ {4}(\S.*)$/gm)].map(([, line = '']) => line)

/** A certificate of all the names, by an authority of its own that both ends are told of. */
function certify() {
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')]
  const names = [HOST, ...HOSTS].map(name => `DNS:${name}`).join()
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const words = [...kind, '-days', '1', '-subj', `/CN=${HOST}`, '-addext', `subjectAltName=${names}`]
  execFileSync('openssl', [...words, '-out', certificate, '-keyout', key], { stdio: 'ignore' })
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(certificate, 'utf8')])
  return { key, certificate }
}

const pair = certify()
const machine = openMachine(folder)
const signIn = await startSignIn({ appId: BOT.id })
const teams = await startTeams({ bot: BOT, bearer: signIn.connectorToken, serviceUrl: SERVICE_URL })
const entra = await startEntra({ tenant: TENANT, bot: BOT.id, password: PASSWORD })
const microsoft = await startMicrosoft({ ...pair, entra, signIn, connector: teams.connector })
const steps = createSteps()

for (const name of readdirSync(folder).filter(each => /\.(pem|gz)$|SUMS$/.test(each)))
  copyFileSync(join(folder, name), join(machine.root, 'root', name))
machine.write('etc/hosts', `127.0.0.1 localhost ${HOST}\n`)
execFileSync('mount', ['--bind', join(machine.root, 'etc/hosts'), '/etc/hosts'])
machine.write('usr/local/share/authority.pem', readFileSync(pair.certificate))

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`

/** As faire@.service has it: systemd itself does not run here. */
function startUnit() {
  const unit = readFileSync(join(machine.root, 'etc/systemd/system/faire@.service'), 'utf8')
  const value = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(unit)?.[1] ?? assert.fail(name)
  // Read as systemd reads it: a shell would take a space for the end of a value.
  const settings = Object.entries(parseEnv(readFileSync(join(machine.root, FILE), 'utf8')))
  const variables = settings.map(([name, each]) => quoted(`${name}=${each}`)).join(' ')
  const own = value('Environment').replace('%i', '3978')
  const who = `setpriv --reuid ${value('User')} --regid ${value('Group')} --clear-groups`
  const line = `cd ${value('WorkingDirectory')}; exec ${who} env ${variables} ${own} ${value('ExecStart')}`
  return machine.start(line, '"msg":"ready"')
}

/** What a person writes into the file of settings, and what leads this server to the stand-ins. */
function writeSettings(): void {
  const path = join(machine.root, FILE)
  let text = readFileSync(path, 'utf8')
  for (const [name, value] of Object.entries(SETTINGS)) {
    assert.match(text, new RegExp(`^${name}=$`, 'm'))
    text = text.replace(`\n${name}=\n`, `\n${name}='${value}'\n`)
  }
  machine.write(FILE, text)
  const way = {
    NODE_USE_ENV_PROXY: 1,
    HTTPS_PROXY: microsoft.proxy,
    NODE_EXTRA_CA_CERTS: '/usr/local/share/authority.pem',
  }
  for (const [name, value] of Object.entries(way)) appendFileSync(path, `${name}=${value}\n`)
}

let server: Awaited<ReturnType<typeof startUnit>> | undefined

/** What is done otherwise than by typing it, by how the line begins. */
const OTHERWISE: Readonly<Record<string, (line: string) => unknown>> = {
  'apt install ': line => steps.leave(line, 1, 'they are there'),
  'nginx -t ': line => steps.time(line, 1, () => machine.run('nginx -t && nginx')),
  'systemctl enable ': line =>
    steps.time(line, 1, async () => {
      server = await startUnit()
    }),
  'systemctl restart ': line =>
    steps.time(line, 1, async () => {
      await server?.stop()
      server = await startUnit()
    }),
  'curl ': line =>
    steps.time(line, 1, async () => {
      const trusting = line.replace('curl ', 'curl --cacert /usr/local/share/authority.pem ')
      assert.equal((await machine.run(trusting)).trim(), '401')
    }),
}

/** What stands in tables and sentences between the lines, before the line that begins so. */
const BEFORE: Readonly<Record<string, () => unknown>> = {
  'faire package': async () => {
    steps.leave('E1 to A3: Entra and Azure', rows('E') + rows('A'), PORTALS)
    await steps.time('the settings, typed into the file', Object.keys(SETTINGS).length, writeSettings)
    await steps.time('faire check --portals, again', 1, () => machine.run('faire check --portals'))
  },
  'systemctl restart ': async () => {
    steps.leave('T1 to T4: the Teams admin centre', rows('T'), PORTALS)
    await steps.time('TEAMS_APP_ID, typed into the file', 1, () =>
      appendFileSync(join(machine.root, FILE), `TEAMS_APP_ID=${BOT.id}\n`),
    )
  },
}

try {
  for (const line of lines) {
    const of = <T>(known: Readonly<Record<string, T>>) =>
      Object.entries(known).find(([begins]) => line.startsWith(begins))?.[1]
    await of(BEFORE)?.()
    const done = of(OTHERWISE)
    const printed = done ? await done(line) : await steps.time(line, 1, () => machine.run(line))
    if (line === 'faire check') assert.match(String(printed), /There is nothing to do\./)
  }
  teams.connect(`https://${HOST}/api/messages`, () => signIn.botToken({ serviceurl: SERVICE_URL }))
  const camille = teams.as(CAMILLE)
  await steps.time('in Teams: the app added, its first words read', 2, async () => {
    await camille.installs()
    await teams.until(() => camille.reads().length > 0)
  })
  const answer = await steps.time('« aide » typed, answered', 1, () => camille.says('aide'))
  assert.match(answer.text, /Écrivez-la comme elle vient/)
  assert.ok(microsoft.asked.some(asked => asked.includes('/oauth2/v2.0/token')))
  process.stdout.write(tableOf('docs/installer.md, on a bare machine', steps.all))
} finally {
  await server?.stop()
}
process.exit(0)
