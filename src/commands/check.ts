import '../node-version.ts'

import { parseArgs } from 'node:util'
import {
  type Config,
  ConfigFault,
  checkDatabasePlace,
  isProxyUnused,
  readConfig,
  readRegistration,
} from '../config/index.ts'
import { type Clock, systemClock } from '../kernel/time/clock.ts'
import { packageBeside } from './app-package/beside-server.ts'
import { type Finding, findingOf, lineOf } from './checks/finding.ts'
import type { HttpAnswer } from './checks/http-call.ts'
import { backups, database } from './checks/machine.ts'
import {
  ADDRESSES,
  type Addresses,
  botKeys,
  botToken,
  clockAgainst,
  connector,
  tabKeys,
} from './checks/microsoft.ts'
import { portalFields, portalLines } from './checks/portals.ts'
import { attempt, errorText, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'

const HELP = `npm run check:install [-- --portals]
node --env-file=/etc/faire/faire.env dist/commands/check.js [--portals]

Looks, before the first start, at what the server will need, as its user and with
its settings: the settings themselves, what Microsoft answers (keys, a token for the
bot, Teams' connector), the clock, the database and the rights there, the folder for
backups, and the Teams package where one was made here. Each line says ok, what is
to do, or why it was not checked.

Nothing stays but the folder for backups: what is tried in the database is
rolled back, what is written is removed, the token is thrown away. No secret is
said. It takes half a minute at most.

  --portals  prints instead what to enter in Entra (E), Azure (A) and the Teams admin
             centre (T), as far as the settings say it yet: one field a line, by its
             row in docs/installer.md, its value ready to paste. Asks nobody.

Ends with 0 when there is nothing to do, 1 when there is, 2 when it could not be
tried.
`

const PACKAGES = new URL('../../appPackage/build/', import.meta.url)

type Environment = Readonly<Record<string, string | undefined>>
/** Stand-ins for tests. */
type CheckOverrides = {
  readonly addresses?: Addresses
  readonly packages?: URL
  readonly clock?: Clock
}

type Settings = { readonly config?: Config; readonly findings: readonly Finding[] }

function readSettings(env: Environment | undefined): Settings {
  const what = 'settings'
  try {
    const config = readConfig(env, [])
    checkDatabasePlace(config.databaseUrl)
    return { config, findings: [{ what, state: 'ok', said: 'each has a value that the server takes' }] }
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error
    const lines = error.faults.map(({ variable, advice }) => `${variable}: ${advice}`)
    return { findings: lines.map(said => ({ what, state: 'to do', said })) }
  }
}

/** Only a reminder: the configuration of token claims cannot be read from Entra. */
function guests({ config }: Settings): Finding {
  const what = 'guests'
  if (config?.guests) return { what, state: 'ok', said: 'ALLOW_GUESTS lets them in' }
  const said =
    'refused; the optional claim acct tells each of them (installer.md, E8), and the log says when a token comes without'
  return { what, state: 'not checked', said }
}

/** It is tried by a command of its own, which costs tokens. */
function assistant({ config }: Settings): Finding {
  const what = 'language model'
  if (!config) return { what, state: 'not checked', said: 'the settings first' }
  if (!config.assistant) return { what, state: 'ok', said: 'off' }
  return { what, state: 'not checked', said: 'npm run assistant -- check tries it' }
}

/** First line of an error. */
const sentenceOf = (error: Error) => errorText(error).split('\n')[0] ?? ''

async function findings(env: Environment | undefined, around: CheckOverrides): Promise<readonly Finding[]> {
  const { addresses = ADDRESSES, packages = PACKAGES, clock = systemClock } = around
  const read = readSettings(env)
  const { config, findings: settings } = read
  const ahead: number[] = []
  const heard = ({ date }: HttpAnswer) => void (date !== undefined && ahead.push(clock.now() - date))
  const look = (what: string, work: () => Promise<string>) => findingOf(what, work, sentenceOf)
  const others = await Promise.all([
    look('keys of the tabs’ tokens', () => tabKeys(addresses, heard)),
    look('keys of what Teams sends', () => botKeys(addresses, heard)),
    look('the bot’s token', () => botToken(addresses, config?.bot, heard)),
    look('Teams’ connector', () => connector(addresses, heard)),
    look('database', () => database(config)),
    look('backups', () => backups(config)),
    look('Teams package', () => packageBeside(packages, config)),
  ])
  return [
    ...settings,
    ...others,
    guests(read),
    assistant(read),
    await look('clock', () => clockAgainst(ahead)),
  ]
}

function readArguments(args: readonly string[]): 'help' | 'portals' | 'check' {
  const options = { help: { type: 'boolean', short: 'h' }, portals: { type: 'boolean' } } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    if (values.help) return 'help'
    return values.portals ? 'portals' : 'check'
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

/** Entry point. `say` gets stdout lines, `complain` why the command could not run. @returns the exit code */
export async function check(
  args: readonly string[],
  say: Say,
  complain: Say,
  env?: Environment,
  around: CheckOverrides = {},
): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args)
    if (asked === 'help') say(HELP)
    else if (asked === 'portals')
      for (const line of portalLines(portalFields(readRegistration(env)))) say(line)
    if (asked !== 'check') return 0
    const found = await findings(env, around)
    for (const each of found) say(lineOf(each))
    if (isProxyUnused(env))
      say('note         HTTPS_PROXY is set, but not NODE_USE_ENV_PROXY=1: without it Node goes out directly')
    const left = found.filter(({ state }) => state === 'to do').length
    say(left === 0 ? 'There is nothing to do.' : `${left} to do.`)
    return left === 0 ? 0 : 1
  })
}

if (import.meta.main) {
  const code = await check(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
  // Exit without waiting for pending calls: an unreachable database would delay it.
  process.exit(code)
}
