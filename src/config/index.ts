import './node-settings.ts'

import { ASSISTANT_RULES, assistantOf } from './assistant.ts'
import type { BotCredentials, Config } from './config.ts'
import { ConfigFault, faultsOf, type SettingFault } from './fault.ts'
import { brokenRules } from './rules.ts'
import { readSecretFile } from './secret-file.ts'
import { type Environment, present, type Variables, variables } from './variables.ts'

export { type AppPackageValues, packageSettings, readAppPackageValues } from './app-package.ts'
export type { AssistantSettings } from './assistant.ts'
export { childEnvironment } from './child-environment.ts'
export type { BotCredentials, Config, LogLevel } from './config.ts'
export { ConfigFault } from './fault.ts'
export { createLogger } from './logger.ts'
export { backupFault, checkDatabasePlace, makeFolder } from './places.ts'
export { isProxyUnused } from './proxy.ts'
export { type BotRegistration, readRegistration } from './registration.ts'
export { readSecretFile, secretFileOf } from './secret-file.ts'

function credentials(values: Variables): BotCredentials | undefined {
  const { BOT_TYPE: type, BOT_ID: id, BOT_TENANT_ID: tenant, BOT_PASSWORD: password } = values
  if (!id || !tenant) return undefined
  if (type === 'UserAssignedMsi') return { type, id, tenant }
  return type && password ? { type, id, tenant, password } : undefined
}

function audiences(values: Variables, bot: BotCredentials | undefined): string[] {
  if (!bot || !values.PUBLIC_URL) return []
  const uri = `api://${new URL(values.PUBLIC_URL).host}/botid-${bot.id}`
  return [values.AAD_APP_CLIENT_ID ?? bot.id, values.AAD_APP_ID_URI ?? uri]
}

function loopbackUrl({ HOST, PORT }: Variables): string {
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
}

type Words = readonly string[]

/** The value of `--as`, '' without one; undefined without the option. */
function personaIn(argv: Words): string | undefined {
  return argv.includes('--as') ? (argv[argv.indexOf('--as') + 1] ?? '') : undefined
}

/** Unknown arguments: all but `--demo` and `--as NAME`. */
function faultsIn(argv: Words): SettingFault[] {
  const isKnown = (word: string, at: number) =>
    word === '--demo' || (argv.includes('--demo') && (word === '--as' || argv[at - 1] === '--as'))
  return argv
    .filter((word, at) => !isKnown(word, at))
    .map(word => ({ variable: word, advice: 'only --demo is known, and --as NAME beside it' }))
}

function configOf(mode: Config['mode'], values: Variables, persona?: string): Config {
  const bot = mode === 'demo' ? undefined : credentials(values)
  const assistant = assistantOf(values)
  return {
    mode,
    host: values.HOST,
    port: values.PORT,
    ...(values.METRICS_PORT && { metricsPort: values.METRICS_PORT }),
    trustedProxies: values.TRUSTED_PROXIES,
    publicUrl: mode === 'demo' ? loopbackUrl(values) : (values.PUBLIC_URL ?? ''),
    ...(bot && { bot }),
    tab: { audiences: audiences(values, bot) },
    tenants: values.ALLOWED_TENANTS ?? (bot ? [bot.tenant] : []),
    guests: values.ALLOW_GUESTS === 'on',
    databaseUrl: values.DATABASE_URL,
    programmeFile: values.PROGRAMME_FILE,
    ...(values.WORDS_FOLDER && { wordsFolder: values.WORDS_FOLDER }),
    ...(values.BACKUP_FOLDER && { backups: { folder: values.BACKUP_FOLDER, keep: values.BACKUPS_KEPT } }),
    organisers: values.ORGANISERS,
    playground: mode === 'demo' && values.DEMO_PLAYGROUND === 'on',
    ...(persona !== undefined && { persona }),
    sample: mode === 'demo' && values.DEMO_SAMPLE === 'on',
    logLevel: values.LOG_LEVEL,
    teamsAppId: values.TEAMS_APP_ID,
    linkSecret: values.LINK_SECRET ?? '',
    ballotSecrets: values.BALLOT_SECRET ?? [],
    rates: { perSecond: values.SEND_RATE, reserve: values.REPLY_RESERVE },
    ...(assistant && { assistant }),
  }
}

/**
 * Configuration of the server, from environment and command line, validated. Arguments: `--demo`, and `--as NAME`
 * beside it.
 * @throws ConfigFault naming every variable that is missing, malformed or unsafe.
 */
export function readConfig(
  env: Environment = process.env,
  argv: readonly string[] = process.argv.slice(2),
): Config {
  const mode = argv.includes('--demo') ? 'demo' : 'production'
  const set = present(env)
  const parsed = variables.safeParse(set)
  const faults: SettingFault[] = [
    ...faultsIn(argv),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({
      variable: String(path[0]),
      advice: message,
    })),
    ...brokenRules(mode, set),
  ]
  if (faults.length > 0 || !parsed.success) throw new ConfigFault(faults)
  return configOf(mode, parsed.data, personaIn(argv))
}

/** What a half-set assistant lacks: it would be off. */
export function assistantFaults(env: Environment = process.env): readonly SettingFault[] {
  return faultsOf(ASSISTANT_RULES, present(env))
}

export type CommandConfig = Pick<
  Config,
  'databaseUrl' | 'programmeFile' | 'linkSecret' | 'logLevel' | 'assistant'
>

/**
 * Configuration of a command beside the server: the same variables, as far as it needs them. The demo's link secret
 * is kept beside its database; '' when there is none.
 * @throws ConfigFault naming every variable that is malformed.
 */
export function readCommandConfig(env: Environment = process.env): CommandConfig {
  const set = present(env)
  const { data, error } = variables.safeParse(set)
  if (!data) {
    const faults = error.issues.map(({ path, message }) => ({ variable: String(path[0]), advice: message }))
    throw new ConfigFault(faults)
  }
  const { DATABASE_URL: databaseUrl, PROGRAMME_FILE: programmeFile, LOG_LEVEL: logLevel } = data
  const linkSecret = data.LINK_SECRET ?? readSecretFile(databaseUrl) ?? ''
  const assistant = assistantOf(data)
  return { databaseUrl, programmeFile, logLevel, linkSecret, ...(assistant && { assistant }) }
}
