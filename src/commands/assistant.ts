import '../node-version.ts'

import { parseArgs } from 'node:util'
import { dayOf } from '../assistant/spend.ts'
import { assistantStore, DAYS_KEPT } from '../assistant/store.ts'
import {
  type AssistantSettings,
  assistantFaults,
  type CommandConfig,
  ConfigFault,
  createLogger,
  readCommandConfig,
} from '../config/index.ts'
import { type Database, openDatabase } from '../db/index.ts'
import { DAY, systemClock } from '../kernel/time/clock.ts'
import { endpointFindings } from './checks/endpoint.ts'
import { ActionNeeded, type Finding, findingOf, lineOf, Unchecked } from './checks/finding.ts'
import { attempt, errorText, UsageFault } from './command-line/attempt.ts'
import { commandAudit } from './command-line/command-audit.ts'
import { linesTo, type Say } from './command-line/lines.ts'
import { checkReady, DatabaseFault, databaseExists } from './command-line/ready-database.ts'
import { evaluate } from './evaluation/evaluation.ts'

const HELP = `npm run assistant -- check
npm run assistant -- evaluate
npm run assistant -- stop
npm run assistant -- start

  check   sends one fixed sentence to the endpoint of the settings, and says whether it
          can be reached, lists the model, keeps to a JSON schema and says how many tokens
          it used, and how long it took; then what was used today and in the last
          ${DAYS_KEPT} days, and whether it is stopped. The key is never said, nor
          what the model answered. It says nothing of how good the answers are.
  evaluate
          puts questions over ideas that come with the app to the endpoint, 73 calls one after
          the other, and says how much of what it answers stands on what it was given, how often
          an idea that gives orders was followed, how long it took and how many tokens it used.
          That is of this model on this day with these ideas, not of yours. Nothing of your
          database is read or sent; what it uses is not counted in the day of the server.
  stop    the running server asks the model no more, within five seconds, every instance,
          without a restart. A call under way may still be answered.
  start   it does again, also where the endpoint refused the key

Reads ASSISTANT_URL, ASSISTANT_MODEL, ASSISTANT_KEY and the others of docs/assistant.md,
and DATABASE_URL, as the server does; stop and start need DATABASE_URL alone, evaluate does
without it.
Ends with 0 when done or all holds, 1 when there is something to do, 2 when it could not
be tried.
`

const VERBS = ['check', 'evaluate', 'stop', 'start'] as const
type Verb = (typeof VERBS)[number]
type Environment = Readonly<Record<string, string | undefined>>

function readArguments(args: readonly string[]): Verb | 'help' {
  const options = { help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.help) return 'help'
    const verb = VERBS.find(each => each === positionals[0])
    if (!verb || positionals.length > 1) throw new Error('It takes one word: check, evaluate, stop or start.')
    return verb
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

async function withDatabase<T>(config: CommandConfig, work: (database: Database) => Promise<T>): Promise<T> {
  const { databaseUrl, logLevel } = config
  if (!databaseExists(databaseUrl))
    throw new DatabaseFault('There is no database yet: start the server once.')
  const database = await openDatabase({ url: databaseUrl, log: createLogger(logLevel) })
  try {
    await checkReady(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

async function turn(stopped: boolean, config: CommandConfig, say: Say): Promise<number> {
  await withDatabase(config, database =>
    database.transact(async tx => {
      await assistantStore(tx).writeSwitch({ stopped, changedAt: systemClock.now() })
      await commandAudit(database).operated(tx, stopped ? 'data.assistant-stop' : 'data.assistant-start')
    }),
  )
  say(
    stopped
      ? 'Stopped: within five seconds no instance asks the model any more.'
      : 'Started: within five seconds instances that have its settings ask the model again.',
  )
  return 0
}

/** First line of an error. */
const sentenceOf = (error: Error) => errorText(error).split('\n')[0] ?? ''

const count = (tokens: number) => tokens.toLocaleString('en')

/** What was used. @throws ActionNeeded where it is stopped, Unchecked where there is no database */
async function used(config: CommandConfig, most: number): Promise<string> {
  if (!databaseExists(config.databaseUrl)) throw new Unchecked('there is no database yet')
  return withDatabase(config, async ({ read }) => {
    const now = systemClock.now()
    const [days, { stopped }] = await read(async tx => {
      const store = assistantStore(tx)
      return [await store.days(dayOf(now - DAYS_KEPT * DAY)), await store.readSwitch()]
    })
    const today = days.find(({ day }) => day === dayOf(now))?.tokens ?? 0
    const month = days.reduce((sum, { tokens }) => sum + tokens, 0)
    const spent = `${count(today)} tokens of ${count(most)} today, ${count(month)} in ${DAYS_KEPT} days`
    if (stopped) throw new ActionNeeded(`stopped, until npm run assistant -- start; ${spent}`)
    return `not stopped; ${spent}`
  })
}

async function check(assistant: AssistantSettings, config: CommandConfig, say: Say): Promise<number> {
  const { url, model, tasks, name, tokensADay } = assistant
  const said = `${url}, ${model}, for ${tasks.join(', ')}, shown as « ${name} »`
  const found: readonly Finding[] = [
    { what: 'settings', state: 'ok', said },
    ...(await endpointFindings(assistant)),
    await findingOf('server', () => used(config, tokensADay), sentenceOf),
  ]
  for (const each of found) say(lineOf(each))
  const left = found.filter(({ state }) => state === 'to do').length
  say(left === 0 ? 'There is nothing to do.' : `${left} to do.`)
  return left === 0 ? 0 : 1
}

/** Entry point. `say` gets stdout lines, `complain` why the command could not run. @returns the exit code */
export async function assistant(
  args: readonly string[],
  say: Say,
  complain: Say,
  env?: Environment,
): Promise<number> {
  return attempt(complain, async () => {
    const verb = readArguments(args)
    if (verb === 'help') {
      say(HELP)
      return 0
    }
    const config = readCommandConfig(env)
    if (verb === 'stop' || verb === 'start') return turn(verb === 'stop', config, say)
    const faults = assistantFaults(env)
    if (faults.length > 0) throw new ConfigFault(faults)
    const settings = config.assistant
    if (!settings) {
      say('It is off: ASSISTANT_URL, ASSISTANT_MODEL and ASSISTANT_TASKS are not set (docs/assistant.md).')
      return verb === 'check' ? 0 : 2
    }
    if (verb === 'check') return check(settings, config, say)
    return (await evaluate(settings, say)) ? 0 : 2
  })
}

if (import.meta.main) {
  process.exitCode = await assistant(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
