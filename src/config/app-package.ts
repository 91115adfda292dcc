import { z } from 'zod'
import { MANIFEST_ID } from './config.ts'
import { ConfigFault, faultsOf, type SettingFault, type SettingRule } from './fault.ts'
import { isReachable, REGISTERED } from './registered.ts'
import { type Environment, guid, isOrigin, present } from './variables.ts'

/** A line of text in Teams; `${{` in a value would be taken for a placeholder. */
const line = (most: number, advice: string) =>
  z
    .string(advice)
    .max(most, advice)
    .refine(text => !/\p{Cc}|\$\{\{/u.test(text), 'give one line of plain text')

const address = (what: string) => {
  const advice = `give the https address of ${what}, as people can open it; not one of the examples`
  return z.string(advice).max(2_048, advice).refine(isReachable, advice)
}

const ORIGIN = 'give the https origin under which Teams reaches the server, in lower case without a path'
const WHO = 'give who answers for the app, 32 characters at most; not the example’s'

/** Validation of each variable that the manifest and its translations name. Messages never repeat a value. */
const variables = z.object({
  TEAMS_APP_ID: guid('give the id of the app in the manifest, a GUID of its own'),
  PUBLIC_URL: z
    .string(ORIGIN)
    .refine(isOrigin, ORIGIN)
    .transform(text => text.replace(/\/$/, '')),
  BOT_DOMAIN: z.string('give the host of PUBLIC_URL'),
  BOT_ID: guid('give the bot’s application id, a GUID'),
  AAD_APP_CLIENT_ID: guid('give the client id of the Entra application behind the tab, a GUID'),
  APP_NAME: line(30, 'give the app’s name in French, 30 characters at most'),
  APP_NAME_EN: line(30, 'give the app’s name in English, 30 characters at most'),
  APP_NAME_SUFFIX: line(30, 'give what tells this app from another one, or nothing').default(''),
  DIRECTION_TAB: line(128, 'give the name of the tab about a Direction, in French, 128 characters at most'),
  DIRECTION_TAB_EN: line(
    128,
    'give the name of the tab about a Direction, in English, 128 characters at most',
  ),
  DEVELOPER_NAME: line(32, WHO).refine(text => text !== 'Votre administration', WHO),
  DEVELOPER_URL: address('who answers for the app'),
  PRIVACY_URL: address('the notice on personal data'),
  TERMS_URL: address('the terms of use'),
})

export type AppPackageValues = z.infer<typeof variables>

const hostIn = ({ PUBLIC_URL = '' }: Environment) => URL.parse(PUBLIC_URL)?.host ?? ''
const tooLong = (name: string | undefined, { APP_NAME_SUFFIX = '' }: Environment) =>
  (name ?? '').length <= 30 && `${name ?? ''}${APP_NAME_SUFFIX}`.length > 30

/** Rules between variables: combinations that Teams would refuse, or that would leave the tab without sign-in. */
const RULES: readonly SettingRule[] = [
  ...REGISTERED,
  {
    variable: 'BOT_DOMAIN',
    advice:
      'give the host of PUBLIC_URL and nothing else: Teams refuses a tab whose token is meant for another',
    broken: env => env.BOT_DOMAIN !== undefined && hostIn(env) !== '' && env.BOT_DOMAIN !== hostIn(env),
  },
  {
    variable: 'AAD_APP_ID_URI',
    advice: 'leave it out, or give api://{host}/botid-{BOT_ID}: the manifest names that one',
    broken: env =>
      env.AAD_APP_ID_URI !== undefined && env.AAD_APP_ID_URI !== `api://${hostIn(env)}/botid-${env.BOT_ID}`,
  },
  {
    variable: 'APP_NAME_SUFFIX',
    advice: 'make it shorter: with APP_NAME it is 30 characters at most',
    broken: env => tooLong(env.APP_NAME, env) || tooLong(env.APP_NAME_EN, env),
  },
]

/**
 * The server's own settings as the package's: what they say is typed once. `TEAMS_APP_ID` among them is the
 * catalogue's id, so that of the package is the default one.
 */
export function packageSettings(env: Environment = process.env): Environment {
  const set = present(env)
  const { AAD_APP_CLIENT_ID = set.BOT_ID } = set
  // Without an address its own fault is enough.
  const BOT_DOMAIN = hostIn(set) || 'unknown'
  return { ...set, TEAMS_APP_ID: MANIFEST_ID, BOT_DOMAIN, AAD_APP_CLIENT_ID }
}

/**
 * What the app package is filled with, checked.
 * @throws ConfigFault naming every variable that is missing, malformed or unsafe.
 */
export function readAppPackageValues(env: Environment): AppPackageValues {
  const set = present(env)
  const { data, error } = variables.safeParse(set)
  const faults: SettingFault[] = [
    ...(error?.issues ?? []).map(({ path, message }) => ({ variable: String(path[0]), advice: message })),
    ...faultsOf(RULES, set),
  ]
  if (!data || faults.length > 0) throw new ConfigFault(faults)
  return data
}
