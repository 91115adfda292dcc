import { ASSISTANT_RULES } from './assistant.ts'
import { faultsOf, type SettingFault, type SettingRule } from './fault.ts'
import { nearMisses } from './near-misses.ts'
import { REGISTERED } from './registered.ts'
import { type Environment, TEAMS_RATE } from './variables.ts'

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|localhost)$/

/** Entropy check: a random text of 32 characters has more different ones, even in hexadecimal. */
const FEW = 8
const isMonotonous = (secret = '') => secret.length >= 32 && new Set(secret).size < FEW
/** Only the first is checked: the others are in use by ballots that were opened under them, and cannot be changed. */
const firstOf = (secrets = '') => secrets.split(',')[0]?.trim()

/** Shape of the « Secret ID » in Entra's portal, mistaken for the secret's value. */
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const lacks = (list: string, id: string) =>
  !list.split(',').some(each => each.trim().toLowerCase() === id.toLowerCase())

const msi = (env: Environment) => env.BOT_TYPE === 'UserAssignedMsi'

const PRODUCTION: readonly SettingRule[] = [
  ...REGISTERED,
  {
    variable: 'PUBLIC_URL',
    advice: 'set the https origin under which Teams reaches this server',
    broken: env => !env.PUBLIC_URL,
  },
  {
    variable: 'BOT_TYPE',
    advice: 'set SingleTenant or UserAssignedMsi, whichever the bot is registered as',
    broken: env => !env.BOT_TYPE,
  },
  {
    variable: 'BOT_ID',
    advice: 'set the bot’s application id; without it anybody could pose as Teams',
    broken: env => !env.BOT_ID,
  },
  {
    variable: 'BOT_TENANT_ID',
    advice: 'set the id of the tenant the bot is registered in',
    broken: env => !env.BOT_TENANT_ID,
  },
  {
    variable: 'BOT_PASSWORD',
    advice: 'set the client secret that a SingleTenant bot signs in with',
    broken: env => !msi(env) && !env.BOT_PASSWORD,
  },
  {
    variable: 'BOT_PASSWORD',
    advice: 'give the client secret’s value, not its id: no value has the form of a GUID',
    broken: env => !msi(env) && GUID.test(env.BOT_PASSWORD ?? ''),
  },
  {
    variable: 'BOT_PASSWORD',
    advice: 'remove it: a UserAssignedMsi bot has no secret',
    broken: env => msi(env) && Boolean(env.BOT_PASSWORD),
  },
  {
    variable: 'AAD_APP_CLIENT_ID',
    advice:
      'set the client id of the Entra application behind the tab: a managed identity cannot be its audience',
    broken: env => msi(env) && !env.AAD_APP_CLIENT_ID,
  },
  {
    variable: 'LINK_SECRET',
    advice: 'set a random text of 32 characters or more; it signs the links to calendar files',
    broken: env => !env.LINK_SECRET,
  },
  {
    variable: 'LINK_SECRET',
    advice:
      'give a random text, as openssl rand -base64 36 makes one: this one has too few different characters',
    broken: env => isMonotonous(env.LINK_SECRET),
  },
  {
    variable: 'BALLOT_SECRET',
    advice:
      'give a random text, as openssl rand -base64 36 makes one: this one has too few different characters',
    broken: env => isMonotonous(firstOf(env.BALLOT_SECRET)),
  },
  {
    variable: 'BALLOT_SECRET',
    advice: 'give another text than LINK_SECRET: whoever gets hold of one must not have both',
    broken: env => env.LINK_SECRET !== undefined && firstOf(env.BALLOT_SECRET) === env.LINK_SECRET,
  },
  {
    variable: 'ALLOWED_TENANTS',
    advice: 'name BOT_TENANT_ID among them: without it your own people are strangers',
    broken: ({ ALLOWED_TENANTS, BOT_TENANT_ID }) =>
      ALLOWED_TENANTS !== undefined && BOT_TENANT_ID !== undefined && lacks(ALLOWED_TENANTS, BOT_TENANT_ID),
  },
]

/** Defaults as in `variables`. */
const rateOf = (env: Environment) => Number(env.SEND_RATE ?? 37) + Number(env.REPLY_RESERVE ?? 5)

const ALWAYS: readonly SettingRule[] = [
  {
    variable: 'METRICS_PORT',
    advice: 'give another port than PORT: what is measured is not for whoever reaches the server',
    broken: env => Number(env.METRICS_PORT) === Number(env.PORT ?? 3978),
  },
  {
    variable: 'REPLY_RESERVE',
    advice: `give at most ${TEAMS_RATE} less SEND_RATE: Teams takes no more requests in a second`,
    broken: env => rateOf(env) > TEAMS_RATE,
  },
  ...ASSISTANT_RULES,
]

// Demo mode accepts activities without a token: each of these rules keeps it off a machine that others can reach.
const DEMO: readonly SettingRule[] = [
  {
    variable: 'HOST',
    advice: 'remove it or give a loopback address: demo mode lets in whoever can reach it',
    broken: env => !LOOPBACK.test(env.HOST ?? '127.0.0.1'),
  },
  {
    variable: 'NODE_ENV',
    advice: 'start without --demo in production',
    broken: env => env.NODE_ENV === 'production',
  },
  {
    variable: 'BOT_ID',
    advice: 'remove it or start without --demo: a registered bot must check its tokens',
    broken: env => Boolean(env.BOT_ID),
  },
]

/** Rules between variables that are violated in this mode. */
export function brokenRules(mode: 'production' | 'demo', env: Environment): SettingFault[] {
  // Near misses are not checked in demo mode: on a developer's machine any variable may mean something else.
  if (mode === 'demo') return faultsOf([...DEMO, ...ALWAYS], env)
  return [...faultsOf([...PRODUCTION, ...ALWAYS], env), ...nearMisses(env)]
}
